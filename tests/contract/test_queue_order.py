"""Whoever comes and however long they wait: PostgreSQL keeps the order that the rules say."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from handoff.domain.ids import ConversationId
from handoff.domain.packet import Priority
from handoff.storage.tables import ConversationRow
from tests.contract.store import Store
from tests.databases import Database
from tests.handoff.domain.examples import packet

AGEING_S = 900.0
PAGE = 2

_C = ConversationRow


@dataclass(frozen=True, slots=True)
class Comes:
    """Somebody gets in line; what they were promised is due so long after."""

    priority: Priority
    due_s: int


@dataclass(frozen=True, slots=True)
class Passes:
    """So much time; then the queue is looked at."""

    seconds: int


# Never just on the edge of an ageing time: how long the statements take must not matter.
STEPS = st.lists(
    st.one_of(
        st.builds(Comes, st.sampled_from(Priority), st.integers(1, 40).map(lambda n: n * 60)),
        st.builds(Passes, st.integers(1, 40).map(lambda n: n * 100)),
    ),
    min_size=1,
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
async def test_the_queue_is_always_in_order(
    postgres_store: Store, tables: Database, steps: list[Comes | Passes]
) -> None:
    await _emptied(tables)
    line: dict[ConversationId, tuple[Comes, int]] = {}
    clock = 0

    for step in steps:
        if isinstance(step, Passes):
            clock += step.seconds
            await _later(tables, step.seconds)
            continue
        it = await postgres_store.queued(packet(priority=step.priority))
        await _due(tables, it.id, step.due_s)
        line[it.id] = (step, clock)
    async with postgres_store.open_work() as work:
        await work.queue.age(AGEING_S)

    assert await _read(postgres_store) == sorted(line, key=lambda it: _place(line[it], clock))


def _place(came: tuple[Comes, int], now: int) -> tuple[int, int]:
    """Class, better by one for each ageing time waited; what is due first; who came first."""
    comes, at = came
    classes = (Priority.SECURITY, Priority.STUCK, Priority.REST)
    rank = max(0, classes.index(comes.priority) - (now - at) // int(AGEING_S))
    return rank, at + comes.due_s


async def _read(store: Store) -> list[ConversationId]:
    """Page by page, as the dispatcher does."""
    found: list[ConversationId] = []
    key: Any = None
    async with store.open_work() as work:
        while page := await work.queue.waiting(key, PAGE):
            found += [it.case.conversation for it in page]
            key = page[-1].key
    return found


async def _emptied(tables: Database) -> None:
    async with tables.engine.begin() as connection:
        await connection.execute(text("TRUNCATE conversation CASCADE"))


async def _due(tables: Database, it: ConversationId, due_s: int) -> None:
    """To the second after they came, which is what the order is about."""
    async with tables.engine.begin() as connection:
        came = await connection.scalar(select(_C.waiting_since).where(_C.id == it))
        assert came is not None
        due = {"due_at": came + timedelta(seconds=due_s)}
        await connection.execute(update(_C).where(_C.id == it).values(**due))


async def _later(tables: Database, seconds: int) -> None:
    """All that was is so much longer ago; who waited long enough moves up."""
    gone = timedelta(seconds=seconds)
    async with tables.engine.begin() as connection:
        moved = {name: getattr(_C, name) - gone for name in ("waiting_since", "due_at", "ages_at")}
        await connection.execute(update(_C).values(**moved))
