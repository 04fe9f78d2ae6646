"""`python -m bench.faults`: breaks things, and tells which promises held.

Finished parts are kept: started again, the run goes on where it was ended. A change of seed, sizes
or code begins a new one.
"""

import argparse
import asyncio
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, fields, replace
from pathlib import Path

from bench.faults import page
from bench.faults.finding import Finding
from bench.faults.kept import Results, state_of_the_code
from bench.faults.part import Part, Sizes, Try
from bench.faults.parts import PARTS
from bench.faults.stage import Stage
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
    run = {"seed": given.seed, "code": state_of_the_code(), **asdict(sizes)}
    results = Results.taken_up(given.results, run)
    if given.afresh:
        results.parts.clear()
    wanted = [part for part in PARTS if not given.only or part.name in given.only]
    limit = time.monotonic() + given.minutes * 60
    with ExitStack() as ending:
        stage = Stage()
        ending.callback(stage.clear)
        for number, part in enumerate(wanted):
            if part.name in results.parts:
                _say(part, results.parts[part.name].finding, "as before: ")
                continue
            left_s = (limit - time.monotonic()) / (len(wanted) - number) * FAIR
            left_s = min(left_s, limit - time.monotonic())
            if left_s < part.least_s:
                print(f"{part.name}: no time left; start again to go on")
                continue
            begun = time.monotonic()
            finding = _tried(part, Try(stage, sizes, given.seed, left_s))
            results.keep(part.name, finding, time.monotonic() - begun)
            _say(part, finding)
    print(f"\nWritten to {results.file} and {page.keep(PARTS, results)}")
    return _verdict(wanted, results)


FAIR = 2.0
"""A part may take twice its even share of what is left; most need less."""


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


def _tried(part: Part, attempt: Try) -> Finding:
    """A proof that ends with an error has proved nothing: that counts as broken."""
    print(f"{part.name} …", flush=True)
    try:
        return asyncio.run(part.prove(attempt))
    except Exception as error:
        traceback.print_exc()
        attempt.stage.clear()
        return Finding(broken=(f"the proof itself ended with {type(error).__name__}: {error}",))


def _say(part: Part, finding: Finding, before: str = "") -> None:
    print(f"{part.name}: {before}{finding.word} {finding.left_out}")
    for figure in finding.figures:
        print(f"  {figure.name}: {figure.value:,.1f} {figure.unit} {figure.aim} {figure.reached}")
    for broken in finding.broken[:10]:
        print(f"  {broken}")


def _verdict(wanted: Sequence[Part], results: Results) -> int:
    found = [results.parts[part.name].finding for part in wanted if part.name in results.parts]
    if any(finding.broken for finding in found):
        return 1
    return 0 if len(found) == len(wanted) else 2


if __name__ == "__main__":
    sys.exit(main())
