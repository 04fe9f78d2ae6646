"""What each figure of the wallboard counts; docs/wallboard.md names these tests."""

import ast
import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from handoff.domain.conversation import Conversation
from handoff.domain.events import (
    AgentAccepted,
    AgentVanished,
    Closed,
    CloseReason,
    Event,
    HandedBack,
    ReturnedToAssistant,
)
from handoff.domain.packet import Priority
from handoff.domain.people import Role, Status
from handoff.domain.queueing import Offered, Snoozed, TakenOver, Transferred, WakeReason, Woken
from handoff.domain.wallboard import SPAN_S, Flow, Promised, Wallboard
from handoff.storage.wallboard import SqlWallboard
from tests.contract.store import Store, asked, ref, spoken
from tests.databases import Database
from tests.handoff.domain.examples import OFFER, packet

PRESENT_S = 40.0
DOCUMENT = Path(__file__).parents[2] / "docs" / "wallboard.md"
LEFT = Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)
RESOLVED = Closed(by="agent", reason=CloseReason.RESOLVED)


@pytest.fixture
def board(postgres_store: Store, tables: Database) -> SqlWallboard:
    assert postgres_store
    return SqlWallboard(tables.engine, PRESENT_S)


@pytest.fixture(name="store")
def _store(postgres_store: Store) -> Store:
    return postgres_store


async def _sql(tables: Database, statement: str, **values: object) -> None:
    async with tables.engine.begin() as connection:
        await connection.execute(text(statement), values)


async def _due(tables: Database, it: Conversation, column: str, in_s: float) -> None:
    await _sql(
        tables,
        f"UPDATE conversation SET {column} = now() + CAST(:wait AS interval) WHERE id = :id",
        wait=timedelta(seconds=in_s),
        id=it.id,
    )


async def _moved_back(tables: Database, it: Conversation, hours: float) -> None:
    """As if all that happened here had happened so long ago."""
    await _sql(
        tables,
        "UPDATE event SET at = at - CAST(:by AS interval) WHERE conversation_id = :id",
        by=timedelta(hours=hours),
        id=it.id,
    )


async def _flow_of(board: SqlWallboard, store: Store, *events: Event) -> Flow:
    """What is counted when somebody asked for a person and then this happened."""
    it = await store.queued()
    await store.append(it.id, *events)
    return (await board.now()).flow


async def test_waiting_are_those_whom_nobody_has_offered_or_not(
    store: Store, board: SqlWallboard
) -> None:
    agent = await store.helper("Bo")
    await store.queued()
    offered = await store.queued()
    await store.append(offered.id, Offered(agent=ref(agent), until=OFFER.until, why=OFFER.why))
    await store.owned(agent)
    snoozed = await store.owned(agent)
    await store.append(snoozed.id, Snoozed(agent=ref(agent), until=None))
    await store.append((await store.started()).id, spoken())
    await store.closed()

    assert (await board.now()).waiting == 2


async def test_the_oldest_waits_since_it_came_into_the_queue_the_last_time(
    store: Store, board: SqlWallboard
) -> None:
    agent = await store.helper("Bo")
    again = await store.owned(agent)
    first = await store.queued()
    again = await store.append(again.id, AgentVanished(agent=ref(agent)))

    shown = await board.now()

    assert again.queued_at is not None
    assert first.queued_at is not None
    assert shown.oldest == first.queued_at < again.queued_at
    assert [line.oldest for line in shown.lines] == [first.queued_at]


async def test_nobody_waits_and_nothing_is_oldest(store: Store, board: SqlWallboard) -> None:
    await store.owned(await store.helper("Bo"))

    shown = await board.now()

    assert (shown.waiting, shown.oldest, shown.lines) == (0, None, ())
    assert shown.by_class == dict.fromkeys(Priority, 0)


