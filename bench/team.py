"""Agents with a session each, put into the database as an administrator would."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from secrets import token_urlsafe
from uuid import uuid4

from sqlalchemy import func, insert, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.mix import LANGUAGES, RULES, SKILLS
from connectors.routing import read
from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Role
from handoff.storage.people import hashed
from handoff.storage.tables import AgentRow, SessionRow

CAPACITY = 4
SESSION = timedelta(hours=1)

TAKE = """
    UPDATE conversation SET state = 'agent', owner_id = taken.agent, owner_name = taken.name,
        epoch = 1, lease_until = now() + interval '1 hour', accepted_at = now()
    FROM (
        SELECT waiting.id, agent.id AS agent, agent.name
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM conversation
              WHERE state = 'queued' ORDER BY id LIMIT :places) AS waiting
        JOIN (SELECT id, name, row_number() OVER (ORDER BY id) AS n FROM agent) AS agent
          ON agent.n = (waiting.n - 1) / :capacity + 1
    ) AS taken
    WHERE conversation.id = taken.id
    RETURNING conversation.owner_id, conversation.id
"""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team, signed in."""

    agent: Agent
    cookie: str


async def team(engine: AsyncEngine, number: int) -> tuple[Member, ...]:
    """Of all languages, skills and teams; offline until they say otherwise."""
    names = [it.name for it in read(RULES).teams if not it.stand_by]
    kinds = zip(cycle(LANGUAGES), cycle(SKILLS), cycle(names), strict=False)
    members = tuple(
        Member(
            Agent(
                id=AgentId(uuid4()),
                name=f"Agent {n}",
                email=f"{uuid4().hex}@lotse.example",
                role=Role.AGENT,
                languages=languages,
                skills=skills,
                teams=(team_,),
                capacity=CAPACITY,
            ),
            cookie=token_urlsafe(24),
        )
        for n, (languages, skills, team_) in enumerate(islice(kinds, number))
    )
    async with engine.begin() as connection:
        await connection.execute(insert(AgentRow), [_row(it.agent) for it in members])
        opened = [{"token_hash": hashed(it.cookie), "holder_id": it.agent.id} for it in members]
        await connection.execute(insert(SessionRow).values(expires_at=func.now() + SESSION), opened)
    return members


async def busy(engine: AsyncEngine, members: Sequence[Member]) -> dict[AgentId, list[str]]:
    """All have as many of the waiting cases as they can have; which, by agent."""
    have: dict[AgentId, list[str]] = {it.agent.id: [] for it in members}
    places = {"places": len(members) * CAPACITY, "capacity": CAPACITY}
    async with engine.begin() as connection:
        for owner, conversation in await connection.execute(text(TAKE), places):
            have[owner].append(str(conversation))
    return have


def _row(agent: Agent) -> dict[str, object]:
    return {
        "id": agent.id,
        "email": agent.email,
        "name": agent.name,
        "password_hash": "nobody logs in with a password here",
        "role": agent.role,
        "languages": list(agent.languages),
        "skills": list(agent.skills),
        "teams": list(agent.teams),
        "capacity": agent.capacity,
    }
