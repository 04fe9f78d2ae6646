"""The confusion matrix as a picture."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np

mpl.use("Agg")  # draws into files; no screen is needed

from matplotlib import pyplot as plt

from bot.evaluation.quality import Judged

# Above so many intents counts are too small to read: the colours must do.
_COUNTED = 45


def draw_confusions(judged: Sequence[Judged], path: Path) -> None:
    """A row for each expected intent, in the colour of the share that each answer has of it."""
    names = sorted({it.expected for it in judged} | {it.told for it in judged})
    place = {name: number for number, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)), dtype=int)
    for it in judged:
        counts[place[it.expected], place[it.told]] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    size = max(6.0, 0.28 * len(names) + 3)
    figure, axes = plt.subplots(figsize=(size, size), constrained_layout=True)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel("told")
    axes.set_ylabel("expected")
    if len(names) <= _COUNTED:
        for row, column in np.argwhere(counts):
            colour = "white" if shares[row, column] > 0.5 else "black"
            axes.text(column, row, counts[row, column], ha="center", va="center",
                      color=colour, fontsize=6)  # fmt: skip
    figure.savefig(path, dpi=110)
    plt.close(figure)
