"""Admins run the team over the front door, and it is on record."""

import asyncio
import time

import pytest
from aiohttp import ClientResponse

from handoff.domain.people import Role
from tests.handoff.door import PASSWORD, Door
from tests.handoff.ends import Helper, Json

DISABLED_S = 5.0
"""Within so many seconds the sockets of somebody disabled are closed."""


def _wanted(**changes: object) -> Json:
    usual = {
        "name": "Mert",
        "email": "mert@lotse.example",
        "role": "agent",
        "languages": ["de", "en"],
        "skills": ["payouts", "identity"],
        "levels": {"payouts": 3},
        "teams": ["Payments"],
        "capacity": 4,
        "channel_capacity": {"web": 2},
    }
    return usual | changes


async def _json(response: ClientResponse, status: int = 200) -> Json:
    assert response.status == status, await response.text()
    body: Json = await response.json()
    return body


async def _member(somebody: Helper, name: str) -> Json:
    found = (await _json(await somebody.call("GET", "/members")))["members"]
    return next(it for it in found if it["name"] == name)


async def _changes(somebody: Helper) -> list[Json]:
    changes: list[Json] = (await _json(await somebody.call("GET", "/changes")))["changes"]
    return changes


async def _log_in(door: Door, email: str, password: str) -> int:
    response = await door.client.post(
        "/v1/agent/login",
        json={"email": email, "password": password},
        headers={"Origin": door.origin},
    )
    door.client.session.cookie_jar.clear()
    return response.status


async def test_somebody_new_logs_in_with_the_password_that_is_told_once(door: Door) -> None:
    admin = await door.agent("Nora", Role.ADMIN)

    response = await admin.call("POST", "/members", _wanted())

    added = await _json(response, 201)
    assert response.headers["Cache-Control"] == "no-store"
    assert await _log_in(door, "mert@lotse.example", added["password"]) == 200
    shown = await _member(admin, "Mert")
    assert shown["levels"] == {"payouts": 3}
    assert shown["channel_capacity"] == {"web": 2}
    assert shown["disabled_at"] is None
    [change] = await _changes(admin)
    assert (change["kind"], change["about"], change["by"]["name"]) == (
        "agent_added",
        "Mert",
        "Nora",
    )
    assert change["after"]["email"] == "mert@lotse.example"
    assert added["password"] not in str(change)


async def test_what_is_changed_holds_at_once_and_only_what_differs_is_on_record(
    door: Door,
) -> None:
    admin, bo = await door.agent("Nora", Role.ADMIN), await door.agent("Bo")
    wanted = _wanted(name="Bo", email="bo@lotse.example", skills=["payouts"], capacity=2)

    changed = await _json(await admin.call("PUT", f"/members/{bo.agent['id']}", wanted))
    again = await admin.call("PUT", f"/members/{bo.agent['id']}", wanted)

    me = (await _json(await bo.call("GET", "/me")))["agent"]
    assert (me["capacity"], me["levels"]) == (2, {"payouts": 3})
    assert changed["status"] == "online"
    assert again.status == 200
    [change] = await _changes(admin)
    assert change["before"] == {"levels": {}, "capacity": 5, "channel_capacity": {}}
    assert change["after"]["capacity"] == 2


async def test_a_new_role_holds_for_whoever_logs_in_anew(door: Door) -> None:
    admin, bo = await door.agent("Nora", Role.ADMIN), await door.agent("Bo", Role.LEAD)
    wanted = _wanted(name="Bo", email="bo@lotse.example", role="agent")

    await _json(await admin.call("PUT", f"/members/{bo.agent['id']}", wanted))

    assert (await bo.call("GET", "/me")).status == 401
    assert (await (await door.agent("Bo")).call("GET", "/wallboard")).status == 403


