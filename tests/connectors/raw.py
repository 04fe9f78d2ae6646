"""A Rasa that answers exactly what a test tells it to, however wrong."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from connectors.rasa import RasaAssistant
from handoff.ports import Answer, Turn
from tests.handoff.domain.examples import conversation, customer, said

SECRET = "shared secret"
TURN = Turn(
    conversation=conversation(), seq=7, said=said("Wo bleibt mein Geld?"), customer=customer()
)


@dataclass(slots=True)
class Raw:
    """A server that answers exactly what it is told to."""

    body: bytes = b""
    status: int = 200
    delay: asyncio.Event | None = None
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def turn(self, request: web.Request) -> web.Response:
        """Whatever was said."""
        self.heard.append(await request.json())
        if self.delay is not None:
            await self.delay.wait()
        return web.Response(body=self.body, status=self.status, content_type="application/json")

    def says(self, *replies: dict[str, Any], **more: object) -> None:
        """A well-formed answer."""
        self.body = json.dumps({"replies": replies, **more}).encode()


@asynccontextmanager
async def assistant(
    app: web.Application, timeout_s: float = 5, platform: str | None = None
) -> AsyncIterator[RasaAssistant]:
    async with TestServer(app) as server, ClientSession() as http:
        url = str(server.make_url("")).rstrip("/")
        yield RasaAssistant(
            http=http, url=url, secret=SECRET, timeout_s=timeout_s, platform=platform
        )


async def asked(
    raw: Raw, turn: Turn = TURN, timeout_s: float = 5, platform: str | None = None
) -> Answer:
    app = web.Application()
    app.router.add_post("/webhooks/lotse/turn", raw.turn)
    async with assistant(app, timeout_s, platform) as channel:
        return await channel.answer(turn)


async def answered(*replies: dict[str, Any], **more: object) -> Answer:
    raw = Raw()
    raw.says(*replies, **more)
    return await asked(raw)
