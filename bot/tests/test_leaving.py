"""Who wants out of a form is let out before the form is asked."""

import pytest
from bot.components.leaving import Leaving
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_yaml(
    """
intents: [request_human, thank]
slots: {x: {type: text, mappings: [{type: from_text}]}}
forms: {payout_form: {required_slots: [x]}}
"""
)
LISTEN = ActionExecuted("action_listen")
IN_FORM = (ActionExecuted("payout_form"), ActiveLoop("payout_form"))


@pytest.fixture
def policy(tmp_path: "object") -> Leaving:
    config = {**Leaving.get_default_config(), "intents": ["request_human"]}
    context = ExecutionContext(GraphSchema({}))
    return Leaving.load(config, LocalModelStorage(tmp_path), Resource("leaving"), context)


def said(intent: str) -> UserUttered:
    """A customer's message of this intent."""
    return UserUttered("…", {"name": intent, "confidence": 0.9})


def predicted(policy: Leaving, *events: Event) -> "str | None":
    """The action that the policy wants after these events."""
    tracker = DialogueStateTracker.from_events("c1", list(events), slots=DOMAIN.slots)
    prediction = policy.predict_action_probabilities(tracker, DOMAIN)
    if prediction.max_confidence == 0:
        return None
    assert prediction.is_no_user_prediction
    return DOMAIN.action_names_or_texts[prediction.max_confidence_index]


def test_in_a_form_the_form_ends_first(policy: Leaving) -> None:
    assert predicted(policy, *IN_FORM, LISTEN, said("request_human")) == "action_deactivate_loop"


def test_other_intents_are_for_the_form(policy: Leaving) -> None:
    assert predicted(policy, *IN_FORM, LISTEN, said("thank")) is None


def test_outside_of_forms_it_says_nothing(policy: Leaving) -> None:
    assert predicted(policy, LISTEN, said("request_human")) is None


def test_it_speaks_once_a_message(policy: Leaving) -> None:
    ended = (ActionExecuted("action_deactivate_loop"), ActiveLoop(None))

    assert predicted(policy, *IN_FORM, LISTEN, said("request_human"), *ended) is None
