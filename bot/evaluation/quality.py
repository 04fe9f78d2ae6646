"""What answers amount to: how many were right, refused, and how honest the confidences were."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

OUTSIDE = "out_of_scope"
# Rasa's own name for a message that is not understood.
UNCLEAR = "nlu_fallback"
# Both lead to the same: the assistant says that it did not understand, or does not do this.
REFUSALS = frozenset({OUTSIDE, UNCLEAR})
BINS = 10


@dataclass(frozen=True)
class Judged:
    """A message with what was expected and what was told, and the best guess before refusing."""

    language: str
    text: str
    expected: str
    told: str
    guess: str
    confidence: float
    seconds: float

    @property
    def right(self) -> bool:
        """Whether the customer is served as expected; one refusal is as good as the other."""
        if self.expected == OUTSIDE:
            return self.told in REFUSALS
        return self.told == self.expected


@dataclass(frozen=True)
class Quality:
    """The figures of some messages; NaN where there was nothing to measure."""

    messages: int
    accuracy: float
    guessed: float
    macro_f1: float
    outside_recall: float
    false_refusals: float
    calibration_error: float
    p50_ms: float
    p99_ms: float

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> "Quality":
        """Accuracy, guesses and false refusals are of the messages inside the scope only."""
        inside = [it for it in judged if it.expected != OUTSIDE]
        outside = [it for it in judged if it.expected == OUTSIDE]
        milliseconds = [it.seconds * 1000 for it in judged] or [np.nan]
        return cls(
            len(judged),
            share(it.right for it in inside),
            share(it.guess == it.expected for it in inside),
            macro_f1(judged),
            share(it.right for it in outside),
            share(it.told in REFUSALS for it in inside),
            calibration_error(judged),
            float(np.percentile(milliseconds, 50)),
            float(np.percentile(milliseconds, 99)),
        )


def share(verdicts: Iterable[bool]) -> float:
    """How many of them are true; NaN of none."""
    listed = list(verdicts)
    return sum(listed) / len(listed) if listed else float("nan")


def macro_f1(judged: Sequence[Judged]) -> float:
    """The mean of the F1 of every expected intent; a refusal counts as `out_of_scope`."""
    right, expected, told = Counter[str](), Counter[str](), Counter[str]()
    for it in judged:
        answer = OUTSIDE if it.told in REFUSALS else it.told
        expected[it.expected] += 1
        told[answer] += 1
        right[answer] += answer == it.expected
    scores = [2 * right[name] / (expected[name] + told[name]) for name in expected]
    return float(np.mean(scores)) if scores else float("nan")


def calibration_error(judged: Sequence[Judged]) -> float:
    """How far confidence lies from the share that was right, over ten bins of confidence."""
    if not judged:
        return float("nan")
    confidence = np.array([it.confidence for it in judged])
    right = np.array([it.guess == it.expected for it in judged])
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [
        abs(right[bins == each].mean() - confidence[bins == each].mean()) * (bins == each).mean()
        for each in np.unique(bins)
    ]
    return float(sum(gaps))


def confusions(judged: Iterable[Judged]) -> list[tuple[str, str, list[str]]]:
    """What was taken for what, with the messages, the most frequent first."""
    mistaken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for it in judged:
        if not it.right:
            mistaken[it.expected, it.told].append(it.text)
    ranked = sorted(mistaken.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return [(expected, told, texts) for (expected, told), texts in ranked]
