"""A lead says something to everybody, until it is over."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from handoff.domain.people import Role
from tests.handoff.door import Door
from tests.handoff.ends import Helper, Json

PATH = "/crisis-notice"


@pytest.fixture(autouse=True)
async def _nothing_is_left(front: Door) -> AsyncIterator[None]:
    """The door is shared: what one test says to everybody, no other may hear."""
    yield
    await (await front.agent("Ruth", Role.LEAD)).call("DELETE", PATH)


TEXT = {"de": "Auszahlungen verzögern sich.", "en": "Payouts are late today."}


def _notice(**changes: object) -> Json:
    ends_at = datetime.now(UTC) + timedelta(hours=2)
    return {"text": TEXT, "ends_at": ends_at.isoformat(), **changes}


async def _published(lead: Helper, **changes: object) -> None:
    response = await lead.call("PUT", PATH, _notice(**changes))
    assert response.status == 200, await response.text()


async def test_it_stands_before_the_next_answer_and_is_not_repeated(front: Door) -> None:
    await _published(await front.agent("Ruth", Role.LEAD))
    customer = await front.visitor("en")
    device = await customer.socket()

    await customer.say("Where is my money?")
    first = await device.event("assistant_said")
    await customer.say("And tomorrow?")
    second = await device.event("assistant_said", in_reply_to=first["seq"] + 1)

    assert first["parts"][0] == {"kind": "text", "text": TEXT["en"]}
    assert TEXT["en"] not in str(second)


async def test_devices_show_it_from_when_it_is_published_to_when_it_is_withdrawn(
    front: Door,
) -> None:
    lead = await front.agent("Ruth", Role.LEAD)
    customer = await front.visitor("de")
    device = await customer.socket()

    await _published(lead)
    begun = await device.until(lambda frame: frame["type"] == "crisis_notice")
    late = await (await front.visitor()).socket()
    told = await late.until(lambda frame: frame["type"] == "crisis_notice")
    await lead.call("DELETE", PATH)
    over = await device.until(
        lambda frame: frame["type"] == "crisis_notice" and frame["text"] is None
    )

    assert begun["text"] == told["text"] == TEXT
    assert over["text"] is None


async def test_after_it_was_withdrawn_answers_are_as_usual(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)
    await _published(lead)
    withdrawn = await lead.call("DELETE", PATH)
    customer = await front.visitor("en")
    device = await customer.socket()

    await customer.say("Where is my money?")

    assert withdrawn.status == 204
    assert TEXT["en"] not in str(await device.event("assistant_said"))
    assert (await (await lead.call("GET", PATH)).json())["notice"] is None


async def test_everybody_of_the_team_sees_who_says_what_until_when(front: Door) -> None:
    await _published(await front.agent("Ruth", Role.LEAD))
    agent = await front.agent("Amira")

    shown = await (await agent.call("GET", PATH)).json()

    assert shown["notice"]["text"] == TEXT
    assert shown["notice"]["by"]["name"] == "Ruth"


@pytest.mark.parametrize("role", [Role.AGENT, Role.ADMIN, Role.AUDITOR])
async def test_only_leads_speak_to_everybody(front: Door, role: Role) -> None:
    somebody = await front.agent(f"Some {role}".replace(" ", ""), role)

    response = await somebody.call("PUT", PATH, _notice())

    assert response.status == 403


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_at": "2020-01-01T00:00:00Z"}, "ends_at"),
        ({"ends_at": "2099-01-01T00:00:00"}, "ends_at"),
        ({"text": {"de": "Nur deutsch"}}, "text.en"),
        ({"text": {"de": "x" * 601, "en": "x"}}, "text.de"),
        ({"text": {"de": " ", "en": "x"}}, "text.de"),
    ],
)
async def test_a_notice_that_breaks_a_rule_is_refused_by_name(
    front: Door, changes: Json, field: str
) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    response = await lead.call("PUT", PATH, _notice(**changes))

    assert response.status == 422
    assert (await response.json())["field"] == field
