"""Three front doors on stores of their own, without an assistant: for whatever needs none."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import make_url

from local import postgres, programs, sockets
from local.places import PYTHON
from local.product import Product
from local.programs import Plan, Program
from tests.history.disks import Disk, disk
from tests.history.lines import Line, Lines, lines
from tests.products import to_opening_hours

DOORS = 3
NAMES = tuple("handoff" if n == 1 else f"handoff-{n}" for n in range(1, DOORS + 1))

ROUTING = Path(__file__).parent / "routing.yml"
"""Anybody may be asked, and for a few seconds only."""

OFFER_S = 5.0
"""As it says there."""

JUMPING = "tests.history.jumping"
"""The front door with a clock that cannot be trusted."""

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
    disk: Disk
    """Where PostgreSQL writes."""
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
    """Ready, around a time when people are there; the doors' clocks jump all the while."""
    told = {
        **UNLIMITED,
        "LOTSE_CLOCK_OFFSET_S": f"{to_opening_hours().total_seconds():.0f}",
        "HANDOFF_ROUTING_FILE": str(ROUTING),
        **environment,
    }
    with (
        lines() as made,
        tempfile.TemporaryDirectory(prefix="lotse-doors-", ignore_cleanup_errors=True) as folder,
        disk(Path(folder).resolve() / "pg") as under,
    ):
        line, port = made.to_socket(
            f"{sockets.folder(under.at, postgres.SOCKET)}/{postgres.SOCKET}", COMMIT
        )
        over_it = f"postgresql://postgres@127.0.0.1:{port}/{postgres.DATABASE}"

        def applications(plan: Plan) -> tuple[Program, ...]:
            usual = programs.applications(replace(plan, database_url=over_it))
            return tuple(replace(it, argv=(PYTHON, "-m", JUMPING)) for it in usual)

        with Product(
            state_dir=Path(folder),
            demo=False,
            without=("rasa", "actions"),
            doors=DOORS,
            applications=applications,
            environment=told,
        ) as product:
            doors = Doors(product, made, line, under)
            for url in product.urls:
                way, port = made.to_port(make_url(url).port or 0, POST)
                doors.ways.append(way)
                doors.urls.append(f"http://127.0.0.1:{port}")
            yield doors
