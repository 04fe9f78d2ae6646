"""Three front doors on stores of their own, without an assistant: for whatever needs none."""

from pathlib import Path

from local.product import Product
from tests.products import to_opening_hours

DOORS = 3
NAMES = tuple("handoff" if n == 1 else f"handoff-{n}" for n in range(1, DOORS + 1))

ROUTING = Path(__file__).parent / "routing.yml"
"""Anybody may be asked, and for a few seconds only."""

UNLIMITED = {
    f"HANDOFF_{what}_A_MINUTE": "1000000"
    for what in ("SESSIONS", "MESSAGES", "CHANGES", "SEARCHES", "LOG_INS")
}
"""All load comes from one address here; the limits have tests of their own."""


def opened(doors: int = DOORS, **environment: str) -> Product:
    """Ready inside a `with`; the clock is moved to where people are there."""
    return Product(
        demo=False,
        without=("rasa", "actions"),
        doors=doors,
        environment={
            **UNLIMITED,
            "LOTSE_CLOCK_OFFSET_S": f"{to_opening_hours().total_seconds():.0f}",
            "HANDOFF_ROUTING_FILE": str(ROUTING),
            **environment,
        },
    )