async def test_waiting_is_told_apart_by_team_and_class_whatever_time_has_moved_up(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    rest = await store.queued(packet(priority=Priority.REST))
    await store.queued(packet(priority=Priority.SECURITY))
    await store.queued(packet(priority=Priority.SECURITY))
    await _sql(
        tables, "UPDATE conversation SET rank = 0, team = 'Payments' WHERE id = :id", id=rest.id
    )

    shown = await board.now()

    assert shown.by_class == {Priority.SECURITY: 2, Priority.STUCK: 0, Priority.REST: 1}
    assert [(it.team, it.priority, it.waiting) for it in shown.lines] == [
        (None, Priority.SECURITY, 2),
        ("Payments", Priority.REST, 1),
    ]


@pytest.mark.parametrize(
    ("in_s", "expected"),
    [
        (-1, Promised(at_risk=0, missed=1)),
        (599, Promised(at_risk=1, missed=0)),
        (601, Promised(at_risk=0, missed=0)),
    ],
)
@pytest.mark.parametrize("column", ["first_response_due", "next_response_due", "resolution_due"])
async def test_a_promise_is_at_risk_for_ten_minutes_and_then_missed(
    store: Store,
    board: SqlWallboard,
    tables: Database,
    column: str,
    in_s: float,
    expected: Promised,
) -> None:
    await _due(tables, await store.queued(), column, in_s)

    assert (await board.now()).promised == expected


async def test_a_case_with_two_promises_counts_once_and_as_missed(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    it = await store.queued()
    await _due(tables, it, "first_response_due", -5)
    await _due(tables, it, "resolution_due", 100)

    assert (await board.now()).promised == Promised(at_risk=0, missed=1)


async def test_promises_count_while_somebody_works_on_the_case_and_neither_put_off_nor_closed(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    agent = await store.helper("Bo")
    owned, snoozed, closed = [await store.owned(agent) for _ in range(3)]
    await store.append(snoozed.id, Snoozed(agent=ref(agent), until=None))
    await store.append(closed.id, RESOLVED)
    for it in (owned, snoozed, closed):
        await _due(tables, it, "resolution_due", 60)

    assert (await board.now()).promised == Promised(at_risk=1, missed=0)


def _seen(shown: Wallboard) -> dict[str, tuple[Status, bool, int]]:
    return {it.agent.name: (it.agent.status, it.here, sum(it.load.values())) for it in shown.agents}


async def test_agents_are_here_when_online_and_heard_of_and_their_load_counts_offers(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    here, away, silent = [await store.helper(name, capacity=3) for name in ("Bo", "Cy", "Di")]
    await store.helper("Auditor", role=Role.AUDITOR)
    await store.owned(here)
    offered = await store.queued()
    await store.append(offered.id, Offered(agent=ref(here), until=OFFER.until, why=OFFER.why))
    await store.owned(away)
    async with store.open_work() as work:
        await work.agents.set_status(away.id, Status.AWAY)
    await _sql(
        tables, "UPDATE agent SET seen_at = now() - interval '41 s' WHERE id = :id", id=silent.id
    )

    shown = await board.now()

    assert _seen(shown) == {
        "Bo": (Status.ONLINE, True, 2),
        "Cy": (Status.AWAY, False, 1),
        "Di": (Status.ONLINE, False, 0),
    }
    assert (shown.places, shown.load) == (3, 2)


async def test_whoever_is_disabled_is_no_agent_any_more(store: Store, board: SqlWallboard) -> None:
    gone = await store.helper("Bo")
    await store.disable(gone.id)

    assert (await board.now()).agents == ()


async def test_asked_counts_every_time_that_a_person_was_asked_for(
    store: Store, board: SqlWallboard
) -> None:
    flow = await _flow_of(board, store, ReturnedToAssistant(), asked())

    assert flow == Flow(asked=2, abandoned=1)


async def test_taken_counts_the_first_agent_after_each_asking(
    store: Store, board: SqlWallboard
) -> None:
    bo, cy = ref(await store.helper("Bo")), ref(await store.helper("Cy"))
    accepted = AgentAccepted(agent=bo)

    flow = await _flow_of(
        board,
        store,
        *(accepted, Transferred(by=bo, to_agent=cy), AgentAccepted(agent=cy)),
        *(HandedBack(agent=cy), asked(), accepted),
    )

    assert flow == Flow(asked=2, taken=2)


async def test_a_case_that_a_lead_takes_from_an_offer_is_taken(
    store: Store, board: SqlWallboard
) -> None:
    bo, ruth = ref(await store.helper("Bo")), ref(await store.helper("Ruth"))
    offered = Offered(agent=bo, until=OFFER.until, why=OFFER.why)

    flow = await _flow_of(board, store, offered, TakenOver(agent=bo, by=ruth))

    assert flow == Flow(asked=1, taken=1)


async def test_abandoned_left_the_queue_by_going_back_or_by_ending_it(
    store: Store, board: SqlWallboard
) -> None:
    await _flow_of(board, store, ReturnedToAssistant())
    bo = ref(await store.helper("Bo"))
    offered = Offered(agent=bo, until=OFFER.until, why=OFFER.why)

    flow = await _flow_of(board, store, offered, LEFT)

    assert flow == Flow(asked=2, abandoned=2)


async def test_who_leaves_a_queue_they_came_back_into_has_abandoned_it(
    store: Store, board: SqlWallboard
) -> None:
    bo = ref(await store.helper("Bo"))
    accepted = AgentAccepted(agent=bo)
    await _flow_of(board, store, accepted, Transferred(by=bo), LEFT)

    flow = await _flow_of(
        board, store, accepted, Snoozed(agent=bo, until=None), Woken(why=WakeReason.REPLY), LEFT
    )

    assert flow == Flow(asked=2, taken=2, abandoned=2)


@pytest.mark.parametrize("end", [LEFT, RESOLVED])
async def test_who_leaves_an_agent_or_is_closed_by_one_has_not_abandoned(
    store: Store, board: SqlWallboard, end: Event
) -> None:
    bo = ref(await store.helper("Bo"))

    flow = await _flow_of(board, store, AgentAccepted(agent=bo), end)

    assert flow == Flow(asked=1, taken=1)


async def test_who_ends_a_case_that_was_put_off_or_closed_by_us_has_not_abandoned(
    store: Store, board: SqlWallboard
) -> None:
    bo = ref(await store.helper("Bo"))
    snoozed = Snoozed(agent=bo, until=None)
    await _flow_of(board, store, AgentAccepted(agent=bo), snoozed, LEFT)
    by_us = Closed(by="system", reason=CloseReason.SIGNED_IN_ELSEWHERE)

    flow = await _flow_of(board, store, by_us)

    assert flow == Flow(asked=2, taken=1)


async def test_dropped_fell_back_into_the_queue_because_their_agent_vanished(
    store: Store, board: SqlWallboard
) -> None:
    bo = ref(await store.helper("Bo"))

    flow = await _flow_of(
        board, store, AgentAccepted(agent=bo), AgentVanished(agent=bo), AgentAccepted(agent=bo)
    )

    assert flow == Flow(asked=1, taken=1, dropped=1)


async def test_what_was_asked_before_the_window_is_known_when_it_ends_within(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    left, taken = await store.queued(), await store.queued()
    for it in (left, taken):
        await _moved_back(tables, it, hours=13)
    await store.append(left.id, LEFT)
    await store.append(taken.id, AgentAccepted(agent=ref(await store.helper("Bo"))))

    assert (await board.now()).flow == Flow(taken=1, abandoned=1)


async def test_spans_add_up_to_the_window_and_leave_none_out(
    store: Store, board: SqlWallboard, tables: Database
) -> None:
    await store.queued()
    await _moved_back(tables, await store.queued(), hours=2)
    await _moved_back(tables, await store.queued(), hours=13)

    shown = await board.now()

    starts = [span.at for span in shown.spans]
    steps = {later - earlier for earlier, later in pairwise(starts)}
    assert steps == {timedelta(seconds=SPAN_S)}
    assert starts[0] <= shown.since < starts[1]
    assert starts[-1] <= shown.at < starts[-1] + timedelta(seconds=SPAN_S)
    assert [span.flow.asked for span in shown.spans if span.flow.asked] == [1, 1]
    assert shown.flow.asked == 2


def test_the_document_names_each_figure_and_tests_that_there_are() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    here = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    named = set(re.findall(r"`(test_\w+)`", document))

    assert named
    assert named <= here
    for figure in (
        "Waiting",
        "Oldest",
        "At risk",
        "Missed",
        "Agents",
        "Asked",
        "Taken",
        "Abandoned",
        "Dropped",
    ):
        assert f"**{figure}**" in document
