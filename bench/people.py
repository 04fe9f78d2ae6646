"""From the turn that asks for a person to the console, and between agent and customer."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from bench.arrivals import arrivals
from bench.chat import Chat, Json
from bench.figures import Figure, latency
from bench.staff import enrolled
from local.product import Product

PAIRS = 20
RATE = 100.0
"""Messages a second, both directions together."""
TALK_S = 20.0


@dataclass(eq=False, slots=True)
class Console:
    """An agent's console: what it heard, and when."""

    http: ClientSession
    url: str
    cookie: str
    socket: ClientWebSocketResponse
    rows: dict[str, Json] = field(default_factory=dict)
    arrived: dict[tuple[str, str], float] = field(default_factory=dict)
    """When something was first heard: (conversation, state) or (conversation, message id)."""
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def listen(self) -> None:
        """Until cancelled."""
        async for message in self.socket:
            if message.type is WSMsgType.TEXT:
                await self._take(json.loads(message.data), time.perf_counter())

    async def _take(self, frame: Json, now: float) -> None:
        match frame["type"]:
            case "rows":
                for row in frame["rows"]:
                    self.rows[row["id"]] = row
                    self.arrived.setdefault((row["id"], row["state"]), now)
            case "event":
                event = frame["event"]
                key = (event["conversation"], event.get("client_message_id", ""))
                self.arrived.setdefault(key, now)
        async with self._news:
            self._news.notify_all()

    async def heard(self, conversation: str, what: str) -> float:
        """When it came; waits for it."""
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(lambda: (conversation, what) in self.arrived)
        return self.arrived[conversation, what]

    async def post(self, path: str, body: Json) -> Json:
        """A call as the console makes it."""
        headers = {"Origin": self.url, "Cookie": f"lotse_agent={self.cookie}"}
        url = f"{self.url}/v1/agent/conversations/{path}"
        async with self.http.post(url, json=body, headers=headers) as response:
            response.raise_for_status()
            answer: Json = await response.json()
        return answer

    async def accept(self, conversation: str) -> int:
        """Own it and watch it; the epoch to write with."""
        await self.heard(conversation, "queued")
        epoch = self.rows[conversation]["epoch"]
        row = (await self.post(f"{conversation}/accept", {"epoch": epoch}))["row"]
        await self.socket.send_json({"type": "watch", "conversation": conversation, "after": 0})
        owned: int = row["epoch"]
        return owned


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """With one agent who can take them all."""
    async with console(product, http) as agent, arrivals(product, http, PAIRS) as devices:
        handoffs = [await _handoff(agent, device) for device in devices]
        there, back = await _talk(agent, devices)
    return [
        *latency("asking for a person → console", handoffs, p99="≤ 150"),
        *latency("agent → customer at 100 msg/s", there, p50="≤ 15", p99="≤ 100"),
        *latency("customer → agent at 100 msg/s", back, p50="≤ 15", p99="≤ 100"),
    ]


async def _handoff(agent: Console, device: Chat) -> float:
    """From the customer's message to the row in the console."""
    started = time.perf_counter()
    await device.say("Mensch bitte")
    return await agent.heard(device.conversation, "queued") - started


async def _talk(agent: Console, devices: list[Chat]) -> tuple[list[float], list[float]]:
    epochs = {it.conversation: await agent.accept(it.conversation) for it in devices}
    there: list[float] = []
    back: list[float] = []
    async with asyncio.TaskGroup() as talk:
        for n in range(int(RATE * TALK_S)):
            device = devices[n % len(devices)]
            if n % 2:
                talk.create_task(_to_customer(agent, device, epochs[device.conversation], there))
            else:
                talk.create_task(_to_agent(agent, device, back))
            await asyncio.sleep(1 / RATE)
    return there, back


async def _to_customer(agent: Console, device: Chat, epoch: int, took: list[float]) -> None:
    message, started = str(uuid4()), time.perf_counter()
    body = {"client_message_id": message, "text": "One moment please.", "epoch": epoch}
    await agent.post(f"{device.conversation}/messages", body)
    event = await device.until(lambda event: event.get("client_message_id") == message)
    took.append(device.arrived[event["seq"]] - started)


async def _to_agent(agent: Console, device: Chat, took: list[float]) -> None:
    message, started = str(uuid4()), time.perf_counter()
    await device.try_to_say(message, "Thank you!")
    took.append(await agent.heard(device.conversation, message) - started)


@asynccontextmanager
async def console(product: Product, http: ClientSession) -> AsyncIterator[Console]:
    """An agent, signed in and listening."""
    email, password = await enrolled(product.database_url)
    credentials = {"email": email, "password": password}
    url, origin = product.url, {"Origin": product.url}
    async with http.post(f"{url}/v1/agent/login", json=credentials, headers=origin) as response:
        response.raise_for_status()
        cookie = response.cookies["lotse_agent"].value
    headers = {**origin, "Cookie": f"lotse_agent={cookie}"}
    async with http.ws_connect(
        f"{url}/v1/agent/socket", protocols=["lotse.v1"], headers=headers
    ) as socket:
        await socket.send_json({"type": "resume"})
        agent = Console(http, url, cookie, socket)
        listening = asyncio.create_task(agent.listen())
        try:
            yield agent
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
