"""Every route, tried by everybody, on somebody else's conversation."""

import re

import pytest

from handoff.api.route import Caller as Kind
from handoff.api.route import Route
from handoff.api.routes import ROUTES
from handoff.domain.people import Role
from tests.handoff.door import Door
from tests.security.people import (
    CALLERS,
    NAME,
    NOBODY_KNOWS,
    SECRET,
    SIGNED_IN_CUSTOMERS,
    People,
    body_for,
    path_of,
    role_of,
)

CALLS = [route for route in ROUTES if not route.socket]
ON_A_CONVERSATION = [route for route in CALLS if "{conversation}" in route.path]
OF_CUSTOMERS = [route for route in CALLS if route.caller is Kind.CUSTOMER]
OF_AGENTS = [route for route in CALLS if route.caller is Kind.AGENT]
WITH_A_BODY = [route for route in CALLS if route.takes is not None and route.takes.model_fields]
ENDINGS = {"/v1/sessions/current", "/v1/agent/logout"}
"""They would end sessions that others here still need."""

CASE = "{conversation}"
PLACES = re.compile(r"{\w+}")
OF_SOMETHING = {"{conversation}", "{agent}", "{saved_view}", "{customer}"}
"""What there is none of here."""

Try = tuple[Route, str]


def _tries(routes: list[Route], *, allowed: bool) -> list[Try]:
    """Each route with everybody who may call it, or with everybody else."""
    return [(route, who) for route in routes for who in CALLERS if _may(route, who) is allowed]


def _may(route: Route, who: str) -> bool:
    if route.caller is Kind.AGENT:
        return role_of(who) in route.roles
    return who in SIGNED_IN_CUSTOMERS


def _named(it: object) -> str:
    return f"{it.method} {it.path}" if isinstance(it, Route) else str(it)


def _path(route: Route, conversation: str) -> str:
    return path_of(route, conversation) + ("?q=payout" if "q" in route.query else "")


async def _seq(people: People) -> int:
    last: int = (await people.victim.events())[-1]["seq"]
    return last


def _strangers() -> list[Try]:
    """Whoever is neither the customer nor somebody of the team with the role for it."""
    return [
        (route, who)
        for route in ON_A_CONVERSATION
        for who in CALLERS
        if route.caller is Kind.CUSTOMER or not _may(route, who)
    ]


@pytest.mark.parametrize(("route", "who"), _strangers(), ids=_named)
async def test_somebody_elses_conversation_is_as_if_there_were_none(
    front: Door, people: People, route: Route, who: str
) -> None:
    caller, before = people.callers[who], await _seq(people)

    theirs = await caller.call(
        front, route.method, _path(route, people.victim.conversation), body_for(route.takes)
    )
    none = await caller.call(front, route.method, _path(route, NOBODY_KNOWS), body_for(route.takes))

    seen, unseen = await theirs.text(), await none.text()
    assert theirs.status in {401, 403, 404}
    assert theirs.status == none.status
    assert seen.replace(people.victim.conversation, NOBODY_KNOWS) == unseen
    assert SECRET not in seen
    assert NAME not in seen
    assert await _seq(people) == before


@pytest.mark.parametrize(("route", "who"), _tries(OF_CUSTOMERS, allowed=False), ids=_named)
async def test_only_a_session_opens_what_is_for_customers(
    front: Door, people: People, route: Route, who: str
) -> None:
    answer = await people.callers[who].call(
        front, route.method, _path(route, people.victim.conversation), body_for(route.takes)
    )

    assert (answer.status, (await answer.json())["code"]) == (401, "not_signed_in")


@pytest.mark.parametrize("who", sorted(SIGNED_IN_CUSTOMERS))
@pytest.mark.parametrize("path", ["/v1/sessions/current", "/v1/conversations"])
async def test_a_customer_sees_only_what_is_their_own(
    front: Door, people: People, path: str, who: str
) -> None:
    answer = await people.callers[who].call(front, "GET", path)

    seen = await answer.text()
    assert answer.status == 200
    for of_the_victim in (people.victim.conversation, SECRET, NAME):
        assert of_the_victim not in seen


@pytest.mark.parametrize(("route", "who"), _tries(OF_AGENTS, allowed=False), ids=_named)
async def test_only_the_right_role_opens_what_is_for_agents(
    front: Door, people: People, route: Route, who: str
) -> None:
    answer = await people.callers[who].call(
        front, route.method, _path(route, NOBODY_KNOWS), body_for(route.takes)
    )

    code = "not_signed_in" if role_of(who) is None else "forbidden"
    assert (answer.status, (await answer.json())["code"]) == (
        401 if role_of(who) is None else 403,
        code,
    )


@pytest.mark.parametrize(
    ("route", "who"),
    [it for it in _tries(OF_AGENTS, allowed=True) if it[0].path not in ENDINGS],
    ids=_named,
)
async def test_the_right_role_finds_everything_but_what_does_not_exist(
    front: Door, people: People, route: Route, who: str
) -> None:
    answer = await people.callers[who].call(
        front, route.method, _path(route, NOBODY_KNOWS), body_for(route.takes)
    )

    assert answer.status == (404 if _of_something(route) else route.status)


def _of_something(route: Route) -> bool:
    """Whether it needs what there is none of; a reply is made by being put where none is."""
    needed = set(PLACES.findall(route.path))
    return bool(OF_SOMETHING & needed) or ("{reply}" in needed and route.method == "DELETE")


def test_every_route_for_agents_names_its_roles() -> None:
    assert all(route.roles for route in ROUTES if route.caller is Kind.AGENT)


def test_auditors_and_admins_change_nothing_in_conversations() -> None:
    writes = [route for route in OF_AGENTS if route.method != "GET" and CASE in route.path]

    assert writes
    for route in writes:
        assert not route.roles & {Role.AUDITOR, Role.ADMIN}


def _somebody(route: Route) -> str:
    """Who may call it, or anybody of the team where that is nobody's alone."""
    able = (it for it in (Role.AGENT, Role.LEAD, Role.ADMIN) if it in route.roles)
    return f"the {next(able, Role.AGENT)}"


@pytest.mark.parametrize("route", WITH_A_BODY, ids=_named)
async def test_whatever_takes_a_body_takes_json_only(
    front: Door, people: People, route: Route
) -> None:
    """A form or plain text is what another site's page could send without asking first."""
    for content_type in ("text/plain", "application/x-www-form-urlencoded", ""):
        response = await front.client.request(
            route.method,
            _path(route, people.victim.conversation),
            data=b'{"channel": "web"}',
            headers={
                "Origin": front.origin,
                "Content-Type": content_type,
                "Authorization": f"Bearer {people.victim.session['session']}",
                "Cookie": people.callers[_somebody(route)].headers.get("Cookie", ""),
            },
        )

        problem = await response.json()
        assert (response.status, problem["field"]) == (422, "content_type")


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"])
async def test_other_methods_open_nothing(front: Door, people: People, method: str) -> None:
    it = people.victim.conversation
    for path in (f"/v1/conversations/{it}/events", f"/v1/agent/conversations/{it}"):
        response = await front.client.request(method, path)

        assert response.status == 405
        assert SECRET not in await response.text()


@pytest.mark.parametrize("id_", ["1", "..", "%00", "%2e%2e", "null", NOBODY_KNOWS + "x", "%ff"])
async def test_what_is_no_id_names_no_conversation(front: Door, people: People, id_: str) -> None:
    caller = people.callers["a visitor"]

    answer = await caller.call(front, "GET", f"/v1/conversations/{id_}/events")

    assert answer.status == 404
