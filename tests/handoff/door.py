"""The front door as a test drives it: real database, real Redis, scripted Rasa."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import jwt
from aiohttp import ClientResponse, ClientWebSocketResponse, WSMsgType
from aiohttp.test_utils import TestClient, TestServer
from argon2 import PasswordHasher

from handoff.api import keys
from handoff.api.registry import Sockets
from handoff.app import Loaded, create_app
from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Language, Role
from handoff.live.hub import Hub
from handoff.settings import Settings
from handoff.storage.agents import SqlAgents
from tests.databases import Database
from tests.handoff.rasa import ScriptedRasa

Json = dict[str, Any]

IDENTITY_SECRET = "identity-secret-of-the-tests-0123456789"
WEBHOOK_SECRET = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IGhlcmU="
RASA_SECRET = "rasa-secret-of-the-tests"
PASSWORD = "correct horse battery staple"
PATIENCE_S = 10.0

PERSON_BUTTON = "{seq}-person"
"""Id of the button under an apology for message `seq`."""

HASHED = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""Cheap to check: what a real one costs is measured elsewhere."""


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


@dataclass(slots=True)
class Door:
    """The front door with everybody who may come."""

    client: TestClient[Any, Any]
    database: Database
    rasa: ScriptedRasa

    async def visitor(self, language: str = "en") -> Customer:
        """Somebody who has not signed in."""
        return await self._admitted({"channel": "web", "language": language})

    async def customer(
        self, sub: str, kind: str = "freelancer", language: str = "en", **claims: Any
    ) -> Customer:
        """Somebody the platform vouches for."""
        token = identity(sub, kind, **claims)
        body = {"channel": "in_app", "language": language, "identity": token}
        return await self._admitted(body)

    async def sign_in(self, visitor: Customer, sub: str) -> Customer:
        """A visitor turns out to be somebody the platform vouches for."""
        body = {"channel": "web", "identity": identity(sub)}
        response = await visitor.call("POST", "/v1/sessions", body)
        assert response.status == 201, await response.text()
        return Customer(self.client, await response.json())

    async def agent(
        self, name: str = "Amira", role: Role = Role.AGENT, capacity: int = 5
    ) -> Helper:
        """Somebody of the team, signed in."""
        email = f"{name.lower()}@lotse.example"
        await self.enrol(name, email, role, capacity)
        response = await self.client.post(
            "/v1/agent/login",
            json={"email": email, "password": PASSWORD},
            headers={"Origin": self.origin},
        )
        assert response.status == 200, await response.text()
        cookie = response.cookies["lotse_agent"].value
        self.client.session.cookie_jar.clear()
        return Helper(self.client, (await response.json())["agent"], cookie)

    async def enrol(self, name: str, email: str, role: Role, capacity: int) -> None:
        """Somebody of the team, not signed in."""
        agent = Agent(
            id=AgentId(uuid4()),
            name=name,
            email=email,
            role=role,
            languages=(Language.DE, Language.EN),
            skills=("payouts",),
            teams=("Payments",),
            capacity=capacity,
        )
        async with self.database.engine.begin() as connection:
            await SqlAgents(connection).enrol(agent, HASHED)

    @property
    def server(self) -> TestServer:
        """The server itself."""
        it = self.client.server
        assert isinstance(it, TestServer)
        return it

    @property
    def sockets(self) -> Sockets:
        """Who is connected."""
        return self.server.app[keys.SOCKETS]

    @property
    def hub(self) -> Hub:
        """Who listens to what."""
        return self.server.app[keys.FANOUT].hub

    @property
    def origin(self) -> str:
        """Our own."""
        return f"http://{self.client.host}:{self.client.port}"

    async def _admitted(self, body: Json) -> Customer:
        response = await self.client.post("/v1/sessions", json=body)
        assert response.status == 201, await response.text()
        return Customer(self.client, await response.json())


def identity(
    sub: str, kind: str = "freelancer", key: str = IDENTITY_SECRET, **claims: object
) -> str:
    """A token as the platform signs it."""
    now = int(time.time())
    usual = {"sub": sub, "kind": kind, "aud": "lotse", "iat": now, "exp": now + 300}
    return jwt.encode({**usual, "jti": str(uuid4()), **claims}, key, "HS256")


@asynccontextmanager
async def opened(database: Database, redis_url: str, **settings: object) -> AsyncIterator[Door]:
    """A front door of its own; settings may be changed."""
    rasa = ScriptedRasa(RASA_SECRET)
    async with TestServer(rasa.app()) as server:
        configured = {
            "DATABASE_URL": database.url,
            "REDIS_URL": redis_url,
            "rasa_url": str(server.make_url("")).rstrip("/"),
            "rasa_secret": RASA_SECRET,
            "identity_secret": IDENTITY_SECRET,
            "webhook_secret": WEBHOOK_SECRET,
            "sweep_every_s": 0.5,
            "sessions_a_minute": 100_000,
            "messages_a_minute": 100_000,
            "log_ins_a_minute": 100_000,
            **settings,
        }
        validated = Settings.model_validate(configured)
        app = await create_app(validated, _loaded(validated))
        async with TestClient(TestServer(app)) as client:
            yield Door(client, database, rasa)


_LOADED: list[Loaded] = []


def _loaded(settings: Settings) -> Loaded:
    """Loaded once a run."""
    if not _LOADED:
        _LOADED.append(Loaded.of(settings))
    return _LOADED[0]
