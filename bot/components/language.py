"""Which language the assistant answers in, decided afresh at each message."""

import re
from collections.abc import Iterator
from typing import Any

from rasa.core.constants import DEFAULT_POLICY_PRIORITY, POLICY_PRIORITY
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

SLOT = "language"
# The commonest words that one language has and the other has not.
_COMMON = {
    "de": "ich du wir der das den dem ein eine einen mein meine meinem ist sind nicht und oder "
    "wo wann wie wer warum wieso kann kein keine für mit bei auf noch zu hallo danke bitte ja nein "
    "geld auszahlung habe hab wird mir mich",
    "en": "i you we the a an my is are not and or where when how who why can no for with at on yet "
    "to hello hi thanks thank please yes money payout have has will me it this that do does",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def detected(text: str) -> str | None:
    """The language of a text by its common words; None when it does not tell."""
    words = re.findall(r"[^\W\d_]+", text[:1_000].casefold())
    counts = {language: sum(word in own for word in words) for language, own in _WORDS.items()}
    counts["de"] += any(letter in "äöüß" for letter in text[:1_000].casefold())
    if counts["de"] == counts["en"]:
        return None
    return max(counts, key=lambda language: counts[language])


def wanted(tracker: DialogueStateTracker) -> str | None:
    """The language of the latest message: what the front door says, else what the words say."""
    message = tracker.latest_message
    said = (message.metadata or {}).get("language") if message else None
    if said in _WORDS:
        return str(said)
    if message is None or not message.text or message.text.startswith("/"):
        return None
    return detected(message.text)


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False
)
class Language(Policy):
    """Sets the slot `language` at each message, buttons too; never says what to do next.

    A policy sees every turn on every way in (channel, shell, tests), and what it sets counts
    before the first answer. An entity would have to be expected by each test story.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Every policy has a priority; this one never competes."""
        return {POLICY_PRIORITY: DEFAULT_POLICY_PRIORITY}

    @staticmethod
    def supported_data() -> SupportedData:
        """It learns from nothing, so any data will do."""
        return SupportedData.ML_AND_RULE_DATA

    def train(self, *_data: Any, **_more: Any) -> Resource:
        """Nothing to learn."""
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_more: Any,
    ) -> "Language":
        """Build the policy as it was; there is nothing stored."""
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, **_more: Any
    ) -> PolicyPrediction:
        """No action, and the slot where it changes."""
        return PolicyPrediction(
            self._default_predictions(domain),
            self.__class__.__name__,
            policy_priority=self.priority,
            events=list(_change(tracker)),
        )


def _change(tracker: DialogueStateTracker) -> Iterator[SlotSet]:
    if tracker.latest_action_name != ACTION_LISTEN_NAME:
        return  # only the customer's turn decides; an action of this turn may have changed it
    language = wanted(tracker)
    if language and language != tracker.get_slot(SLOT):
        yield SlotSet(SLOT, language)
