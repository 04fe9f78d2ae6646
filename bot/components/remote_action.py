"""Three changes to how Rasa 3.6.21 calls the action server.

Rasa re-checks the schema of action responses, itself a constant, on every call: three quarters
of the processor time of such a turn. Here it is compiled once and accepts and refuses the same.
Rasa opens a connection for every call and closes it again; here it is kept (`kept.py`). And the
address of the action server may come from the environment without having to.
"""

import os
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from bot.components import kept

WRITTEN_FOR = "3.6.21"
ADDRESS = "ACTIONS_URL"

_SCHEMA = RemoteAction.action_response_format_spec()
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)
_ORIGINAL_INIT = RemoteAction.__init__


def install() -> None:
    """Put the changes in place; doing it again changes nothing."""
    RemoteAction._validate_action_result = validate  # noqa: SLF001
    RemoteAction.__init__ = init_with_address


def validate(_action: RemoteAction, answer: Any) -> bool:
    """Accept an answer of the action server, or raise the most telling error."""
    error = best_match(_VALIDATOR.iter_errors(answer))
    if error is not None:
        raise error
    return True


def init_with_address(
    action: RemoteAction, name: str, action_endpoint: EndpointConfig | None
) -> None:
    """Let ACTIONS_URL, when set, take the place of the address in endpoints.yml.

    Its headers go along with each request; basic authentication, which a session would have to
    carry, is left to Rasa's own way.
    """
    address = os.environ.get(ADDRESS)
    if action_endpoint is not None:
        action_endpoint.url = address or action_endpoint.url
        if not action_endpoint.basic_auth:
            action_endpoint.session = kept.session
    _ORIGINAL_INIT(action, name, action_endpoint)
