"""One part after the other, as long as there is time."""

import asyncio
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from bench.faults.finding import Finding
from bench.faults.kept import Results
from bench.faults.part import Part, Sizes, Try
from bench.faults.stage import Stage

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Attempt:
    """With which sizes and which chance."""

    sizes: Sizes
    seed: int


def run(
    parts: Sequence[Part],
    results: Results,
    attempt: Attempt,
    seconds: float,
    now: Clock = time.monotonic,
) -> None:
    """What is finished already is told again, not tried again."""
    limit = now() + seconds
    with ExitStack() as ending:
        stage = Stage()
        ending.callback(stage.clear)
        for part in parts:
            if part.name in results.parts:
                _say(part, results.parts[part.name].finding, "as before: ")
                continue
            left = [it for it in parts if it.name not in results.parts]
            within_s = share(part, left, limit - now(), attempt.sizes)
            if within_s < part.least_s:
                print(f"{part.name}: no time left; start again to go on")
                continue
            begun = now()
            finding = _tried(part, Try(stage, attempt.sizes, attempt.seed, within_s))
            results.keep(part.name, finding, now() - begun)
            _say(part, finding)


def share(part: Part, left: Sequence[Part], left_s: float, sizes: Sizes) -> float:
    """Seconds for a part: by its weight, or as many as it needs if the others get their least."""
    by_weight = left_s * part.weight / sum(it.weight for it in left)
    spare = left_s - sum(it.least_s for it in left if it is not part)
    return min(left_s, max(by_weight, min(spare, part.needs(sizes))))


def verdict(parts: Sequence[Part], results: Results) -> int:
    """0 when all held, 1 when a promise was broken, 2 when something is still to be tried."""
    found = [results.parts[it.name].finding for it in parts if it.name in results.parts]
    if any(finding.broken for finding in found):
        return 1
    return 0 if len(found) == len(parts) else 2


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
