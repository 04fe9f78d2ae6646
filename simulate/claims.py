"""Whether what the literature reports of such tools comes out under the plan's assumptions."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulate.results import handling_min, paired, result, wait_min
from simulate.support import Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A reported gain of one way to run support over another, and what came out here."""

    name: str
    reported: float
    found: float

    def __str__(self) -> str:
        verdict = "comes out" if self.found >= self.reported else "does not come out"
        return f"{self.name}: reported {self.reported:.0%}, here {self.found:.0%}: {verdict}"


def claims(ours: Sequence[Support], theirs: Sequence[Support]) -> list[Claim]:
    """Each as the share that falls away.

    An assistant's answer is no person's: the first response is that of a person, from being asked
    for. It and the handling time are compared on contacts that reached a person both ways, since
    an assistant keeps the easy ones for itself.
    """
    found = [
        ("first response of a person faster", 0.30, _less(*paired(ours, theirs, wait_min))),
        ("fewer repeat questions", 0.40, _less(_repeated(ours), _repeated(theirs))),
        ("handling faster", 0.25, _less(*paired(ours, theirs, handling_min))),
    ]
    return [Claim(name=name, reported=reported, found=share) for name, reported, share in found]


def _repeated(runs: Sequence[Support]) -> float:
    return result("", runs).repeated


def _less(ours: float, theirs: float) -> float:
    return 1 - ours / theirs if theirs else 0.0
