"""What other sites' pages can do with us: nothing, unless they were allowed to embed the widget."""

import re
from uuid import uuid4

import pytest

from handoff.api.route import Caller as Kind
from handoff.api.route import Route
from handoff.api.routes import ROUTES
from handoff.domain.people import Role
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import PASSWORD, Door
from tests.redises import RedisServer
from tests.security.people import EVIL, NOBODY_KNOWS, SHOP, People, body_for

OUR_PAGES_WRITE = [
    route
    for route in ROUTES
    if route.caller in {Kind.AGENT, Kind.NEW_AGENT, Kind.OWN_PAGE} and route.method != "GET"
]
FOR_PAGES = [
    route for route in ROUTES if route.caller in {Kind.PAGE, Kind.CUSTOMER} and not route.socket
]


def _named(it: object) -> str:
    return f"{it.method} {it.path}" if isinstance(it, Route) else str(it)


def _path(route: Route) -> str:
    return re.sub(r"\{\w+\}", NOBODY_KNOWS, route.path)


@pytest.mark.parametrize("origin", [None, "null", EVIL, "http://127.0.0.1", "ours.evil.example"])
@pytest.mark.parametrize("route", OUR_PAGES_WRITE, ids=_named)
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
