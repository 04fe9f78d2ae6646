"""A Rasa that says what a test wants, over our channel; it fails in the ways the real one does."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]

PERSON = {"custom": {"handoff": {"reason": "customer_asked", "rule": None}}}


@dataclass(slots=True)
class ScriptedRasa:
    """Answers by the text or payload of a turn; a repeat of a turn runs nothing again."""

    secret: str
    token: str = ""
    script: dict[str, list[Json]] = field(default_factory=dict)
    turns: list[Json] = field(default_factory=list)
    repeats: int = 0
    model: bool = True
    """Without one it still listens, and says so of its status."""
    mute: bool = False
    """Answers 200 without a word, as Rasa does when its action server is down."""
    frozen: asyncio.Event | None = None
    """Answers nothing until it is set."""
    called: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once anybody asked."""
    _said: dict[str, Json] = field(default_factory=dict)

    def app(self) -> web.Application:
        """The server."""
        app = web.Application()
        app.router.add_post("/webhooks/lotse/turn", self._turn)
        app.router.add_get("/status", self._status)
        return app

    async def _status(self, request: web.Request) -> web.Response:
        if request.query.get("token") != self.token:
            return web.json_response({"reason": "NotAuthenticated"}, status=401)
        if not self.model:
            return web.json_response({"reason": "Conflict"}, status=409)
        return web.json_response({"model_file": "lotse.tar.gz", "model_id": "0"})

    async def _turn(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return web.json_response({"code": "not_signed_in"}, status=401)
        turn = await request.json()
        self.called.set()
        if self.frozen is not None:
            await self.frozen.wait()
        if self.mute:
            return web.json_response({"replies": [], "understanding": None, "repeat": False})
        known = self._said.get(turn["message_id"])
        if known is not None:
            self.repeats += 1
            return web.json_response({**known, "repeat": True})
        self.turns.append(turn)
        answer = self._answer(turn)
        self._said[turn["message_id"]] = answer
        return web.json_response(answer)

    def _answer(self, turn: Json) -> Json:
        said = turn.get("text") or turn["payload"]
        replies = self.script.get(said, [{"text": f"You said: {said}"}])
        if said in {"Mensch bitte", "/request_human"}:
            replies = [{"text": "I'll get somebody."}, PERSON]
        return {
            "replies": replies,
            "understanding": {
                "intent": "ask_payout_status",
                "confidence": 0.93,
                "entities": [],
                "slots": {"language": turn["metadata"]["language"]},
            },
            "repeat": False,
        }
