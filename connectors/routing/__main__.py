"""Checks data/routing.yml, or says who would get a case: `python -m connectors.routing`."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from connectors.routing.dry_run import candidates, packet, told
from connectors.routing.file import read
from connectors.routing.lines import RoutingError
from handoff.domain.events import Channel
from handoff.domain.routing import Routing, Trial, calm, rehearsed

FILE = Path("data") / "routing.yml"


def main(arguments: list[str] | None = None) -> int:
    """0 when all is well; 1 with the reason when a file is wrong."""
    asked = _asked(arguments)
    try:
        routing = read(asked.file)
        said = _dry_run(asked, routing) if asked.packet else _summary(asked.file, routing)
    except RoutingError as error:
        return _refused(str(error))
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return _refused(f"{error.title}: {'.'.join(map(str, first['loc']))}: {first['msg']}")
    sys.stdout.write(said + "\n")
    return 0


def _asked(arguments: list[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m connectors.routing", description=__doc__)
    parser.add_argument("--file", type=Path, default=FILE, help="the rules")
    parser.add_argument("--packet", type=Path, help="a packet as JSON")
    parser.add_argument("--channel", type=Channel, choices=list(Channel), default=Channel.IN_APP)
    parser.add_argument("--agents", type=Path, help="YAML with a list `agents`, all of them here")
    return parser.parse_args(arguments)


def _dry_run(asked: Namespace, routing: Routing) -> str:
    now = datetime.now(UTC)
    there = candidates(asked.agents, now) if asked.agents else []
    trial = Trial(packet=packet(asked.packet), channel=asked.channel)
    tried = rehearsed(routing, trial, there, now, calm(routing))
    return "\n".join(told(tried, there))


def _summary(file: Path, routing: Routing) -> str:
    counts = f"{len(routing.rules)} rules, {len(routing.teams)} teams"
    return f"{file}: {counts}, {len(routing.surge)} levels of a rush"


def _refused(why: str) -> int:
    sys.stderr.write(why + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
