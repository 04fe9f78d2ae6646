"""`python -m bench.faults`: breaks things, and tells which promises held.

Finished parts are kept: started again, the run goes on where it was ended. A change of seed, sizes
or code begins a new one.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path

from bench.faults import page
from bench.faults.kept import Results, state_of_the_code
from bench.faults.part import Sizes
from bench.faults.parts import PARTS
from bench.faults.run import Attempt, run, verdict
from bench.figures import RESULTS

SEED = 20261124
MINUTES = 30.0
FILE = RESULTS / "faults.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """1 when a promise was broken, 2 when not everything could be tried in time."""
    given = _parser().parse_args(arguments)
    sizes = replace(
        Sizes(),
        **{
            it.name: value for it in fields(Sizes) if (value := getattr(given, it.name)) is not None
        },
    )
    of = {"seed": given.seed, "code": state_of_the_code(), **asdict(sizes)}
    results = Results.taken_up(given.results, of)
    if given.afresh:
        results.parts.clear()
    wanted = [part for part in PARTS if not given.only or part.name in given.only]
    run(wanted, results, Attempt(sizes, given.seed), given.minutes * 60)
    print(f"\nWritten to {results.file} and {page.keep(PARTS, results)}")
    return verdict(wanted, results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description="Break things.")
    parser.add_argument("--seed", type=int, default=SEED, help="the same faults in the same order")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="for everything together")
    parser.add_argument("--only", action="append", choices=[part.name for part in PARTS])
    parser.add_argument("--afresh", action="store_true", help="forget what was finished")
    parser.add_argument("--results", type=Path, default=FILE)
    for it in fields(Sizes):
        name, usual = it.name.replace("_", "-"), it.default
        parser.add_argument(f"--{name}", type=type(usual), help=f"{usual} unless told")
    return parser


if __name__ == "__main__":
    sys.exit(main())
