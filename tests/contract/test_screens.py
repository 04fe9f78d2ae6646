"""Lists of the console and the sockets, on PostgreSQL."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Invalid
from handoff.domain.events import Channel, Closed, CloseReason
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.queueing import Followed, Snoozed
from handoff.domain.views import AT_RISK_S, ENDLESS, Filters, Looked, View
from handoff.storage.screens import SqlScreens
from tests.contract.store import Store, spoken
from tests.databases import Database
from tests.handoff.domain.examples import packet

END = Closed(by="agent", reason=CloseReason.RESOLVED)
SOMEBODY = AgentId(uuid4())


@pytest.fixture
def screens(postgres_store: Store, tables: Database) -> SqlScreens:
    return SqlScreens(tables.engine)


async def _ids(
    screens: SqlScreens, view: View, agent: AgentId = SOMEBODY, limit: int = 100
) -> list[ConversationId]:
    page = await screens.listed(Looked(view=view, agent=agent), limit=limit)
    return [it.conversation.id for it in page.rows]


async def test_each_view_lists_what_it_says(postgres_store: Store, screens: SqlScreens) -> None:
    store, agent = postgres_store, await postgres_store.helper("Amira")
    bot = await store.append((await store.started()).id, spoken())
    queued = await store.queued()
    await store.append(queued.id, Followed(agent=agent.ref))
    put_off = await store.owned(agent)
    await store.append(put_off.id, Snoozed(agent=agent.ref, until=None))
    mine = await store.owned(agent)
    others = await store.owned(await store.helper("Bo"))
    closed = await store.append((await store.owned(agent)).id, END)

    listed = {view: set(await _ids(screens, view, agent.id)) for view in View}
    counts = await screens.counts(agent.id)

    assert listed == {
        View.BOT: {bot.id},
        View.QUEUE: {queued.id},
        View.MINE: {mine.id, put_off.id},
        View.TEAM: set(),
        View.AT_RISK: set(),
        View.SNOOZED: {put_off.id},
        View.FOLLOWED: {queued.id},
        View.CLOSED: {closed.id},
        View.ALL: {bot.id, queued.id, put_off.id, mine.id, others.id, closed.id},
    }
    assert counts == {view: len(listed[view]) for view in View if view not in ENDLESS}


async def test_a_chat_nobody_wrote_in_is_nobodys_work(
    postgres_store: Store, screens: SqlScreens
) -> None:
    empty = await postgres_store.started()
    await postgres_store.append((await postgres_store.started()).id, END)

    assert await _ids(screens, View.ALL) == []
    assert await _ids(screens, View.CLOSED) == []
    assert await screens.these([empty.id]) == ()
    assert (await screens.counts(SOMEBODY))[View.BOT] == 0


async def test_the_queue_is_listed_in_the_order_it_is_served(
    postgres_store: Store, screens: SqlScreens
) -> None:
    rest = await postgres_store.queued(packet(priority=Priority.REST))
    security = await postgres_store.queued(packet(priority=Priority.SECURITY))
    stuck = await postgres_store.queued(packet(priority=Priority.STUCK))

    assert await _ids(screens, View.QUEUE) == [security.id, stuck.id, rest.id]


@pytest.mark.parametrize("view", [View.ALL, View.QUEUE, View.SNOOZED])
async def test_pages_follow_each_other_without_gap_or_repeat(
    postgres_store: Store, screens: SqlScreens, tables: Database, view: View
) -> None:
    """Rows of one moment are told apart by their ids."""
    agent = await postgres_store.helper()
    for _ in range(3):
        await postgres_store.queued()
        put_off = await postgres_store.owned(agent)
        await postgres_store.append(put_off.id, Snoozed(agent=agent.ref, until=None))
    async with tables.engine.begin() as connection:
        await connection.execute(text("UPDATE conversation SET updated_at = now(), due_at = now()"))

    seen: list[ConversationId] = []
    cursor: str | None = None
    while True:
        page = await screens.listed(Looked(view=view, agent=agent.id), limit=2, cursor=cursor)
        seen += [it.conversation.id for it in page.rows]
        cursor = page.next
        if cursor is None:
            break

    assert seen == await _ids(screens, view, agent.id)
    assert len(set(seen)) == len(seen) == (6 if view is View.ALL else 3)


@pytest.mark.parametrize("cursor", ["", "%00", "W10=", "WzEsMl0=", "WyJ4IiwieSJd", "é"])
async def test_what_is_no_cursor_of_the_list_is_refused(screens: SqlScreens, cursor: str) -> None:
    with pytest.raises(Invalid, match="cursor"):
        await screens.listed(Looked(view=View.ALL, agent=SOMEBODY), limit=1, cursor=cursor)


async def test_the_latest_comes_first_but_in_lines_the_next(
    postgres_store: Store, screens: SqlScreens
) -> None:
    agent = await postgres_store.helper()
    later, sooner = await postgres_store.owned(agent), await postgres_store.owned(agent)
    for it, hours in ((sooner, 1), (later, 2)):
        until = it.as_of + timedelta(hours=hours)
        await postgres_store.append(it.id, Snoozed(agent=agent.ref, until=until))

    assert await _ids(screens, View.ALL) == [later.id, sooner.id]
    assert await _ids(screens, View.SNOOZED) == [sooner.id, later.id]


async def _due(tables: Database, it: Conversation, in_s: float) -> None:
    due = {"due": it.as_of + timedelta(seconds=in_s), "id": it.id}
    async with tables.engine.begin() as connection:
        await connection.execute(
            text("UPDATE conversation SET resolution_due = :due WHERE id = :id"), due
        )


async def test_a_promise_is_at_risk_shortly_before_it_is_broken(
    postgres_store: Store, screens: SqlScreens, tables: Database
) -> None:
    agent = await postgres_store.helper()
    soon, over, later, put_off = [await postgres_store.owned(agent) for _ in range(4)]
    await postgres_store.append(put_off.id, Snoozed(agent=agent.ref, until=None))
    for it, in_s in ((soon, AT_RISK_S - 60), (over, -60), (later, AT_RISK_S + 60), (put_off, -60)):
        await _due(tables, it, in_s)

    assert await _ids(screens, View.AT_RISK) == [over.id, soon.id]


async def test_filters_narrow_a_list_down(
    postgres_store: Store, screens: SqlScreens, tables: Database
) -> None:
    its = [await postgres_store.queued(packet(priority=it)) for it in Priority]
    security, stuck, rest = its
    async with tables.engine.begin() as connection:
        for it, change in (
            (security, "team = 'Trust', tags = '{vip}'"),
            (stuck, "team = 'Payments', language = 'de'"),
            (rest, "channel = 'in_app', updated_at = now() - interval '2 days'"),
        ):
            where = {"id": it.id}
            await connection.execute(
                text(f"UPDATE conversation SET {change} WHERE id = :id"), where
            )

    async def passing(view: View = View.ALL, **wanted: Any) -> set[ConversationId]:
        looked = Looked(view=view, agent=SOMEBODY, filters=Filters(**wanted), teams=("Trust",))
        found = await screens.listed(looked, limit=9)
        assert len(found.rows) == await screens.count(looked, most=9)
        return {it.conversation.id for it in found.rows}

    yesterday = rest.as_of - timedelta(days=1)
    assert await passing(team="Trust") == {security.id}
    assert await passing(View.TEAM) == {security.id}
    assert await passing(View.TEAM, team="Payments") == {stuck.id}
    assert await passing(language=Language.DE) == {stuck.id}
    assert await passing(channel=Channel.IN_APP) == {rest.id}
    assert await passing(priority=Priority.STUCK) == {stuck.id}
    assert await passing(tag="vip") == {security.id}
    assert await passing(customer=rest.customer) == {rest.id}
    assert await passing(since=yesterday) == {security.id, stuck.id}
    assert await passing(until=yesterday) == {rest.id}
    assert await passing(states=frozenset({State.CLOSED})) == set()
    assert await screens.teams() == {"Payments": 1, "Trust": 1}


async def test_a_row_says_whose_it_is(postgres_store: Store, screens: SqlScreens) -> None:
    it = await postgres_store.queued()

    (listed,) = await screens.these([it.id])

    assert listed.customer.id == it.customer
    assert listed.conversation.packet == it.packet


async def test_what_has_grown_lately_is_found_with_its_last_seq(
    postgres_store: Store, screens: SqlScreens
) -> None:
    it = await postgres_store.queued()

    assert await screens.grown(60) == ((it.id, 3),)
    assert await screens.grown(-60) == ()


async def test_only_live_tokens_of_people_who_may_come_in_are_valid(
    postgres_store: Store, screens: SqlScreens
) -> None:
    customer, agent = await postgres_store.visitor(), await postgres_store.helper()
    await postgres_store.disable(agent.id)
    async with postgres_store.open_work() as work:
        await work.sessions.open("disabled", agent.id, 60)
        await work.sessions.open("live", customer, 60)
        await work.sessions.open("lapsed", customer, -1)
        await work.sessions.open("ended", customer, 60)
        await work.sessions.end("ended")

    assert await screens.valid(["live", "lapsed", "ended", "unknown", "disabled"]) == {"live"}
    assert await screens.valid([]) == frozenset()


async def test_the_database_answers(screens: SqlScreens) -> None:
    assert await screens.answers()
