"""Agents work through a playbook; what a rule asks for begins by itself."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from handoff.api import keys
from handoff.storage.tables import PlaybookTimerRow
from handoff.storage.work import engine_for
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json


async def _case(front: Door) -> tuple[Customer, Helper]:
    customer = await front.customer(str(uuid4()), name="Lena Brandt")
    await customer.say("Hello")
    await customer.post("person")
    return customer, await front.agent("Amira")


async def _runs(helper: Helper, conversation: str) -> list[Json]:
    response = await helper.call("GET", f"/conversations/{conversation}/playbooks")
    found: list[Json] = (await response.json())["runs"]
    return found


async def test_a_playbook_is_begun_worked_through_and_ended(front: Door) -> None:
    customer, amira = await _case(front)
    path = f"/conversations/{customer.conversation}/playbooks/dispute"

    await amira.call("POST", path, {})
    ticked = await amira.call("PUT", f"{path}/steps/facts", {"done": True})
    [working] = (await ticked.json())["runs"]
    await amira.call("POST", f"{path}/contacts/disputes/reached", {})
    ended = await amira.call("POST", f"{path}/end", {})
    [over] = (await ended.json())["runs"]

    assert working["calling"] == "disputes"
    assert working["started_by"]["name"] == "Amira"
    assert [(it["step"], it["by"]) for it in working["done"]] == [("facts", "Amira")]
    assert (over["reached"], over["calling"]) == ("disputes", None)
    assert over["ended_at"] is not None


async def test_prepared_messages_are_filled_in_for_the_case(front: Door) -> None:
    customer, amira = await _case(front)

    await amira.call("POST", f"/conversations/{customer.conversation}/playbooks/dispute", {})
    [run] = await _runs(amira, customer.conversation)
    [message] = run["playbook"]["messages"]

    assert message["text"]["en"].startswith("Hello Lena, ")
    assert customer.session["conversation"]["case_number"] in message["text"]["de"]
    assert "{" not in message["text"]["de"] + message["text"]["en"]


async def test_doing_something_twice_notes_it_once(front: Door) -> None:
    customer, amira = await _case(front)
    path = f"/conversations/{customer.conversation}/playbooks/dispute"

    for _ in range(2):
        await amira.call("POST", path, {})
        await amira.call("PUT", f"{path}/steps/facts", {"done": True})
        await amira.call("POST", f"{path}/contacts/disputes/reached", {})
    for _ in range(2):
        await amira.call("POST", f"{path}/end", {})

    case = await amira.case(customer.conversation)
    moves = [it["move"] for it in case["events"] if it["type"] == "playbook_noted"]
    assert moves == ["started", "step_done", "contact_reached", "ended"]


async def test_no_customer_sees_any_of_it(front: Door) -> None:
    customer, amira = await _case(front)

    await amira.call("POST", f"/conversations/{customer.conversation}/playbooks/dispute", {})
    last = (await customer.events())[-1]

    assert (last["type"], set(last) - {"conversation", "seq", "at", "origin"}) == (
        "internal",
        {"type"},
    )


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "playbooks/earthquake", {}, 404),
        ("PUT", "playbooks/dispute/steps/dance", {"done": True}, 404),
        ("POST", "playbooks/dispute/contacts/nobody/reached", {}, 404),
        ("PUT", "playbooks/account-lock/steps/identity", {"done": True}, 409),
        ("POST", "playbooks/account-lock/end", {}, 409),
    ],
)
async def test_what_does_not_exist_or_run_is_refused(
    front: Door, method: str, path: str, body: Json, status: int
) -> None:
    customer, amira = await _case(front)
    it = f"/conversations/{customer.conversation}"
    await amira.call("POST", f"{it}/playbooks/dispute", {})

    response = await amira.call(method, f"{it}/{path}", body)

    assert response.status == status


async def test_a_rule_begins_its_playbook_and_only_once(front: Door) -> None:
    handoff = {"custom": {"handoff": {"reason": "rule", "rule": "security_report"}}}
    front.rasa.script["My account was hacked"] = [handoff]
    customer = await front.customer(str(uuid4()), name="Lena Brandt")
    device = await customer.socket()
    await customer.say("My account was hacked")
    await device.event("human_asked")
    amira = await front.agent("Amira")

    await _sweep(front)
    await _sweep(front)
    runs = await _runs(amira, customer.conversation)

    assert [run["playbook"]["slug"] for run in runs] == ["security-incident"]
    assert runs[0]["started_by"] is None


async def test_who_does_not_answer_in_time_is_passed_over(front: Door) -> None:
    customer, amira = await _case(front)
    await amira.call("POST", f"/conversations/{customer.conversation}/playbooks/dispute", {})
    await _hours_pass(front)

    await _sweep(front)
    [run] = await _runs(amira, customer.conversation)

    assert run["calling"] == "lead"


async def _sweep(front: Door) -> None:
    app = front.client.app
    assert app is not None
    await app[keys.PLAYBOOKS].sweep()


async def _hours_pass(front: Door) -> None:
    engine = engine_for(front.database.url, pool_size=1, timeout_s=5)
    async with engine.begin() as connection:
        await connection.execute(
            update(PlaybookTimerRow).values(due_at=PlaybookTimerRow.due_at - timedelta(hours=9))
        )
    await engine.dispose()
