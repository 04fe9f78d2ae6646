"""The front door as a test drives it: real database, real Redis, scripted Rasa."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import jwt
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
from tests.handoff.ends import Customer, Helper, Json
from tests.handoff.rasa import ScriptedRasa

IDENTITY_SECRET = "identity-secret-of-the-tests-0123456789"
WEBHOOK_SECRET = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IGhlcmU="
VAULT_KEY = "dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QncyBrZXk="
RASA_SECRET = "rasa-secret-of-the-tests"
RASA_TOKEN = "rasa-token-of-the-tests"
PASSWORD = "correct horse battery staple"
PERSON_BUTTON = "{seq}-person"
"""Id of the button under an apology for message `seq`."""

HASHED = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""Cheap to check: what a real one costs is measured elsewhere."""


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
    rasa = ScriptedRasa(RASA_SECRET, RASA_TOKEN)
    async with TestServer(rasa.app()) as server:
        configured = {
            "DATABASE_URL": database.url,
            "REDIS_URL": redis_url,
            "rasa_url": str(server.make_url("")).rstrip("/"),
            "rasa_secret": RASA_SECRET,
            "RASA_TOKEN": RASA_TOKEN,
            "identity_secret": IDENTITY_SECRET,
            "webhook_secret": WEBHOOK_SECRET,
            "vault_key": VAULT_KEY,
            "sweep_every_s": 0.5,
            "offer_chats": False,
            "sessions_a_minute": 100_000,
            "messages_a_minute": 100_000,
            "changes_a_minute": 100_000,
            "addresses_an_hour": 100_000,
            "log_ins_a_minute": 100_000,
            "page_votes_a_minute": 100_000,
            "uploads_a_minute": 100_000,
            **settings,
        }
        validated = Settings.model_validate(configured)
        loaded = Loaded.of(validated) if "routing_file" in settings else _loaded(validated)
        app = await create_app(validated, loaded)
        async with TestClient(TestServer(app)) as client:
            yield Door(client, database, rasa)


_LOADED: list[Loaded] = []


def _loaded(settings: Settings) -> Loaded:
    """Loaded once a run."""
    if not _LOADED:
        _LOADED.append(Loaded.of(settings))
    return _LOADED[0]
