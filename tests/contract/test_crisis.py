"""Crisis notices, on the fake and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from handoff.domain.crisis import CrisisNotice
from handoff.domain.events import AssistantSaid
from handoff.domain.messages import Text
from handoff.domain.people import AgentRef, Language
from tests.contract.store import Store, spoken


async def _publish(store: Store, text: str) -> CrisisNotice:
    lead = await store.helper(name=f"Ruth {uuid4()}")
    now = datetime.now(UTC)
    notice = CrisisNotice(
        id=uuid4(),
        text={Language.DE: f"{text} (de)", Language.EN: text},
        begins_at=now,
        ends_at=now + timedelta(hours=1),
        by=AgentRef(id=lead.id, name=lead.name),
    )
    async with store.open_work() as work:
        await work.crisis.publish(notice)
    return notice


async def _latest(store: Store) -> CrisisNotice | None:
    async with store.open_work() as work:
        return await work.crisis.latest()


async def test_a_notice_comes_back_as_it_was_published(store: Store) -> None:
    notice = await _publish(store, "Payouts are late")

    assert await _latest(store) == notice


async def test_the_next_notice_takes_the_place_of_the_one_before(store: Store) -> None:
    await _publish(store, "Payouts are late")
    second = await _publish(store, "Payouts are on their way")

    assert await _latest(store) == second


async def test_what_is_withdrawn_leaves_nothing_behind(store: Store) -> None:
    await _publish(store, "Payouts are late")
    second = await _publish(store, "Payouts are on their way")

    async with store.open_work() as work:
        await work.crisis.withdraw(second.by)
        await work.crisis.withdraw(second.by)

    assert await _latest(store) is None


async def test_it_is_known_where_the_assistant_has_said_it(store: Store) -> None:
    told, untold = await store.started(), await store.started()
    said = AssistantSaid(
        in_reply_to=2, parts=(Text(text="Late!"), Text(text="Hello")), understanding=None
    )
    await store.append(told.id, spoken("Hi"), said)
    await store.append(untold.id, spoken("Late!"))

    async with store.open_work() as work:
        assert await work.crisis.said(told.id, "Late!")
        assert not await work.crisis.said(told.id, "late")
        assert not await work.crisis.said(untold.id, "Late!")
