"""The product without an assistant: what queue and sockets are measured on."""

from local.product import Product

UNLIMITED = {
    f"HANDOFF_{what}_A_MINUTE": "1000000" for what in ("SESSIONS", "MESSAGES", "CHANGES", "LOG_INS")
}
"""All load comes from one address here; the limits have tests of their own."""


def opened() -> Product:
    """Ready inside a `with`: a front door, PostgreSQL and Redis."""
    return Product(demo=False, without=("rasa", "actions"), environment=UNLIMITED)
