"""The entities of the taxonomy as a component of Rasa's pipeline."""

import os
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.dates import dates
from bot.components.found import Found, without_overlaps
from bot.components.methods import payout_methods
from bot.components.money import amounts
from bot.components.references import references

# Overlaps are compared in pairs, so a pasted list of thousands must end somewhere.
MOST = 20


def mentions(text: str, today: date) -> list[Found]:
    """Everything of interest that a text names, in its order."""
    kinds = (references(text), amounts(text), dates(text, today), payout_methods(text))
    return without_overlaps([found for kind in kinds for found in islice(kind, MOST)])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Mentions(GraphComponent, EntityExtractorMixin):
    """Adds payout references, projects, amounts, dates and payout methods to each message."""

    def __init__(self, time_zone: str) -> None:
        """Dates are meant where the customers are: `time_zone` decides what today is."""
        self._time_zone = ZoneInfo(time_zone)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings and what they are when config.yml is silent."""
        return {"time_zone": "Europe/Berlin"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003  Rasa passes all of them by name
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> "Mentions":
        """Build the component as Rasa asks for it."""
        return cls(config["time_zone"])

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what each message names to its entities."""
        for message in messages:
            found = mentions(message.get(TEXT) or "", self._today())
            entities = [{**vars(each), "extractor": self.name} for each in found]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages

    def _today(self) -> date:
        # The demo may run on another clock; the offset is unset or zero elsewhere.
        offset = timedelta(seconds=float(os.environ.get("LOTSE_CLOCK_OFFSET_S") or 0))
        return (datetime.now(self._time_zone) + offset).date()
