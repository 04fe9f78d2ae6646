"""How well the tone is judged: `python -m tone.evaluate messages.csv` (lang,first,kinds,text)."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tone.checker import Checker
from tone.rules import KINDS, LANGUAGES, load_rules

RULES = Path(__file__).parents[1] / "data" / "tone.yml"


@dataclass(frozen=True, slots=True)
class Judged:
    """A message, what it should be found to be, and what it was."""

    language: str
    text: str
    wanted: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: what was found rightly, wrongly, and not at all."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is so."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is so, the share that was found."""
        return self.right / max(1, self.right + self.missed)


def judged(file: Path) -> tuple[Judged, ...]:
    """Every message of the file."""
    rules = load_rules(RULES)
    checkers: dict[str, Checker] = {spoken: Checker(rules, spoken) for spoken in LANGUAGES}
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(_judged(row, checkers[row["lang"]]) for row in csv.DictReader(lines))


def _judged(row: dict[str, str], checker: Checker) -> Judged:
    found = checker.check(row["text"], first=row["first"] == "1")
    return Judged(
        language=row["lang"],
        text=row["text"],
        wanted=frozenset(filter(None, row["kinds"].split("|"))),
        found=frozenset(finding.kind for finding in found),
    )


def scores(messages: tuple[Judged, ...]) -> Iterator[tuple[str, Score]]:
    """By kind, then of all together."""
    each = {kind: _score(messages, frozenset({kind})) for kind in KINDS}
    yield from each.items()
    total = [sum(getattr(it, name) for it in each.values()) for name in Score.__slots__]
    yield "all", Score(*total)


def _score(messages: tuple[Judged, ...], kinds: frozenset[str]) -> Score:
    right = sum(bool(it.wanted & it.found & kinds) for it in messages)
    wrong = sum(bool((it.found - it.wanted) & kinds) for it in messages)
    missed = sum(bool((it.wanted - it.found) & kinds) for it in messages)
    return Score(right, wrong, missed)


def main() -> None:
    """Print a table, then what was judged wrongly."""
    messages = judged(Path(sys.argv[1]))
    lines = [
        f"{kind:10} precision {it.precision:.3f}  recall {it.recall:.3f}  ({it.right} right)"
        for kind, it in scores(messages)
    ]
    lines += [
        f"{it.language} wanted {sorted(it.wanted)} found {sorted(it.found)}: {it.text}"
        for it in messages
        if it.wanted != it.found
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
