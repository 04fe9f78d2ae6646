"""Fills the database with the demo: `python -m demo.load`. To run it again changes nothing."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import delete, not_, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from demo.canned import canned
from demo.history import history
from demo.logins import Login, keep
from demo.people import Agent as DemoAgent
from demo.people import People, event_id, read
from demo.settings import DemoSettings
from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Language, Role
from handoff.settings import Settings
from handoff.storage.agents import SqlAgents
from handoff.storage.canned import SqlCannedReplies
from handoff.storage.passwords import Argon2Passwords
from handoff.storage.work import engine_for
from payouts.book import ROWS, PayoutBook
from payouts.tables import EventRow

TIMEOUT_S = 60.0
"""The machine may be busy preparing everything else."""


async def load(engine: AsyncEngine, people: People, now: datetime, logins: Path) -> int:
    """Bring everything into the database; tells how many events were new."""
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    async with sessions.begin() as session:
        await forget_other_days(session, now)
    new = await PayoutBook(sessions).record_all([*people.events(now), *history(now)])
    await enrol(engine, people.agents, keep(logins, people.agents))
    await write_down(engine, people.agents, now)
    return new


async def forget_other_days(session: AsyncSession, now: datetime) -> None:
    """Remove what was loaded on another day, whose dates would be stale by now."""
    loaded, today = event_id(now).rsplit(":", 1)[0], event_id(now)
    stale = (
        select(EventRow.topic, EventRow.subject)
        .where(EventRow.id.startswith(f"{loaded}:"), not_(EventRow.id.startswith(f"{today}:")))
        .distinct()
    )
    subjects: dict[str, list[str]] = {}
    for topic, subject in await session.execute(stale):
        subjects.setdefault(topic, []).append(subject)
    for topic, keys in subjects.items():
        row, row_key = ROWS[topic]
        await session.execute(delete(row).where(row_key.in_(keys)))
        about = EventRow.topic == topic, EventRow.subject.in_(keys)
        await session.execute(delete(EventRow).where(*about))


async def enrol(engine: AsyncEngine, agents: Iterable[DemoAgent], logins: Iterable[Login]) -> None:
    """Make the agents able to sign in to the console."""
    passwords = Argon2Passwords()
    for agent, login in zip(agents, logins, strict=True):
        async with engine.begin() as connection:
            await SqlAgents(connection).enrol(_agent(agent), passwords.hashed(login.password))


async def write_down(engine: AsyncEngine, agents: Iterable[DemoAgent], now: datetime) -> None:
    """What a lead of the demo has written in advance; what somebody changed since stays."""
    lead = next((it for it in map(_agent, agents) if it.role is Role.LEAD), None)
    if lead is None:
        return
    async with engine.begin() as connection:
        store = SqlCannedReplies(connection)
        known = {(it.shortcut, it.team) for it in await store.all() if it.owner is None}
        for reply in canned(lead.ref, now):
            if (reply.shortcut, reply.team) not in known:
                await store.put(reply)


def _agent(agent: DemoAgent) -> Agent:
    return Agent(
        id=AgentId(uuid5(NAMESPACE_URL, f"mailto:{agent.email}")),
        name=agent.name,
        email=agent.email,
        role=Role(agent.role),
        languages=tuple(map(Language, agent.languages)),
        skills=agent.skills,
        teams=agent.teams,
        capacity=agent.capacity,
        levels=agent.levels,
        channel_capacity=agent.channel_capacity,
    )


async def main() -> None:
    """Load by the environment's settings."""
    settings = Settings()
    url = settings.database_url.get_secret_value()
    engine = engine_for(url, pool_size=2, timeout_s=TIMEOUT_S)
    try:
        people = read()
        now = settings.clock().astimezone(UTC)
        new = await load(engine, people, now, DemoSettings().logins)
        print(f"The demo has {len(people.customers)} people; {new} events were new.")
    finally:
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
