"""How well the shipped classifier does on its own lessons: `python -m bot.measure`.

Five folds: a model of four fifths of the examples meets the last fifth, so that these figures are
comparable when lessons change. Messages that nobody learned from tell more: `make evaluate`.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from rasa.shared.importers.utils import training_data_from_paths
from sklearn.model_selection import StratifiedKFold

from bot.components.intents import UNCLEAR
from bot.components.leftout import SEED
from bot.components.margins import Margins
from bot.evaluation.quality import Judged
from bot.evaluation.report import understanding

FOLDS = 5
ROOT = Path(__file__).parents[1]
COMPONENT = "bot.components.intents.Wording"


def main() -> None:
    """Print the figures of all folds together."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))["pipeline"]
    shipped = next(each for each in pipeline if each["name"] == COMPONENT)
    examples = training_data_from_paths([str(ROOT / "data" / "nlu")], "de").intent_examples
    texts = np.array([each.get("text") for each in examples])
    intents = np.array([each.get("intent") for each in examples])
    begin = time.perf_counter()
    judged = list(_left_out(texts, intents, shipped["refused"]))
    seconds = (time.perf_counter() - begin) / FOLDS
    told = f"{len(texts)} examples, {len(set(intents))} intents, {seconds:.1f} s a fold"
    table = [line for line in understanding(judged) if line.startswith("|")]
    sys.stdout.writelines(f"{line}\n" for line in (told, "", *table))


def _left_out(texts: np.ndarray, intents: np.ndarray, refused: float) -> Iterator[Judged]:
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, meet in split.split(texts, intents):
        model = Margins.learned(list(texts[learn]), list(intents[learn]), refused)
        for text, intent in zip(texts[meet], intents[meet], strict=True):
            begin = time.perf_counter()
            margins = model.margins([text])[0]
            seconds = time.perf_counter() - begin
            chances = model.chances(margins)
            guess = model.names[chances.argmax()]
            told = UNCLEAR if model.limit.refuses(margins) else guess
            yield Judged("", text, intent, told, guess, float(chances.max()), seconds)


if __name__ == "__main__":
    main()
