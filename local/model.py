"""The assistant's model, trained when what it learns from changed."""

from pathlib import Path

from local import commands, stamps
from local.places import BOT, BOT_PYTHON, MODEL, RASA, ROOT
from local.programs import RASA_QUIET
from local.trouble import Trouble

TAUGHT = ("data/nlu", "data/rules", "data/stories")


def train(log: Path) -> None:
    """Train, unless the model was made from just these files."""
    lessons = [folder for folder in TAUGHT if (ROOT / folder).exists()]
    sources = [ROOT / name for name in ("config.yml", "domain.yml", *lessons)]
    made_from = stamps.digest([*sources, BOT / "components", BOT / "requirements.lock"])
    stamp = MODEL.with_suffix(".stamp")
    if stamps.is_fresh(stamp, made_from, MODEL):
        return
    places = ["--config", "config.yml", "--domain", "domain.yml", "--data", *lessons]
    result = ["--out", str(MODEL.parent), "--fixed-model-name", "lotse"]
    command = [str(BOT_PYTHON), str(RASA), "train", *places, *result]
    environment = {**RASA_QUIET, "PYTHONPATH": str(ROOT)}
    commands.run("Training the model", command, log, environment)
    if not MODEL.exists():
        raise Trouble(f"Training the model made none: {commands.last_words(log)}")
    stamps.record(stamp, made_from)
