"""Canned replies, macros and tags over HTTP."""

from uuid import uuid4

import pytest
from aiohttp import ClientResponse

from handoff.domain.people import Role
from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json

PATH = "/canned-replies"
DOCUMENTED = "/v1/agent/canned-replies/{reply}"
TEXT = {"de": "Hallo {customer_name}, ich sehe nach.", "en": "Hi {customer_name}, I'll look."}


def _wording(**changes: object) -> Json:
    shortcut = f"look-{uuid4().hex[:8]}"
    return {"shortcut": shortcut, "title": "Looking", "text": TEXT, "own": True, **changes}


async def _put(agent: Helper, reply: str | None = None, **changes: object) -> ClientResponse:
    response = await agent.call("PUT", f"{PATH}/{reply or uuid4()}", _wording(**changes))
    assert_answer("PUT", DOCUMENTED, response.status, await response.json())
    return response


async def _kept(agent: Helper, **changes: object) -> Json:
    response = await _put(agent, None, **changes)
    assert response.status == 200, await response.text()
    reply: Json = (await response.json())["reply"]
    return reply


async def _known(agent: Helper) -> dict[str, Json]:
    response = await agent.call("GET", PATH)
    body = await response.json()
    assert_answer("GET", "/v1/agent/canned-replies", response.status, body)
    return {reply["id"]: reply for reply in body["replies"]}


async def _accepted(front: Door, agent: Helper, customer: Customer) -> str:
    await customer.say("Where is my money?")
    await customer.post("person")
    assert (await agent.act(customer.conversation, "accept")).status == 200
    return customer.conversation


async def _said(agent: Helper, it: str, **body: object) -> ClientResponse:
    message = {"client_message_id": str(uuid4()), "text": "I'll look."}
    return await agent.act(it, "messages", **{**message, **body})


async def test_an_own_reply_is_there_for_its_writer_and_nobody_else(front: Door) -> None:
    amira, other = await front.agent("Amira"), await front.agent("Bo")

    kept = await _kept(amira)

    assert (await _known(amira))[kept["id"]] == kept
    assert (kept["scope"], kept["changeable"]) == ("own", True)
    assert kept["id"] not in await _known(other)
    assert (await _put(other, kept["id"])).status == 404
    assert (await other.call("DELETE", f"{PATH}/{kept['id']}")).status == 404


async def test_what_a_team_uses_is_seen_by_the_team_and_changed_by_leads(front: Door) -> None:
    amira, lead = await front.agent("Amira"), await front.agent("Ruth", Role.LEAD)

    ours = await _kept(lead, own=False, team="Payments")
    others = await _kept(lead, own=False, team="Disputes")

    known = await _known(amira)
    assert known[ours["id"]]["scope"] == "team"
    assert not known[ours["id"]]["changeable"]
    assert others["id"] not in known
    assert (await _put(amira, ours["id"], own=False, team="Payments")).status == 403
    assert (await amira.call("DELETE", f"{PATH}/{ours['id']}")).status == 403
    assert others["id"] in await _known(lead)


async def test_an_agent_cannot_make_a_reply_of_their_own_everybodys(front: Door) -> None:
    amira = await front.agent("Amira")
    kept = await _kept(amira)

    response = await _put(amira, kept["id"], own=False)

    assert response.status == 403
    assert (await _known(amira))[kept["id"]]["scope"] == "own"


async def test_a_shortcut_stands_for_one_reply_in_a_place(front: Door) -> None:
    amira, other = await front.agent("Amira"), await front.agent("Bo")
    kept = await _kept(amira)

    again = await _put(amira, shortcut=kept["shortcut"])
    elsewhere = await _put(other, shortcut=kept["shortcut"])
    same = await _put(amira, kept["id"], shortcut=kept["shortcut"], title="Changed")

    assert (again.status, (await again.json())["field"]) == (409, "shortcut")
    assert elsewhere.status == 200
    assert (await same.json())["reply"]["title"] == "Changed"


