"""Three front doors on stores of their own, without an assistant: for whatever needs none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import make_url

from local import postgres, programs
from local.product import Product
from local.programs import Plan, Program
from tests.history.lines import Line, Lines, lines
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


COMMIT = b"COMMIT"
POST = b"POST "
"""What asks for a change: of the database, of a front door."""


@dataclass(slots=True)
class Doors:
    """The product, and the lines to it and between its processes."""

    product: Product
    lines: Lines
    database: Line
    ways: list[Line] = field(default_factory=list)
    """From customers and agents to each door."""
    urls: list[str] = field(default_factory=list)
    """Where those ways begin; `product.urls` go straight to the doors."""

    @property
    def all_lines(self) -> list[Line]:
        """Every line that can be cut."""
        return [self.database, *self.ways]


@contextmanager
def opened(**environment: str) -> Iterator[Doors]:
    """Ready; the clock is moved to where people are there."""
    with lines() as made:
        between: list[Line] = []

        def applications(plan: Plan) -> tuple[Program, ...]:
            folder = make_url(plan.database_url).query["host"]
            line, port = made.to_socket(f"{folder}/{postgres.SOCKET}", COMMIT)
            between.append(line)
            over_it = f"postgresql://postgres@127.0.0.1:{port}/{postgres.DATABASE}"
            return programs.applications(replace(plan, database_url=over_it))

        with Product(
            demo=False,
            without=("rasa", "actions"),
            doors=DOORS,
            applications=applications,
            environment={
                **UNLIMITED,
                "LOTSE_CLOCK_OFFSET_S": f"{to_opening_hours().total_seconds():.0f}",
                "HANDOFF_ROUTING_FILE": str(ROUTING),
                **environment,
            },
        ) as product:
            doors = Doors(product, made, between[-1])
            for url in product.urls:
                way, port = made.to_port(make_url(url).port or 0, POST)
                doors.ways.append(way)
                doors.urls.append(f"http://127.0.0.1:{port}")
            yield doors
