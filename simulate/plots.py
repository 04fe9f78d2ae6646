"""Figures as pictures, SVG and PNG."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from simulate.results import by_hour, promises, wait_min
from simulate.support import Support

Runs = dict[str, list[Support]]
COLOURS = ("#0b6e99", "#c8553d", "#5b8c5a", "#7a5ea8", "#b58900")
STYLES = ("-", "--", "-.", ":", (0, (5, 1)))


def draw(folder: Path, runs: Runs) -> list[Path]:
    """One file of each kind a picture."""
    mpl.use("Agg")
    pictures: dict[str, Callable[[Axes, Runs], None]] = {
        "waits": _waits,
        "hours": _hours,
        "promises": _promises,
        "idle": _idle,
    }
    return [path for name, paint in pictures.items() for path in _saved(folder, name, paint, runs)]


def _saved(folder: Path, name: str, paint: Callable[[Axes, Runs], None], runs: Runs) -> list[Path]:
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
    axes.set_axisbelow(True)
    paint(axes, runs)
    paths = [folder / f"{name}.{kind}" for kind in ("svg", "png")]
    for path in paths:
        figure.savefig(path, dpi=120)
    return paths


def _waits(axes: Axes, runs: Runs) -> None:
    for index, (name, some) in enumerate(runs.items()):
        asked = [it for run in some for it in run.told if it.open]
        waits = sorted(wait_min(it) for it in asked if it.answered)
        shares = [(n + 1) / len(asked) for n in range(len(waits))]
        axes.plot(waits, shares, label=name, **_line(index))
    axes.set(
        title="Waiting for a person: share answered within so many minutes",
        xlabel="minutes",
        ylabel="share of those who asked",
        ylim=(0, 1.02),
    )
    axes.set_xscale("symlog", linthresh=1)
    axes.set_xlim(left=0)
    axes.xaxis.set_major_formatter("{x:g}")
    axes.legend(frameon=False, loc="lower right")


def _hours(axes: Axes, runs: Runs) -> None:
    for index, (name, some) in enumerate(runs.items()):
        found = by_hour(some)
        axes.plot([at for at, _ in found], [wait for _, wait in found], label=name, **_line(index))
    axes.set(title="Mean wait by hour of asking", xlabel="hour of the day", ylabel="minutes")
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)


def _promises(axes: Axes, runs: Runs) -> None:
    highest = 1.0
    for index, (name, some) in enumerate(runs.items()):
        pairs = promises(it for run in some for it in run.told)
        told, was = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        highest = max([highest, *told, *was])
        axes.scatter(told, was, s=8, alpha=0.35, label=name, color=COLOURS[index % len(COLOURS)])
    axes.plot([0, highest], [0, highest], color="black", linewidth=1, label="as promised")
    axes.set(title="Promised and real wait", xlabel="promised, minutes", ylabel="real, minutes")
    axes.legend(frameon=False)


def _idle(axes: Axes, runs: Runs) -> None:
    groups = list(dict.fromkeys(it.shift.name for some in runs.values() for it in some[0].staff))
    width = 0.8 / len(runs)
    for index, (name, some) in enumerate(runs.items()):
        shares = [_idle_of(some, group) for group in groups]
        at = [place + index * width for place in range(len(groups))]
        axes.bar(at, shares, width, label=name, color=COLOURS[index % len(COLOURS)])
    axes.set_xticks([place + 0.4 - width / 2 for place in range(len(groups))], groups)
    axes.set(title="Working time without a chat", ylabel="share", ylim=(0, 1))
    axes.legend(frameon=False)


def _idle_of(runs: list[Support], group: str) -> float:
    found = [
        who.idle_share(run.start, run.plan.days)
        for run in runs
        for who in run.staff
        if who.shift.name == group
    ]
    return sum(found) / len(found)


def _line(index: int) -> dict[str, Any]:
    return {
        "color": COLOURS[index % len(COLOURS)],
        "linestyle": STYLES[index % len(STYLES)],
        "linewidth": 2,
    }