async def test_a_reply_is_gone_once_removed(front: Door) -> None:
    amira = await front.agent("Amira")
    kept = await _kept(amira)

    gone = await amira.call("DELETE", f"{PATH}/{kept['id']}")

    assert gone.status == 204
    assert kept["id"] not in await _known(amira)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": {"de": "Hallo {kunde}", "en": "Hi"}}, "text.de"),
        ({"text": {"de": "Hallo", "en": "Hi {customer_name"}}, "text.en"),
        ({"text": {"de": "Hallo", "en": "{customer_name!r}"}}, "text.en"),
        ({"text": {"de": "Hallo"}}, "text.en"),
        ({"shortcut": "Not Good"}, "shortcut"),
        ({"title": " "}, "title"),
        ({"own": False, "team": "Nobody"}, "team"),
        ({"steps": {"tags": ["Not Good"]}}, "steps.tags.0"),
        ({"steps": {"close": "customer_left"}}, "steps.close"),
        ({"steps": {"close": "resolved", "snooze_s": 3600}}, "steps"),
        ({"steps": {"snooze_s": 1}}, "steps.snooze_s"),
    ],
)
async def test_a_reply_that_breaks_a_rule_is_refused_by_name(
    front: Door, changes: Json, field: str
) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    response = await _put(lead, None, **changes)

    assert (response.status, (await response.json())["field"]) == (422, field)


async def test_variables_stand_for_what_is_known_of_the_case(front: Door) -> None:
    amira = await front.agent("Amira")
    customer = await front.customer("lena", name="Lena Brandt")

    response = await amira.call("GET", f"/conversations/{customer.conversation}/canned-values")

    values = await response.json()
    documented = "/v1/agent/conversations/{conversation}/canned-values"
    assert_answer("GET", documented, response.status, values)
    assert values["de"]["customer_name"] == "Lena"
    assert values["en"]["agent_name"] == "Amira"
    assert values["en"]["case_number"] == customer.session["conversation"]["case_number"]
    assert values["en"]["payout_reference"] is None


async def test_a_macro_says_tags_and_closes_at_once(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    it = await _accepted(front, amira, customer)

    response = await _said(amira, it, then={"tags": ["bank", "rent"], "close": "resolved"})

    case = await amira.case(it)
    assert response.status == 201
    assert (case["row"]["state"], case["row"]["tags"]) == ("closed", ["bank", "rent"])
    assert [event["type"] for event in case["events"][-3:]] == ["agent_said", "tagged", "closed"]


async def test_a_macro_may_put_the_case_off(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    it = await _accepted(front, amira, customer)

    await _said(amira, it, then={"snooze_s": 3600})

    row = (await amira.case(it))["row"]
    assert row["state"] == "snoozed"
    assert row["snoozed_until"] > row["updated_at"]


async def test_the_same_message_again_takes_no_step_twice(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    it = await _accepted(front, amira, customer)
    sent = {"client_message_id": str(uuid4()), "then": {"tags": ["bank"], "close": "resolved"}}
    epoch = await amira.epoch(it)
    first = await _said(amira, it, **sent, epoch=epoch)
    before = (await amira.case(it))["row"]["last_seq"]

    again = await _said(amira, it, **sent, epoch=epoch)
    other = await _said(amira, it, **{**sent, "then": None}, epoch=epoch)

    assert (first.status, again.status, other.status) == (201, 200, 409)
    assert (await amira.case(it))["row"]["last_seq"] == before


async def test_customers_never_hear_of_tags(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    await customer.say("hello")

    response = await amira.call(
        "PUT", f"/conversations/{customer.conversation}/tags", {"tags": ["bank"]}
    )

    documented = "/v1/agent/conversations/{conversation}/tags"
    assert_answer("PUT", documented, response.status, await response.json())
    assert (await response.json())["row"]["tags"] == ["bank"]
    assert "bank" not in str(await customer.events())
    seen = (await amira.case(customer.conversation))["events"]
    tagged = next(event for event in seen if event["type"] == "tagged")
    assert (tagged["added"], tagged["removed"]) == (["bank"], [])


async def test_tags_that_are_so_already_leave_no_trace(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    path = f"/conversations/{customer.conversation}/tags"
    first = await amira.call("PUT", path, {"tags": ["bank"]})

    again = await amira.call("PUT", path, {"tags": ["bank"]})
    without = await amira.call("PUT", path, {"tags": []})

    seqs = [(await it.json())["row"]["last_seq"] for it in (first, again, without)]
    assert seqs == [seqs[0], seqs[0], seqs[0] + 1]
    assert (await without.json())["row"]["tags"] == []


async def test_no_more_than_twenty_tags_come_together(front: Door) -> None:
    amira, customer = await front.agent("Amira"), await front.visitor()
    it = await _accepted(front, amira, customer)
    many = [f"tag-{n}" for n in range(20)]
    await amira.call("PUT", f"/conversations/{it}/tags", {"tags": many})

    response = await _said(amira, it, then={"tags": ["one-more"]})

    assert (response.status, (await response.json())["field"]) == (422, "tags")
    assert (await amira.case(it))["events"][-1]["type"] == "tagged"
