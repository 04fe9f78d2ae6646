"""The only channel that Rasa is reached through: turns from the front door, by shared secret."""

import hmac
import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.components import kept
from bot.components.conversation import play
from bot.components.turn import Refused, parse_turn

VARIABLE = "LOTSE_CHANNEL_SECRET"
log = logging.getLogger(__name__)


class LotseChannel(InputChannel):
    """POST /webhooks/lotse/turn: one message in, its answer and what was understood out."""

    def __init__(self, secret: str) -> None:
        """Keep the secret; without one every turn is refused."""
        self._expected = f"Bearer {secret}".encode() if secret else None
        if not secret:
            log.warning("channel_closed reason=%s_unset", VARIABLE)

    @classmethod
    def name(cls) -> str:
        """The word in the address."""
        return "lotse"

    @classmethod
    def from_credentials(cls, _credentials: dict[str, Any] | None) -> "LotseChannel":
        """Build the channel; the secret stands in the environment, not in a file."""
        return cls(os.environ.get(VARIABLE, ""))

    def blueprint(self, _on_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The route, as Rasa's server asks for it."""
        routes = Blueprint("lotse_channel")

        @routes.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            try:
                return response.json(await self._answer(request))
            except Refused as refused:
                log.info("turn_refused status=%s code=%s", refused.status, refused.code)
                return _problem(refused)

        @routes.listener("after_server_stop")
        async def close(_app: Sanic, _loop: Any) -> None:
            await kept.close()

        return routes

    async def _answer(self, request: Request) -> dict[str, Any]:
        given = request.headers.get("Authorization", "").encode()
        if self._expected is None or not hmac.compare_digest(given, self._expected):
            raise Refused(401, "not_authorised", "The shared secret is missing or wrong.")
        return await play(request.app.ctx.agent, parse_turn(request.body), self.name())


def _problem(refused: Refused) -> HTTPResponse:
    return response.json(
        {
            "type": "about:blank",
            "title": refused.code.replace("_", " ").capitalize(),
            "status": refused.status,
            "code": refused.code,
            "detail": refused.detail,
        },
        status=refused.status,
        content_type="application/problem+json",
    )