async def test_whoever_is_disabled_is_out_within_seconds_and_others_get_their_chats(
    door: Door,
) -> None:
    admin, bo = await door.agent("Nora", Role.ADMIN), await door.agent("Bo")
    socket = await bo.socket()
    customer = await door.visitor()
    await customer.say("where is my money?")
    await customer.post("person")
    await bo.act(customer.conversation, "accept")
    begun = time.monotonic()

    disabled = await _json(await admin.call("POST", f"/members/{bo.agent['id']}/disable", {}))
    async with asyncio.timeout(DISABLED_S):
        code = await socket.closed()

    assert (code, time.monotonic() - begun < DISABLED_S) == (4401, True)
    assert disabled["disabled_at"] is not None
    assert (await bo.call("GET", "/me")).status == 401
    assert await _log_in(door, "bo@lotse.example", PASSWORD) == 401
    ruth = await door.agent("Ruth", Role.LEAD)
    assert [row["id"] for row in await ruth.rows()] == [customer.conversation]


async def test_whoever_is_enabled_logs_in_as_before(door: Door) -> None:
    admin, bo = await door.agent("Nora", Role.ADMIN), await door.agent("Bo")
    path = f"/members/{bo.agent['id']}"
    await admin.call("POST", f"{path}/disable", {})
    await admin.call("POST", f"{path}/disable", {})

    await _json(await admin.call("POST", f"{path}/enable", {}))

    assert await _log_in(door, "bo@lotse.example", PASSWORD) == 200
    kinds = [it["kind"] for it in await _changes(admin)]
    assert kinds == ["agent_enabled", "agent_disabled"]


async def test_a_renewed_password_shuts_out_who_had_the_old_one(door: Door) -> None:
    admin, bo = await door.agent("Nora", Role.ADMIN), await door.agent("Bo")

    renewed = await _json(await admin.call("POST", f"/members/{bo.agent['id']}/password", {}))

    assert (await bo.call("GET", "/me")).status == 401
    assert await _log_in(door, "bo@lotse.example", PASSWORD) == 401
    assert await _log_in(door, "bo@lotse.example", renewed["password"]) == 200
    assert [it["kind"] for it in await _changes(admin)] == ["password_renewed"]


async def test_the_last_admin_stays_and_nobody_disables_themselves(door: Door) -> None:
    nora, olaf = await door.agent("Nora", Role.ADMIN), await door.agent("Olaf", Role.ADMIN)
    herself = await nora.call("POST", f"/members/{nora.agent['id']}/disable", {})
    await _json(await nora.call("POST", f"/members/{olaf.agent['id']}/disable", {}))

    wanted = _wanted(name="Nora", email="nora@lotse.example", role="agent")
    demoted = await nora.call("PUT", f"/members/{nora.agent['id']}", wanted)

    assert (herself.status, demoted.status) == (409, 409)
    assert "last admin" in (await demoted.json())["detail"]


WRONG = [
    ({"email": "nobody"}, "email", "not_an_address"),
    ({"email": "a@b\r\nBcc: c@d"}, "email", "not_an_address"),
    ({"name": " "}, "name", "string_too_short"),
    ({"name": "x" * 81}, "name", "string_too_long"),
    ({"role": "boss"}, "role", "enum"),
    ({"languages": []}, "languages", "too_short"),
    ({"skills": ["payouts", "cooking"]}, "skills.1", "unknown"),
    ({"teams": ["Kitchen"]}, "teams.0", "unknown"),
    ({"levels": {"payouts": 6}}, "levels.payouts", "less_than_equal"),
    ({"levels": {"security": 2}}, "levels.security", "not_a_skill"),
    ({"capacity": 51}, "capacity", "less_than_equal"),
    ({"capacity": -1}, "capacity", "greater_than_equal"),
    ({"channel_capacity": {"fax": 1}}, "channel_capacity.fax.[key]", "enum"),
    ({"email": "amira@lotse.example"}, "email", "taken"),
    ({"wages": 1}, "wages", "extra_forbidden"),
]


