"""The compiled check of action responses judges as Rasa's own."""

import jsonschema
import pytest
import rasa
from bot.components import remote_action
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

ANSWERS = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "language", "value": "de"}], "responses": [{}]},
    {"events": [{"event": "no such event"}], "responses": []},
    {"events": [{"event": "slot"}], "responses": []},
    {"events": {}, "responses": []},
    {"events": [], "responses": ["text"]},
    {},
    [],
    None,
]


def test_it_is_made_for_the_rasa_that_is_installed() -> None:
    assert rasa.__version__ == remote_action.WRITTEN_FOR


def test_it_is_in_place_once_a_component_is_loaded() -> None:
    assert RemoteAction._validate_action_result is remote_action.validate


@pytest.mark.parametrize("answer", ANSWERS, ids=repr)
def test_it_accepts_and_refuses_as_the_original(answer: object) -> None:
    assert _accepted(answer) == _accepted_by_schema(answer)


def _accepted(answer: object) -> bool:
    try:
        return RemoteAction("action_x", None)._validate_action_result(answer)
    except jsonschema.ValidationError:
        return False


def _accepted_by_schema(answer: object) -> bool:
    try:
        jsonschema.validate(answer, RemoteAction.action_response_format_spec())
    except jsonschema.ValidationError:
        return False
    return True


def test_the_environment_may_name_the_action_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTIONS_URL", "http://actions.example/webhook")

    action = RemoteAction("action_x", EndpointConfig("http://127.0.0.1:5055/webhook"))

    assert action.action_endpoint.url == "http://actions.example/webhook"


def test_without_it_the_address_of_the_file_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTIONS_URL", raising=False)

    action = RemoteAction("action_x", EndpointConfig("http://127.0.0.1:5055/webhook"))

    assert action.action_endpoint.url == "http://127.0.0.1:5055/webhook"
