"""Ends a form at once where somebody wants out of it."""

from typing import Any

from rasa.core.constants import POLICY_PRIORITY, RULE_POLICY_PRIORITY
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_DEACTIVATE_LOOP_NAME, ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False
)
class Leaving(Policy):
    """Deactivates the loop at certain intents, before the form sees the message.

    Rasa asks an active form first, and forms check at the action server: with that down,
    nobody in a form would reach a person.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """It goes before the rules, which would run the form."""
        return {POLICY_PRIORITY: RULE_POLICY_PRIORITY + 1, "intents": []}

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
    ) -> "Leaving":
        """Build the policy as it was; there is nothing stored."""
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, **_more: Any
    ) -> PolicyPrediction:
        """The end of the loop, or nothing."""
        leaves = self._leaves(tracker)
        probabilities = self._default_predictions(domain)
        if leaves:
            probabilities[domain.index_for_action(ACTION_DEACTIVATE_LOOP_NAME)] = 1.0
        return PolicyPrediction(
            probabilities,
            self.__class__.__name__,
            policy_priority=self.priority,
            # Rasa's own prediction of the form is one, and only such can outdo it.
            is_no_user_prediction=leaves,
        )

    def _leaves(self, tracker: DialogueStateTracker) -> bool:
        message = tracker.latest_message
        if message is None or not tracker.active_loop_name:
            return False
        in_turn = tracker.latest_action_name == ACTION_LISTEN_NAME
        return in_turn and message.intent.get("name") in self.config["intents"]
