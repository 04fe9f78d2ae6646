"""Tells the intent of a message by its wording and meaning, or that it is unclear."""

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from threadpoolctl import threadpool_limits

from bot.components.leftout import OUTSIDE
from bot.components.margins import Margins
from bot.components.meaning import ENCODER
from bot.components.sources import built_on

FILE = "margins.npz"
# Each message is stored and sent to the action server with its ranking.
RANKED = 3
# Rasa's own name for a message that is not understood.
UNCLEAR = DEFAULT_NLU_FALLBACK_INTENT_NAME


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Wording(IntentClassifier, GraphComponent):
    """Sets intent and ranking; the confidence is the share of such decisions that were right."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, margins: Any = None
    ) -> None:
        """Without `margins` it has learned nothing yet."""
        self._config, self._storage, self._resource = config, storage, resource
        self._margins: Margins | None = margins

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Which share of good messages may be refused."""
        return {"refused": 0.03}

    @staticmethod
    def required_packages() -> list[str]:
        """What has to be installed."""
        return ["sklearn"]

    @classmethod
    def fingerprint_addon(cls, _config: dict[str, Any]) -> str:
        """Let Rasa train anew when code changed on which learning depends, not only its data."""
        code = built_on(Path(__file__))
        parts = [*(file.read_bytes() for file in code), version(ENCODER).encode()]
        return hashlib.sha256(b"".join(parts)).hexdigest()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
    ) -> "Wording":
        """Build it untrained, as Rasa asks for it."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
        **_more: Any,
    ) -> "Wording":
        """Build it as it was trained; the file holds arrays only, nothing that could run.

        One message at a time is too little work to share among threads, which wait for each other.
        """
        threadpool_limits(1, "blas")
        with model_storage.read_from(resource) as folder, np.load(folder / FILE) as arrays:
            return cls(config, model_storage, resource, Margins.of_arrays(arrays))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has text and an intent."""
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        texts = [each.get(TEXT) for each in examples]
        intents = [each.get(INTENT) for each in examples]
        self._margins = Margins.learned(texts, intents, self._config["refused"])
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, **self._margins.arrays())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add intent and ranking to each message."""
        for message in messages:
            ranking = self._ranking(message.get(TEXT) or "")
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        if self._margins is None or not text.strip():
            return [{"name": UNCLEAR, "confidence": 0.0}]
        margins = self._margins.margins([text])[0]
        confidences = self._margins.chances(margins)
        order = np.argsort(-confidences)[:RANKED]
        names = self._margins.names
        ranking = [{"name": names[n], "confidence": float(confidences[n])} for n in order]
        if ranking[0]["name"] != OUTSIDE and self._margins.limit.refuses(margins):
            unsure = 1 - float(ranking[0]["confidence"])
            return [{"name": UNCLEAR, "confidence": unsure}, *ranking]
        return ranking
