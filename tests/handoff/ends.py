"""The ends of a conversation as a test holds them: a device, a customer, an agent."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from uuid import uuid4

from aiohttp import ClientResponse, ClientWebSocketResponse, WSMsgType
from aiohttp.test_utils import TestClient

Json = dict[str, Any]

PATIENCE_S = 10.0
OCTETS = {"Content-Type": "application/octet-stream"}


@dataclass(slots=True)
class Socket:
    """A socket with all it has heard."""

    ws: ClientWebSocketResponse
    heard: list[Json] = field(default_factory=list)

    async def until(self, wanted: Callable[[Json], bool]) -> Json:
        """The first frame, heard already or to come, that is wanted."""
        for frame in self.heard:
            if wanted(frame):
                return frame
        async with asyncio.timeout(PATIENCE_S):
            while True:
                message = await self.ws.receive()
                assert message.type is WSMsgType.TEXT, (message, self.ws.close_code, self.heard)
                latest: Json = json.loads(message.data)
                self.heard.append(latest)
                if wanted(latest):
                    return latest

    async def event(self, kind: str, **having: object) -> Json:
        """The first event of a type, with some of its values."""
        frame = await self.until(
            lambda frame: (
                frame["type"] == "event"
                and frame["event"]["type"] == kind
                and having.items() <= frame["event"].items()
            )
        )
        event: Json = frame["event"]
        return event

    async def closed(self) -> int | None:
        """The code with which the server closed it."""
        async with asyncio.timeout(PATIENCE_S):
            while (message := await self.ws.receive()).type is WSMsgType.TEXT:
                self.heard.append(json.loads(message.data))
        return self.ws.close_code

    @property
    def events(self) -> list[Json]:
        """All events heard so far."""
        return [frame["event"] for frame in self.heard if frame["type"] == "event"]


@dataclass(slots=True)
class Customer:
    """Somebody with a chat."""

    client: TestClient[Any, Any]
    session: Json

    @property
    def conversation(self) -> str:
        """Where the session began."""
        it: str = self.session["conversation"]["id"]
        return it

    async def call(self, method: str, path: str, body: Json | None = None) -> ClientResponse:
        """A call with the session."""
        headers = {"Authorization": f"Bearer {self.session['session']}"}
        return await self.client.request(method, path, json=body, headers=headers)

    async def say(self, text: str, message: str | None = None, to: str | None = None) -> Json:
        """Send a text."""
        body = {"client_message_id": message or str(uuid4()), "text": text}
        path = f"/v1/conversations/{to or self.conversation}/messages"
        response = await self.call("POST", path, body)
        assert response.status in {200, 201}, await response.text()
        receipt: Json = await response.json()
        return receipt

    async def upload(self, content: bytes, name: str, **more: str) -> ClientResponse:
        """A file, for a message to come; with more headers."""
        path = f"/v1/conversations/{self.conversation}/attachments"
        headers = {"Authorization": f"Bearer {self.session['session']}", **OCTETS, **more}
        body = BytesIO(content)
        return await self.client.post(path, params={"name": name}, data=body, headers=headers)

    async def send_files(self, *files: str, **body: object) -> ClientResponse:
        """A message of files that were uploaded."""
        body = {"client_message_id": str(uuid4()), "attachments": files, **body}
        return await self.call("POST", f"/v1/conversations/{self.conversation}/messages", body)

    async def choose(self, choice: str) -> Json:
        """Press a button."""
        body = {"client_message_id": str(uuid4()), "choice": choice}
        path = f"/v1/conversations/{self.conversation}/messages"
        response = await self.call("POST", path, body)
        assert response.status == 201, await response.text()
        receipt: Json = await response.json()
        return receipt

    async def post(self, what: str) -> Json:
        """One of the controls: person, assistant, close."""
        path = f"/v1/conversations/{self.conversation}/{what}"
        response = await self.call("POST", path, {})
        assert response.status == 200, await response.text()
        shown: Json = await response.json()
        return shown

    async def events(self, after: int = 0) -> list[Json]:
        """The log over HTTP."""
        path = f"/v1/conversations/{self.conversation}/events?after={after}"
        response = await self.call("GET", path)
        assert response.status == 200, await response.text()
        events: list[Json] = (await response.json())["events"]
        return events

    async def socket(self, after: int = 0, conversation: str | None = None) -> Socket:
        """A device that listens."""
        ws = await self.client.ws_connect("/v1/socket", protocols=["lotse.v1"])
        await ws.send_json(
            {
                "type": "resume",
                "session": self.session["session"],
                "conversation": conversation or self.conversation,
                "after": after,
            }
        )
        socket = Socket(ws)
        await socket.until(lambda frame: frame["type"] == "resumed")
        return socket


@dataclass(slots=True)
class Helper:
    """An agent at the console."""

    client: TestClient[Any, Any]
    agent: Json
    cookie: str

    @property
    def headers(self) -> dict[str, str]:
        """What our own console sends."""
        return {
            "Origin": f"http://{self.client.host}:{self.client.port}",
            "Cookie": f"lotse_agent={self.cookie}",
        }

    async def call(self, method: str, path: str, body: Json | None = None) -> ClientResponse:
        """A call with the cookie."""
        path = f"/v1/agent{path}"
        return await self.client.request(method, path, json=body, headers=self.headers)

    async def rows(self, view: str = "queue") -> list[Json]:
        """A view's rows."""
        response = await self.call("GET", f"/conversations?view={view}")
        assert response.status == 200, await response.text()
        rows: list[Json] = (await response.json())["rows"]
        return rows

    async def case(self, conversation: str) -> Json:
        """All there is to see."""
        response = await self.call("GET", f"/conversations/{conversation}")
        assert response.status == 200, await response.text()
        case: Json = await response.json()
        return case

    async def epoch(self, conversation: str) -> int:
        """The current epoch."""
        epoch: int = (await self.case(conversation))["row"]["epoch"]
        return epoch

    async def act(self, conversation: str, what: str, **body: object) -> ClientResponse:
        """accept, messages, notes, hand-back, close; with the current epoch unless told."""
        if what != "notes":
            body.setdefault("epoch", await self.epoch(conversation))
        return await self.call("POST", f"/conversations/{conversation}/{what}", body)

    async def upload(self, conversation: str, content: bytes, name: str) -> ClientResponse:
        """A file, for a message to come."""
        path = f"/v1/agent/conversations/{conversation}/attachments"
        headers, body = {**self.headers, **OCTETS}, BytesIO(content)
        return await self.client.post(path, params={"name": name}, data=body, headers=headers)

    async def say(self, conversation: str, text: str) -> ClientResponse:
        """Write to the customer."""
        message = str(uuid4())
        return await self.act(conversation, "messages", client_message_id=message, text=text)

    async def socket(self) -> Socket:
        """The console listens."""
        ws = await self.client.ws_connect(
            "/v1/agent/socket", protocols=["lotse.v1"], headers=self.headers
        )
        await ws.send_json({"type": "resume"})
        socket = Socket(ws)
        await socket.until(lambda frame: frame["type"] == "resumed")
        return socket
