"""The assistant's model, trained when what it learns from changed."""

from pathlib import Path

from local import commands, stamps
from local.places import BOT, BOT_PYTHON, MODEL, RASA, ROOT
from local.programs import RASA_QUIET
from local.trouble import Trouble

TAUGHT = ("data/nlu", "data/rules", "data/stories")


STAMP = MODEL.with_suffix(".stamp")


def is_fresh() -> bool:
    """Whether the model was made from just these files."""
    return stamps.is_fresh(STAMP, _made_from(), MODEL)


def train(log: Path) -> None:
    """Train, unless the model is fresh."""
    made_from = _made_from()
    if stamps.is_fresh(STAMP, made_from, MODEL):
        return
    places = ["--config", "config.yml", "--domain", "domain.yml", "--data", *_lessons()]
    result = ["--out", str(MODEL.parent), "--fixed-model-name", "lotse"]
    command = [str(BOT_PYTHON), str(RASA), "train", *places, *result]
    environment = {**RASA_QUIET, "PYTHONPATH": str(ROOT)}
    commands.run("Training the model", command, log, environment)
    if not MODEL.exists():
        raise Trouble(f"Training the model made none: {commands.last_words(log)}")
    stamps.record(STAMP, made_from)


def _lessons() -> list[str]:
    return [folder for folder in TAUGHT if (ROOT / folder).exists()]


def _made_from() -> str:
    sources = [ROOT / name for name in ("config.yml", "domain.yml", *_lessons())]
    return stamps.digest([*sources, BOT / "components", BOT / "requirements.lock"])
