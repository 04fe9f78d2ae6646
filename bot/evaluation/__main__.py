"""Measures the shipped model on a file of messages: `python -m bot.evaluation FILE.csv`.

Columns `lang,intent,text`, or `lang,text,entities` with entities as JSON. Nothing is trained.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.evaluation import quiet
from bot.evaluation.rows import BadFile, fields_of, labelled, marked

MODEL = Path(__file__).parents[2] / "models" / "lotse.tar.gz"
USAGE = 2


def main(arguments: Sequence[str]) -> int:
    """Print and keep the figures; 2 when the file or the model cannot be used."""
    asked = _parser().parse_args(arguments)
    try:
        if not asked.model.is_file():
            raise BadFile(f"{asked.model}: there is no model; `make train` makes it")
        measure = _entities if "entities" in fields_of(asked.file) else _intents
        measure(asked)
    except BadFile as error:
        sys.stderr.write(f"{error}\n")
        return USAGE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--out", type=Path, help="folder of the results; else bench/results")
    parser.add_argument(
        "--today", type=date.fromisoformat, help="the day from which relative dates count"
    )
    return parser


def _intents(asked: argparse.Namespace) -> None:
    labelled(asked.file)
    # Only now: Rasa takes seconds to load, too long to be told of a wrong file.
    from bot.evaluation import report
    from bot.evaluation.assistant import Assistant

    assistant = Assistant(asked.model)
    judged = list(assistant.judge(labelled(asked.file, assistant.intents)))
    about = {"command": "evaluate", "file": str(asked.file), "model": asked.model.name}
    kept = report.keep_understanding(judged, about, asked.out or report.RESULTS)
    _say([*report.understanding(judged), "", *map(str, kept)])


def _entities(asked: argparse.Namespace) -> None:
    rows = marked(asked.file)
    from bot.evaluation import report
    from bot.evaluation.assistant import Assistant, pretend_today

    if asked.today:
        pretend_today(asked.today)
    found = list(Assistant(asked.model).mentions(rows))
    today = str(asked.today or date.today())  # noqa: DTZ011  told, not computed with
    about = {"command": "evaluate", "file": str(asked.file), "today": today}
    kept = report.keep_found_things(found, about, asked.out or report.RESULTS)
    _say([*report.found_things(found), "", str(kept)])


def _say(lines: Sequence[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    quiet.begin()
    sys.exit(main(sys.argv[1:]))
