"""Measures how well intents are told apart: `python -m bot.measure` from the root.

Five folds: a model of four fifths of the examples meets the last fifth. For each threshold the
table says what a customer would meet: right, wrong, or asked again.
"""

import sys
import time
from pathlib import Path

import numpy as np
from rasa.shared.importers.utils import training_data_from_paths
from sklearn.model_selection import StratifiedKFold

from bot.components.margins import SEED, Margins

FOLDS = 5
LESSONS = Path(__file__).parents[1] / "data" / "nlu"


def main() -> None:
    """Print accuracy and the table of thresholds."""
    examples = training_data_from_paths([str(LESSONS)], "de").intent_examples
    texts = np.array([each.get("text") for each in examples])
    intents = np.array([each.get("intent") for each in examples])
    begin = time.perf_counter()
    best, confidence, gap = _left_out(texts, intents)
    seconds = (time.perf_counter() - begin) / FOLDS
    right = best == intents
    out = sys.stdout.write
    out(f"{len(texts)} examples, {len(set(intents))} intents, {seconds:.1f} s a fold\n")
    out(f"accuracy {right.mean():.3f}; confidence {confidence.mean():.3f}\n")
    out("threshold  ambiguity  right  wrong  asked again (of those wrong before)\n")
    for threshold in np.arange(0.2, 0.75, 0.05):
        for ambiguity in (0.0, 0.05, 0.1):
            again = (confidence < threshold) | (gap < ambiguity)
            shares = [(right & ~again).mean(), (~right & ~again).mean(), again.mean()]
            told = "  ".join(f"{share:.3f}" for share in shares)
            caught = (~right)[again].mean() if again.any() else 0
            out(f"{threshold:9.2f}  {ambiguity:9.2f}  {told} ({caught:.2f})\n")


def _left_out(texts: np.ndarray, intents: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each example what a model that never saw it says, how surely, and by how much."""
    best = np.empty_like(intents)
    first, second = np.zeros(len(texts)), np.zeros(len(texts))
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, meet in split.split(texts, intents):
        model = Margins.learned(list(texts[learn]), list(intents[learn]), 1.0)
        confidences = model.confidences(list(texts[meet]))
        best[meet] = np.array(model.names)[confidences.argmax(axis=1)]
        ranked = np.sort(confidences, axis=1)
        first[meet], second[meet] = ranked[:, -1], ranked[:, -2]
    return best, first, first - second


if __name__ == "__main__":
    main()
