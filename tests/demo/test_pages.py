"""The demo's pages and what they ask their server."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from connectors.identity import PlatformTokens
from demo.logins import keep
from demo.pages import Files, routes
from demo.people import read
from demo.tokens import Tokens
from handoff.api.errors import problems
from handoff.domain.errors import InvalidIdentity
from handoff.domain.people import CustomerKind, Language
from payouts.acts import Act
from payouts.book import PayoutBook
from payouts.pages import PlatformPages

Client: TypeAlias = TestClient[web.Request, web.Application]
PAGES = Path(__file__).parents[2] / "data" / "platform_pages.yml"
SECRET = "a secret of the demo that is long enough"


@pytest.fixture
async def client(book: PayoutBook, tmp_path: Path) -> AsyncIterator[Client]:
    """The demo's routes alone, with pages as the web build makes them."""
    pages = tmp_path / "dist" / "demo"
    (pages / "assets").mkdir(parents=True)
    for name in ("index.html", "app.html", "site.html", "assets/app-1.js"):
        (pages / name).write_text(f"built {name}")
    (tmp_path / "dist" / "secret.html").write_text("not of the demo")
    people = read()
    await book.record_all(people.events(datetime.now(UTC)))
    keep(tmp_path / "demo.json", people.agents)
    files = Files(web_root=tmp_path / "dist", logins=tmp_path / "demo.json")
    app = web.Application(middlewares=[problems])
    app.add_routes(routes(people, signer(), book, files))
    async with TestClient(TestServer(app)) as ready:
        yield ready


def signer(issuer: str | None = None) -> Tokens:
    return Tokens(secret=SECRET, audience="lotse", issuer=issuer, now=lambda: datetime.now(UTC))


async def fetched(client: Client, path: str) -> Any:
    async with client.get(path) as response:
        assert response.status == 200
        return await response.json()


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", "index.html"),
        ("/demo/app", "app.html"),
        ("/demo/site", "site.html"),
        ("/demo/assets/app-1.js", "assets/app-1.js"),
    ],
)
async def test_a_page_is_served_as_it_was_built(client: Client, path: str, page: str) -> None:
    async with client.get(path) as response:
        assert response.status == 200
        assert await response.text() == f"built {page}"


@pytest.mark.parametrize("act", list(Act))
async def test_where_a_button_leads_there_is_a_page(client: Client, act: Act) -> None:
    base = str(client.make_url("/demo/app"))
    pages = PlatformPages.load(PAGES, base)

    address = pages.address(act, {"payout_reference": "PO-1", "project": "PR-2204"})

    assert address is not None
    async with client.get(address.removeprefix(base.removesuffix("/demo/app"))) as response:
        assert response.status == 200
        assert await response.text() == "built app.html"


async def test_pages_allow_only_their_own_scripts(client: Client) -> None:
    async with client.get("/demo/app") as response:
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/demo/assets/gone.js", "/demo/assets/..%2F..%2Fsecret.html", "/demo/assets/.."]
)
async def test_nothing_outside_the_assets_is_served(client: Client, path: str) -> None:
    async with client.get(path, allow_redirects=False) as response:
        assert response.status == 404


async def test_everybody_who_can_sign_in_is_listed(client: Client) -> None:
    listed = await fetched(client, "/demo/people")

    assert listed["people"][0] == {
        "sub": "lena",
        "name": "Lena Brandt",
        "kind": "freelancer",
        "language": "de",
    }
    assert len(listed["people"]) == 8
    assert [set(agent) for agent in listed["agents"]] == [{"email", "name", "password"}] * 5


async def test_a_token_is_accepted_by_handoff(client: Client) -> None:
    token = (await fetched(client, "/demo/token?sub=helen"))["token"]

    identity = PlatformTokens(audience="lotse", secret=SECRET).check(token)

    assert (identity.sub, identity.name) == ("helen", "Helen Ward")
    assert (identity.kind, identity.language) == (CustomerKind.CLIENT, Language.EN)


def test_a_token_names_its_issuer_where_one_is_expected() -> None:
    lena = read().customer("lena")
    assert lena is not None
    issued = PlatformTokens(audience="lotse", issuer="platform", secret=SECRET)

    assert issued.check(signer("platform").token(lena)).sub == "lena"
    with pytest.raises(InvalidIdentity):
        issued.check(signer().token(lena))


async def test_no_two_tokens_are_the_same(client: Client) -> None:
    first = await fetched(client, "/demo/token?sub=lena")
    second = await fetched(client, "/demo/token?sub=lena")

    assert first != second


async def test_the_app_lists_its_users_payouts(client: Client) -> None:
    listed = await fetched(client, "/demo/payouts?sub=tomas")

    assert listed["payouts"] == [
        {"reference": "PO-70077", "amount": "99.00", "currency": "EUR", "state": "under_review"},
        {"reference": "PO-70052", "amount": "450.75", "currency": "EUR", "state": "in_transit"},
        {"reference": "PO-70011", "amount": "300.00", "currency": "EUR", "state": "paid"},
    ]


@pytest.mark.parametrize("path", ["/demo/token", "/demo/payouts"])
@pytest.mark.parametrize("query", ["", "?sub=", "?sub=nobody", "?sub=freelancer-1"])
async def test_only_people_of_the_demo_are_known(client: Client, path: str, query: str) -> None:
    async with client.get(path + query) as response:
        assert response.status == 404
        assert (await response.json())["code"] == "not_found"
