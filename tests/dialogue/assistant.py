"""The real assistant: Rasa and the action server as processes, and conversations with them."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp

from local.places import BOT_PYTHON, RASA, ROOT
from local.ports import several
from local.programs import RASA_QUIET
from tests.dialogue.world import NOW

SECRET = "a secret of the tests"
PORTS = range(22000, 22100)
PLATFORM = "https://platform.example"
Json = dict[str, Any]


@dataclass
class Process:
    """A program of ours that can be killed and started again."""

    argv: tuple[str, ...]
    environment: Mapping[str, str]
    health: str
    log: Path
    running: subprocess.Popen[bytes] | None = None

    async def start(self, seconds: float = 240) -> None:
        """Start it and wait until it answers."""
        self.running = running = self._launched()
        async with asyncio.timeout(seconds), aiohttp.ClientSession() as session:
            while not await _answers(session, self.health):
                if running.poll() is not None:
                    raise AssertionError(self.log.read_text()[-4000:])
                await asyncio.sleep(0.2)

    def _launched(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **self.environment}
        with self.log.open("ab") as log:
            return subprocess.Popen(self.argv, cwd=ROOT, env=environment, stdout=log, stderr=log)

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """End it and wait for its end."""
        if self.running is not None:
            self.running.send_signal(sign)
            self.running.wait(30)
            self.running = None


async def _answers(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(url) as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


@dataclass(frozen=True)
class Answer:
    """What the channel answered to one message."""

    status: int
    body: Json

    @property
    def replies(self) -> list[Json]:
        """The replies in their order."""
        return list(self.body["replies"])

    @property
    def text(self) -> str:
        """Every word that was said."""
        return "\n".join(reply["text"] for reply in self.replies if "text" in reply)

    @property
    def buttons(self) -> list[Json]:
        """Every button that was offered."""
        return [button for reply in self.replies for button in reply.get("buttons", [])]

    def part(self, name: str) -> Any:
        """The one thing of this name that was shown, None when there is none."""
        shown = [reply["custom"][name] for reply in self.replies if name in reply.get("custom", {})]
        assert len(shown) < 2, f"shown more than once: {name}"
        return shown[0] if shown else None

    @property
    def links(self) -> list[Json]:
        """Every page of the platform that was offered."""
        shown = [reply.get("custom", {}).get("links", []) for reply in self.replies]
        return [link for links in shown for link in links]

    @property
    def intent(self) -> str:
        """What the message was understood as."""
        return str(self.body["understanding"]["intent"])


@dataclass
class Conversation:
    """One customer's conversation; every message gets the next id."""

    assistant: "Assistant"
    sub: str | None = None
    language: str = "de"
    sender: str = field(default_factory=lambda: str(uuid4()))
    count: int = 0
    guides: dict[str, list[str]] = field(default_factory=dict)
    """The steps ticked so far, which the front door tells with each message."""

    async def say(self, text: str) -> Answer:
        """Write a message."""
        return await self._send({"text": text})

    async def press(self, payload: str) -> Answer:
        """Press a button of ours."""
        return await self._send({"payload": payload})

    async def again(self, text: str) -> Answer:
        """Send the last message once more, as after a lost answer."""
        self.count -= 1
        return await self._send({"text": text})

    async def _send(self, words: Json) -> Answer:
        self.count += 1
        kind = "freelancer" if self.sub else "visitor"
        who = {"sub": self.sub, "kind": kind, "verified": self.sub is not None, "name": None}
        metadata = {"language": self.language, "channel": "in_app", "page_url": None}
        return await self.assistant.post(
            {
                "sender": self.sender,
                "message_id": f"{self.sender}:{self.count}",
                "metadata": {**metadata, "customer": who, "guides": self.guides},
                **words,
            }
        )


@dataclass
class Assistant:
    """Both processes and the way to talk to them."""

    url: str
    rasa: Process
    actions: Process
    session: aiohttp.ClientSession

    def conversation(self, sub: str | None = None, language: str = "de") -> Conversation:
        """Begin a conversation as this customer, or as a visitor."""
        return Conversation(self, sub, language)

    async def post(self, body: Any, secret: str = SECRET) -> Answer:
        """Send any body to the channel."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {secret}"}
        async with self.session.post(self.url, data=data, headers=headers) as response:
            return Answer(response.status, json.loads(await response.read()))


@asynccontextmanager
async def assistant(database_url: str, logs: Path, model: Path) -> AsyncIterator[Assistant]:
    """Run the assistant over a filled, migrated database, at the time of the tests' world."""
    rasa_port, actions_port = several(2, PORTS)
    shared = {"LOTSE_CLOCK_OFFSET_S": str((NOW - datetime.now(UTC)).total_seconds())}
    actions = Process(
        (sys.executable, "-m", "actions"),
        {
            **shared,
            "DATABASE_URL": database_url,
            "ACTIONS_PORT": str(actions_port),
            "LOTSE_PLATFORM_URL": PLATFORM,
        },
        f"http://127.0.0.1:{actions_port}/health",
        logs / "actions.log",
    )
    listen = ("-i", "127.0.0.1", "-p", str(rasa_port))
    environment = {
        **RASA_QUIET,
        **shared,
        "PYTHONPATH": str(ROOT),
        "RASA_TRACKER_URL": database_url,
        "POSTGRESQL_SCHEMA": "rasa",
        "ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
        "LOTSE_CHANNEL_SECRET": SECRET,
    }
    root = f"http://127.0.0.1:{rasa_port}"
    rasa = Process(
        (str(BOT_PYTHON), str(RASA), "run", *listen, "-m", str(model)),
        environment,
        f"{root}/",
        logs / "rasa.log",
    )
    async with aiohttp.ClientSession() as session:
        try:
            await asyncio.gather(actions.start(), rasa.start())
            yield Assistant(f"{root}/webhooks/lotse/turn", rasa, actions, session)
        finally:
            # Rasa takes ten seconds to end politely, and nothing of it is kept.
            rasa.stop(signal.SIGKILL)
            actions.stop()
