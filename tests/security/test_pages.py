"""Other sites' pages, our own pages, and the files behind them."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from yarl import URL

from handoff.api.route import Caller as Kind
from handoff.api.route import Route
from handoff.api.routes import ROUTES
from handoff.domain.people import Role
from tests import databases
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import PASSWORD, Door
from tests.redises import RedisServer
from tests.security.people import NOBODY_KNOWS, People, body_for

SHOP = "https://shop.example"
EVIL = "https://evil.example"
AGENT_WRITES = [
    route
    for route in ROUTES
    if route.caller in {Kind.AGENT, Kind.NEW_AGENT} and route.method != "GET"
]
FOR_PAGES = [
    route for route in ROUTES if route.caller in {Kind.PAGE, Kind.CUSTOMER} and not route.socket
]


def _named(it: object) -> str:
    return f"{it.method} {it.path}" if isinstance(it, Route) else str(it)


def _path(route: Route) -> str:
    return route.path.replace("{conversation}", NOBODY_KNOWS)


@pytest.mark.parametrize("origin", [None, "null", EVIL, "http://127.0.0.1", "ours.evil.example"])
@pytest.mark.parametrize("route", AGENT_WRITES, ids=_named)
async def test_no_other_page_writes_with_an_agents_cookie_nor_logs_anybody_in(
    front: Door, people: People, route: Route, origin: str | None
) -> None:
    headers = {"Cookie": f"lotse_agent={people.helper.cookie}"}
    if origin is not None:
        headers["Origin"] = origin

    answer = await front.client.request(
        route.method, _path(route), json=body_for(route.takes) or {}, headers=headers
    )

    assert (answer.status, (await answer.json())["code"]) == (403, "forbidden")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("origin", ["null", EVIL, "file://", f"{SHOP}.evil.example"])
@pytest.mark.parametrize("route", FOR_PAGES, ids=_named)
async def test_a_page_that_may_not_embed_us_gets_nothing(
    front: Door, people: People, route: Route, origin: str
) -> None:
    headers = {
        "Origin": origin,
        "Authorization": f"Bearer {people.victim.session['session']}",
    }

    answer = await front.client.request(
        route.method, _path(route), json=body_for(route.takes), headers=headers
    )

    assert (answer.status, (await answer.json())["code"]) == (403, "forbidden")
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.fixture(scope="module")
async def shop(
    template: str, redis_server: RedisServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Door]:
    """A door whose widget a shop may embed, with a web build."""
    root = _build(tmp_path_factory.mktemp("web"))
    async with (
        databases.copy_of(template) as database,
        doors.opened(
            database, redis_server.url, widget_origins=[SHOP], web_root=root / "dist"
        ) as door,
    ):
        yield door


def _build(folder: Path) -> Path:
    for name, text in {
        "secret.txt": "top secret",
        "dist/widget.js": "widget",
        "dist/assets/widget/chunk.js": "chunk",
        "dist/console/index.html": "<!doctype html><title>Console</title>",
        "dist/console/assets/app.js": "app",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / "dist" / "assets" / "widget" / "link.js").symlink_to(folder / "secret.txt")
    return folder


async def test_a_page_that_may_embed_us_is_named_and_cookies_are_never_allowed_along(
    shop: Door,
) -> None:
    asked = await shop.client.options(
        "/v1/sessions",
        headers={"Origin": SHOP, "Access-Control-Request-Method": "POST"},
    )
    opened = await shop.client.post(
        "/v1/sessions", json={"channel": "web"}, headers={"Origin": SHOP}
    )
    refused = await shop.client.get("/v1/conversations", headers={"Origin": SHOP})

    assert (asked.status, opened.status, refused.status) == (204, 201, 401)
    for answer in (asked, opened, refused):
        assert answer.headers["Access-Control-Allow-Origin"] == SHOP
        assert answer.headers["Vary"] == "Origin"
        assert "Access-Control-Allow-Credentials" not in answer.headers
    assert asked.headers["Access-Control-Allow-Headers"] == "authorization, content-type"


@pytest.mark.parametrize("path", ["/v1/agent/login", "/v1/agent/me", "/healthz", "/metrics"])
async def test_the_consoles_and_inner_calls_are_for_no_other_page(shop: Door, path: str) -> None:
    for method in ("OPTIONS", "GET"):
        answer = await shop.client.request(method, path, headers={"Origin": SHOP})

        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_an_embedding_page_gets_a_socket_and_its_neighbours_do_not(shop: Door) -> None:
    ws = await shop.client.ws_connect("/v1/socket", headers={"Origin": SHOP})
    await ws.close()

    for origin in ("http://shop.example", f"{SHOP}:8443", f"{SHOP}.evil.example"):
        answer = await shop.client.get(
            "/v1/socket",
            headers={"Origin": origin, "Upgrade": "websocket", "Connection": "Upgrade"},
        )
        assert answer.status == 403


async def test_logging_in_never_goes_on_with_a_session_that_was_planted(front: Door) -> None:
    email, planted = f"{uuid4()}@lotse.example", "planted by somebody else"
    await front.enrol("Amira", email, Role.AGENT, 5)

    response = await front.client.post(
        "/v1/agent/login",
        json={"email": email, "password": PASSWORD},
        headers={"Origin": front.origin, "Cookie": f"lotse_agent={planted}"},
    )
    front.client.session.cookie_jar.clear()
    again = await front.client.get("/v1/agent/me", headers={"Cookie": f"lotse_agent={planted}"})

    fresh = response.cookies["lotse_agent"].value
    assert fresh != planted
    assert len(fresh) >= 43
    assert again.status == 401


async def test_a_log_in_ends_nothing_and_opens_a_session_of_its_own(front: Door) -> None:
    name = f"Amira-{uuid4().hex[:6]}"
    first = await front.agent(name)
    second = await front.agent(name)

    assert first.cookie != second.cookie
    await first.call("POST", "/logout", {})
    assert (await second.call("GET", "/me")).status == 200


TRAVERSALS = [
    "/assets/widget/../../../secret.txt",
    "/assets/widget/..%2F..%2F..%2Fsecret.txt",
    "/assets/widget/..%2f..%2f..%2fsecret.txt",
    "/assets/widget/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
    "/assets/widget/..%5c..%5c..%5csecret.txt",
    "/assets/widget/%252e%252e%252fsecret.txt",
    "/assets/widget/%2Fetc%2Fpasswd",
    "/assets/widget/link.js",
    "/assets/widget/",
    "/assets/widget/.",
    "/assets/widget/..",
    "/assets/widget/%00",
    "/assets/widget/chunk.js%00.png",
    "/assets/widget/" + "x" * 300,
    "/assets/widget/" + "x" * 5000,
    "/assets/widget/%ff",
    "/console/assets/..%2F..%2F..%2Fsecret.txt",
    "/console/assets/%00",
    "/console/assets/" + "x" * 300,
]


@pytest.mark.parametrize("path", TRAVERSALS, ids=lambda path: path[:60])
async def test_nothing_outside_the_web_build_is_served(shop: Door, path: str) -> None:
    response = await shop.client.get(URL(path, encoded=True))

    assert response.status == 404
    assert "secret" not in await response.text()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/widget.js", "widget"),
        ("/assets/widget/chunk.js", "chunk"),
        ("/console/assets/app.js", "app"),
    ],
)
async def test_what_is_in_the_web_build_is_served(shop: Door, path: str, text: str) -> None:
    response = await shop.client.get(path)

    assert (response.status, await response.text()) == (200, text)
    assert response.headers["X-Content-Type-Options"] == "nosniff"


PAGES = [
    "/console",
    "/console/",
    "/console/queue/some/case",
    "/console/..%2F..%2Fsecret.txt",
    "/help/de",
    "/help/en",
    "/help/en?q=payout",
    "/help/en?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/help/en/account-locked",
]


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_runs_nothing_but_our_own_scripts_and_is_framed_by_nobody(
    shop: Door, path: str
) -> None:
    response = await shop.client.get(URL(path, encoded=True))

    assert (response.status, response.content_type) == (200, "text/html")
    policy = dict(
        part.strip().split(" ", 1)
        for part in response.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    page = await response.text()
    assert "<script>alert" not in page
    assert " style=" not in page


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/readyz", "/openapi.json", "/metrics", "/v1/sessions/current", "/nothing"],
)
async def test_every_answer_is_taken_for_what_it_is_and_kept_by_nobody(
    front: Door, path: str
) -> None:
    response = await front.client.get(path)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("language", "home"),
    [("de-DE,de;q=0.9", "/help/de"), ("en", "/help/en"), ("fr", "/help/en"), ("", "/help/en")],
)
async def test_the_help_pages_begin_in_the_browsers_language(
    front: Door, language: str, home: str
) -> None:
    response = await front.client.get(
        "/help", headers={"Accept-Language": language}, allow_redirects=False
    )
    style = await front.client.get("/help/style.css")

    assert (response.status, response.headers["Location"]) == (302, home)
    assert (style.status, style.content_type) == (200, "text/css")


@pytest.mark.parametrize("path", ["/widget.js", "/assets/widget/chunk.js"])
async def test_every_page_may_load_the_widget(shop: Door, path: str) -> None:
    response = await shop.client.get(path, headers={"Origin": EVIL})

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", ["/help/fr", "/help/en/nothing", "/help/en/%00", "/help/en/..%2f"])
async def test_an_unknown_article_is_a_problem_and_no_page(front: Door, path: str) -> None:
    response = await front.client.get(URL(path, encoded=True))

    assert (response.status, response.content_type) == (404, "application/problem+json")


async def test_in_production_the_cookie_goes_over_https_only(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, secure_cookies=True) as door:
        await door.enrol("Amira", "amira@lotse.example", Role.AGENT, 5)
        response = await door.client.post(
            "/v1/agent/login",
            json={"email": "amira@lotse.example", "password": PASSWORD},
            headers={"Origin": door.origin},
        )

        assert response.cookies["lotse_agent"]["secure"]
