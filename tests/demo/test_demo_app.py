"""The whole front door with the demo beside it, on real stores."""

import base64
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from connectors.webhooks import sign
from demo.__main__ import demo_app
from demo.people import read
from handoff.settings import Settings
from payouts.book import PayoutBook
from tests.databases import Database
from tests.payouts.examples import payout_event
from tests.redises import RedisServer

Client: TypeAlias = TestClient[web.Request, web.Application]
WEBHOOK_SECRET = "whsec_" + base64.b64encode(b"the platform of the demo").decode()


@pytest.fixture
def settings(
    database: Database, redis_server: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """As `make up` sets the environment, but for a Rasa that is never asked."""
    environment = {
        "LOTSE_HOME": str(tmp_path),
        "DATABASE_URL": database.url,
        "REDIS_URL": redis_server.url,
        "HANDOFF_RASA_URL": "http://127.0.0.1:9",
        "HANDOFF_RASA_SECRET": "a secret of the channel",
        "RASA_TOKEN": "a token of Rasa's own API",
        "HANDOFF_IDENTITY_SECRET": "an identity secret that is long enough",
        "HANDOFF_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "HANDOFF_VAULT_KEY": base64.urlsafe_b64encode(bytes(32)).decode(),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings()


@pytest.fixture
async def client(settings: Settings, book: PayoutBook) -> AsyncIterator[Client]:
    """The demo, listening."""
    await book.record_all(read().events(datetime.now(UTC)))
    async with TestClient(TestServer(await demo_app(settings))) as ready:
        yield ready


async def test_somebody_of_the_demo_signs_in_with_their_token(client: Client) -> None:
    async with client.get("/demo/token?sub=lena") as response:
        token = (await response.json())["token"]

    async with client.post(
        "/v1/sessions", json={"channel": "in_app", "identity": token}
    ) as response:
        opened = await response.json()

    assert response.status == 201
    assert opened["customer"]["name"] == "Lena Brandt"
    assert opened["customer"]["verified"] is True


async def test_an_event_of_the_platform_reaches_the_apps_own_list(client: Client) -> None:
    paid = payout_event("evt_paid", "paid", hours=24 * 365)
    body = paid.model_dump_json().encode()
    headers = sign("evt_paid", datetime.now(UTC), body, WEBHOOK_SECRET)

    async with client.post("/v1/platform/events", data=body, headers=headers) as response:
        assert response.status < 300

    async with client.get("/demo/payouts?sub=lena") as response:
        (payout,) = (await response.json())["payouts"]
    assert payout["state"] == "paid"


async def test_the_demo_asks_for_the_key_it_signs_with(settings: Settings) -> None:
    with pytest.raises(SystemExit, match="HANDOFF_IDENTITY_SECRET"):
        await demo_app(settings.model_copy(update={"identity_secret": None}))
