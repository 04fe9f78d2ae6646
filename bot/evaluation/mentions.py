"""What named things amount to: rows without a fault, and precision and recall of each entity."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluation.quality import share
from bot.evaluation.rows import Marked, Mention


@dataclass(frozen=True)
class Found:
    """A row with what was found in it."""

    row: Marked
    found: tuple[Mention, ...]

    @property
    def exact(self) -> bool:
        """Whether just the right things were found, each as often as it is named."""
        return Counter(self.found) == Counter(self.row.mentions)


@dataclass(frozen=True)
class Entity:
    """Precision and recall of one entity; NaN where it was never found or never named."""

    name: str
    named: int
    precision: float
    recall: float


def exact_share(rows: Sequence[Found]) -> float:
    """The share of rows without a fault."""
    return share(row.exact for row in rows)


def entities(rows: Sequence[Found]) -> list[Entity]:
    """The figures of every entity that was named or found."""
    named, found, right = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        expected, got = Counter(row.row.mentions), Counter(row.found)
        for counts, into in ((expected, named), (got, found), (expected & got, right)):
            for (entity, _), times in counts.items():
                into[entity] += times
    return [
        Entity(name, named[name], _part(right[name], found[name]), _part(right[name], named[name]))
        for name in sorted({*named, *found})
    ]


def _part(some: int, every: int) -> float:
    return some / every if every else float("nan")
