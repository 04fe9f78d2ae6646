"""Timers of playbooks, on the fake and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handoff.domain.packet import Reason
from tests.contract.store import Store, asked, spoken
from tests.handoff.domain.examples import packet


def _past() -> datetime:
    return datetime.now(UTC) - timedelta(minutes=1)


async def test_a_contact_is_overdue_once_the_time_has_passed(store: Store) -> None:
    late, early, done = await store.started(), await store.started(), await store.started()

    async with store.open_work() as work:
        await work.playbooks.keep(late.id, "fire", _past())
        await work.playbooks.keep(early.id, "fire", datetime.now(UTC) + timedelta(hours=1))
        await work.playbooks.keep(done.id, "fire", None)
        overdue = await work.playbooks.overdue()

    assert (late.id, "fire") in overdue
    assert not {(early.id, "fire"), (done.id, "fire")} & set(overdue)


async def test_the_latest_time_holds(store: Store) -> None:
    it = await store.started()

    async with store.open_work() as work:
        await work.playbooks.keep(it.id, "fire", _past())
        await work.playbooks.keep(it.id, "fire", None)

        assert (it.id, "fire") not in await work.playbooks.overdue()


async def test_cases_of_a_rule_want_their_playbook_until_it_began(store: Store) -> None:
    made = replace(packet(), reason=Reason.RULE, rule="security_report")
    waiting, other = await store.started(), await store.started()
    await store.append(waiting.id, spoken(), asked(made))
    await store.append(other.id, spoken(), asked(replace(made, rule="anger")))

    async with store.open_work() as work:
        before = await work.playbooks.wanting("fire", {"security_report"})
        await work.playbooks.keep(waiting.id, "fire", None)
        after = await work.playbooks.wanting("fire", {"security_report"})

    assert waiting.id in before
    assert other.id not in before
    assert waiting.id not in after
