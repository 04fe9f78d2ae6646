"""A customer's device in a few lines: sends until it knows, hears everything once."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import uuid4

import jwt
from aiohttp import ClientError, ClientSession, ClientTimeout, WSMsgType

Json: TypeAlias = dict[str, Any]

RETRY_S = 0.2
CALL = ClientTimeout(total=12)


class Refused(Exception):
    """The server understood and said no; sending again would not help."""


def identity(sub: str, secret: str, kind: str = "freelancer", name: str | None = None) -> str:
    """A token as the platform signs it."""
    now = int(time.time())
    claims = {"sub": sub, "kind": kind, "aud": "lotse", "iat": now, "exp": now + 300}
    named = {"name": name} if name else {}
    return jwt.encode({**claims, **named, "jti": str(uuid4())}, secret, "HS256")


@dataclass(eq=False, slots=True)
class Chat:
    """One device; `heard` is what its screen would show, in the order it came."""

    http: ClientSession
    urls: list[str]
    session: str
    conversation: str
    heard: list[Json] = field(default_factory=list)
    arrived: dict[int, float] = field(default_factory=dict)
    """When each seq was heard (monotonic seconds)."""
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def last_seq(self) -> int:
        """How far this device has come."""
        return self.heard[-1]["seq"] if self.heard else 0

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.session}"}

    def _url(self, attempt: int) -> str:
        """Another door at each attempt."""
        return self.urls[attempt % len(self.urls)]

    async def try_to_say(self, message: str, text: str, attempt: int = 0) -> Json:
        """One attempt: the receipt, Refused, or an error that leaves open what happened."""
        url = f"{self._url(attempt)}/v1/conversations/{self.conversation}/messages"
        body = {"client_message_id": message, "text": text}
        async with self.http.post(url, json=body, headers=self._headers, timeout=CALL) as response:
            if response.status in {200, 201}:
                receipt: Json = await response.json()
                return receipt
            if response.status >= 500 or response.status == 429:
                raise ConnectionError(f"HTTP {response.status}")
            raise Refused(await response.text())

    async def ask_person(self, attempt: int = 0) -> None:
        """The control beside the text; Refused where nobody can be asked for."""
        await self._control("person", attempt)

    async def back_to_assistant(self, attempt: int = 0) -> None:
        """Instead of waiting; Refused where nobody waits."""
        await self._control("assistant", attempt)

    async def close(self, attempt: int = 0) -> None:
        """The customer is done; Refused where it has ended already."""
        await self._control("close", attempt)

    async def _control(self, what: str, attempt: int) -> None:
        url = f"{self._url(attempt)}/v1/conversations/{self.conversation}/{what}"
        async with self.http.post(url, json={}, headers=self._headers, timeout=CALL) as response:
            if response.status >= 500:
                raise ConnectionError(f"HTTP {response.status}")
            if response.status != 200:
                raise Refused(await response.text())

    async def say(self, text: str, *, within_s: float = 60) -> Json:
        """Send with one id until the server has said what became of it."""
        message = str(uuid4())
        async with asyncio.timeout(within_s):
            for attempt in range(10**6):
                with suppress(ClientError, ConnectionError, TimeoutError):
                    return await self.try_to_say(message, text, attempt)
                await asyncio.sleep(RETRY_S)
        raise AssertionError("unreachable")

    async def log(self, after: int = 0) -> list[Json]:
        """The conversation over HTTP."""
        url = f"{self.urls[0]}/v1/conversations/{self.conversation}/events"
        events: list[Json] = []
        while True:
            query = {"after": str(events[-1]["seq"] if events else after), "limit": "1000"}
            async with self.http.get(
                url, params=query, headers=self._headers, timeout=CALL
            ) as answer:
                answer.raise_for_status()
                page = (await answer.json())["events"]
            events += page
            if len(page) < 1000:
                return events

    async def listen(self) -> None:
        """Hear everything, over any number of broken sockets; runs until cancelled."""
        for attempt in range(10**6):
            with suppress(ClientError, ConnectionError, TimeoutError):
                await self._listen_once(self._url(attempt))
            await asyncio.sleep(RETRY_S)

    async def _listen_once(self, url: str) -> None:
        resume = {
            "type": "resume",
            "session": self.session,
            "conversation": self.conversation,
            "after": self.last_seq,
        }
        async with self.http.ws_connect(
            f"{url}/v1/socket", protocols=["lotse.v1"], heartbeat=10
        ) as socket:
            await socket.send_json(resume)
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._take(json.loads(message.data))

    async def _take(self, frame: Json) -> None:
        if frame["type"] != "event":
            return
        event = frame["event"]
        self.arrived.setdefault(event["seq"], time.perf_counter())
        self.heard.append(event)
        async with self._news:
            self._news.notify_all()

    async def until(self, wanted: Callable[[Json], bool], *, within_s: float = 30) -> Json:
        """The first event, heard already or to come, that is wanted."""
        seen = 0
        async with asyncio.timeout(within_s), self._news:
            while True:
                for event in self.heard[seen:]:
                    if wanted(event):
                        return event
                seen = len(self.heard)
                await self._news.wait()

    async def answer_to(self, seq: int, *, within_s: float = 30) -> Json:
        """What the assistant said to a message, or that it had no answer."""
        return await self.until(lambda event: event.get("in_reply_to") == seq, within_s=within_s)

    async def ask(self, text: str) -> float:
        """Seconds from sending a text to hearing the answer."""
        started = time.perf_counter()
        receipt = await self.say(text)
        answer = await self.answer_to(receipt["seq"])
        return self.arrived[answer["seq"]] - started


@asynccontextmanager
async def chat(
    http: ClientSession, urls: list[str], body: Json, *, listening: bool = True
) -> AsyncIterator[Chat]:
    """A customer arrives; with an `identity` in the body they are signed in."""
    async with http.post(f"{urls[0]}/v1/sessions", json=body, timeout=CALL) as response:
        if response.status != 201:
            raise Refused(await response.text())
        session = await response.json()
    opened = Chat(http, urls, session["session"], session["conversation"]["id"])
    task = asyncio.create_task(opened.listen()) if listening else None
    try:
        yield opened
    finally:
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
