"""Measures the shipped pipeline on other messages: `python -m bot.evaluation.pipeline TRAIN TEST`.

Columns `intent,text` (a column `lang` splits the figures). Rows of the intent `out_of_scope` are
learned as such, as in the product; in TEST they may occur even where TRAIN has none.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bot.evaluation import quiet
from bot.evaluation.quality import OUTSIDE
from bot.evaluation.rows import BadFile, Labelled, labelled

USAGE = 2
SEED = 1


def main(arguments: Sequence[str]) -> int:
    """Train, print and keep the figures; 2 when a file cannot be used."""
    asked = _parser().parse_args(arguments)
    try:
        lessons = labelled(asked.train)
        names = sorted({row.intent for row in lessons})
        if len(names) < 2:
            raise BadFile(f"{asked.train}: intent: there must be at least two different ones")
        tests = labelled(asked.test, sorted({*names, OUTSIDE}))
    except BadFile as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    _measure(asked, lessons, tests)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make evaluate-pipeline", description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("--per-intent", type=_positive, help="learn from so many of each intent")
    parser.add_argument("--seed", type=int, default=SEED, help="which ones these are")
    parser.add_argument("--out", type=Path, help="folder of the results; else bench/results")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _measure(
    asked: argparse.Namespace, lessons: Sequence[Labelled], tests: Sequence[Labelled]
) -> None:
    # Only now: Rasa takes seconds to load, too long to be told of a wrong file.
    from bot.evaluation import report
    from bot.evaluation.assistant import Assistant
    from bot.evaluation.training import sample, train_pipeline

    if asked.per_intent:
        lessons = sample(lessons, asked.per_intent, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        model = train_pipeline(lessons, Path(folder))
        seconds = time.perf_counter() - begin
        judged = list(Assistant(model).judge(tests))
    about = {
        "command": "evaluate-pipeline",
        "file": str(asked.test),
        "train": str(asked.train),
        "learned_from": len(lessons),
        "per_intent": asked.per_intent,
        "training_seconds": round(seconds, 1),
    }
    kept = report.keep_understanding(judged, about, asked.out or report.RESULTS)
    learned = f"learned from {len(lessons)} messages in {seconds:.0f} s"
    told = [learned, "", *report.understanding(judged), "", *map(str, kept)]
    sys.stdout.writelines(f"{line}\n" for line in told)


if __name__ == "__main__":
    quiet.begin()
    sys.exit(main(sys.argv[1:]))
