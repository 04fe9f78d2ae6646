"""Figures as text and CSV."""

import csv
from collections.abc import Sequence
from pathlib import Path

from simulate.results import Result, by_hour, promises
from simulate.support import Support

SHARES = frozenset({"by_assistant", "sla_kept", "abandoned", "repeated", "idle"})


def table(results: Sequence[Result]) -> str:
    """A column a policy."""
    rows = [it.row() for it in results]
    width = max(len(str(row["policy"])) for row in rows) + 2
    return "\n".join(
        f"{name:<20}" + "".join(f"{_shown(name, row[name]):>{width}}" for row in rows)
        for name in rows[0]
    )


def _shown(name: str, value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.1%}" if name in SHARES else f"{value:.2f}"


def write(folder: Path, results: Sequence[Result], runs: dict[str, list[Support]]) -> None:
    """summary.csv, hours.csv and promises.csv."""
    _csv(
        folder / "summary.csv", list(results[0].row()), [list(it.row().values()) for it in results]
    )
    hours = [[name, *row] for name, some in runs.items() for row in by_hour(some)]
    _csv(folder / "hours.csv", ["policy", "hour", "wait_mean_min"], hours)
    told = [
        [name, *pair]
        for name, some in runs.items()
        for pair in promises(it for run in some for it in run.told)
    ]
    _csv(folder / "promises.csv", ["policy", "promised_min", "waited_min"], told)


def _csv(file: Path, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head)
        writer.writerows(rows)
