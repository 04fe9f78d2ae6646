"""Lists of the console and the sockets, on PostgreSQL."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from handoff.domain.events import Closed, CloseReason
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Priority
from handoff.domain.queueing import Followed, Snoozed
from handoff.domain.views import View
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
    listed = await screens.listed(view, agent, limit=limit, before=None)
    return [it.conversation.id for it in listed]


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

    assert listed == {
        View.BOT: {bot.id},
        View.QUEUE: {queued.id},
        View.MINE: {mine.id, put_off.id},
        View.FOLLOWED: {queued.id},
        View.CLOSED: {closed.id},
        View.ALL: {bot.id, queued.id, put_off.id, mine.id, others.id, closed.id},
    }
    assert await screens.counts(agent.id) == {"queue": 1, "mine": 2, "followed": 1, "bot": 1}


async def test_a_chat_nobody_wrote_in_is_nobodys_work(
    postgres_store: Store, screens: SqlScreens
) -> None:
    empty = await postgres_store.started()
    await postgres_store.append((await postgres_store.started()).id, END)

    assert await _ids(screens, View.ALL) == []
    assert await _ids(screens, View.CLOSED) == []
    assert await screens.these([empty.id]) == ()
    assert (await screens.counts(SOMEBODY))["bot"] == 0


async def test_the_queue_is_listed_in_the_order_it_is_served(
    postgres_store: Store, screens: SqlScreens
) -> None:
    rest = await postgres_store.queued(packet(priority=Priority.REST))
    security = await postgres_store.queued(packet(priority=Priority.SECURITY))
    stuck = await postgres_store.queued(packet(priority=Priority.STUCK))

    assert await _ids(screens, View.QUEUE) == [security.id, stuck.id, rest.id]


async def test_other_views_come_latest_first_and_page_on(
    postgres_store: Store, screens: SqlScreens
) -> None:
    its = [
        await postgres_store.append((await postgres_store.started()).id, spoken()) for _ in range(3)
    ]

    first = await screens.listed(View.ALL, SOMEBODY, limit=2, before=None)
    oldest = first[-1].conversation.updated_at
    rest = await screens.listed(View.ALL, SOMEBODY, limit=2, before=oldest)

    assert [it.conversation.id for it in first] == [its[2].id, its[1].id]
    assert [it.conversation.id for it in rest] == [its[0].id]


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


async def test_any_time_at_all_can_be_paged_before(
    postgres_store: Store, screens: SqlScreens
) -> None:
    early = datetime.min.replace(tzinfo=UTC)

    assert await screens.listed(View.ALL, SOMEBODY, limit=1, before=early) == ()
