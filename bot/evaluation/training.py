"""Trains the shipped pipeline on other messages, in a folder that is gone afterwards."""

import json
import os
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import yaml
from rasa.model_training import train_nlu

from bot.evaluation.rows import Labelled

CONFIG = Path(__file__).parents[2] / "config.yml"


def sample(rows: Sequence[Labelled], per_intent: int, seed: int) -> list[Labelled]:
    """So many rows of each intent, drawn by chance but the same at each run."""
    chance = random.Random(seed)  # noqa: S311  nothing is secret here
    by_intent: dict[str, list[Labelled]] = defaultdict(list)
    for row in rows:
        by_intent[row.intent].append(row)
    return [
        row
        for _, own in sorted(by_intent.items())
        for row in chance.sample(own, min(per_intent, len(own)))
    ]


def train_pipeline(rows: Sequence[Labelled], folder: Path) -> Path:
    """A model of understanding alone, by the pipeline of config.yml; it is put into `folder`."""
    shipped = yaml.safe_load(CONFIG.read_text("utf-8"))
    config = {key: shipped[key] for key in ("recipe", "assistant_id", "language", "pipeline")}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    # In JSON a text is a text: in YAML brackets and braces would mark entities.
    examples = [{"text": row.text, "intent": row.intent, "entities": []} for row in rows]
    lessons = folder / "nlu.json"
    lessons.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}), "utf-8")
    # The product's own cache stays as it is.
    os.environ["RASA_CACHE_DIRECTORY"] = str(folder / "cache")
    model = train_nlu(str(folder / "config.yml"), str(lessons), str(folder / "model"))
    assert model is not None  # Rasa answers None only where there is nothing to learn from
    return Path(model)