@pytest.mark.parametrize(("changes", "field", "code"), WRONG)
async def test_what_is_wrong_is_named_while_typing_and_refused_when_sent(
    front: Door, changes: Json, field: str, code: str
) -> None:
    await front.agent("Amira")
    admin = await front.agent("Nora", Role.ADMIN)

    checked = await _json(await admin.call("POST", "/members/check", _wanted(**changes)))
    refused = await _json(await admin.call("POST", "/members", _wanted(**changes)), 422)

    assert [(it["field"], it["code"]) for it in checked["errors"]] == [(field, code)]
    assert [(it["field"], it["code"]) for it in refused["errors"]] == [(field, code)]


async def test_what_is_right_is_not_refused_and_ones_own_address_is_free(front: Door) -> None:
    admin, bo = await front.agent("Nora", Role.ADMIN), await front.agent("Bo")
    wanted = _wanted(email="bo@lotse.example", agent=bo.agent["id"])

    checked = await _json(await admin.call("POST", "/members/check", wanted))

    assert checked == {"errors": []}


async def test_what_a_lead_gives_an_agent_is_checked_and_on_record(door: Door) -> None:
    lead, bo = await door.agent("Ruth", Role.LEAD), await door.agent("Bo")
    path, usual = f"/colleagues/{bo.agent['id']}", {"languages": ["de"], "capacity": 3}

    refused = await lead.call("PUT", path, {**usual, "skills": ["cooking"], "teams": []})
    done = await lead.call("PUT", path, {**usual, "skills": ["payouts"], "teams": ["Payments"]})

    assert (refused.status, (await refused.json())["field"]) == (422, "skills.0")
    assert done.status == 200
    [change] = await _changes(lead)
    assert (change["by"]["name"], change["after"]) == ("Ruth", {"languages": ["de"], "capacity": 3})


async def test_a_crisis_notice_is_on_record_from_its_beginning_to_its_end(door: Door) -> None:
    lead = await door.agent("Ruth", Role.LEAD)
    notice = {"text": {"de": "Störung", "en": "Trouble"}, "ends_at": "2999-01-01T00:00:00Z"}

    await lead.call("PUT", "/crisis-notice", notice)
    await lead.call("DELETE", "/crisis-notice")
    await lead.call("DELETE", "/crisis-notice")

    withdrawn, published = await _changes(lead)
    assert [withdrawn["kind"], published["kind"]] == ["notice_withdrawn", "notice_published"]
    assert published["after"]["en"] == "Trouble"


async def test_a_notice_is_checked_while_it_is_written(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)
    wrong = {"text": {"de": "", "en": "x" * 601}, "ends_at": "2020-01-01T00:00:00Z"}
    late = {"text": {"de": "Störung", "en": "Trouble"}, "ends_at": "2020-01-01T00:00:00Z"}

    path = "/crisis-notice/check"
    first, then = [await _json(await lead.call("POST", path, it)) for it in (wrong, late)]

    assert [(it["field"], it["code"], it["limit"]) for it in first["errors"]] == [
        ("text.de", "string_too_short", 1),
        ("text.en", "string_too_long", 600),
    ]
    assert [(it["field"], it["code"]) for it in then["errors"]] == [("ends_at", "in_the_past")]


@pytest.mark.parametrize("role", [Role.AGENT, Role.LEAD, Role.AUDITOR])
async def test_only_admins_say_who_is_of_the_team(front: Door, role: Role) -> None:
    somebody = await front.agent(f"Some{role}", role)

    for path in ("/members", f"/members/{somebody.agent['id']}/disable"):
        assert (await somebody.call("POST", path, _wanted())).status == 403


async def test_leads_have_what_they_type_checked_as_well(front: Door) -> None:
    lead, agent = await front.agent("Ruth", Role.LEAD), await front.agent("Amira")

    checked = await _json(await lead.call("POST", "/members/check", _wanted(capacity=99)))

    assert [it["field"] for it in checked["errors"]] == ["capacity"]
    assert (await agent.call("POST", "/members/check", _wanted())).status == 403
