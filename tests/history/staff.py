"""Agents with a session each, put into the database as an administrator would."""

from dataclasses import dataclass
from secrets import token_urlsafe
from uuid import UUID, uuid4

from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Language, Role
from handoff.storage.agents import SqlAgents
from handoff.storage.people import SqlSessions
from handoff.storage.work import engine_for

SESSION_S = 3_600.0


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team, signed in."""

    id: str
    name: str
    cookie: str
    lead: bool = False


async def team(
    database_url: str, number: int, *, capacity: int, leads: int = 0
) -> tuple[Member, ...]:
    """Offline until their consoles say otherwise."""
    engine = engine_for(database_url, pool_size=2, timeout_s=10)
    try:
        async with engine.begin() as connection:
            agents, sessions = SqlAgents(connection), SqlSessions(connection)
            members = []
            for n in range(number):
                member = _member(n, lead=n < leads)
                await agents.enrol(_agent(member, capacity), "nobody logs in with a password")
                await sessions.open(member.cookie, _id(member), SESSION_S)
                members.append(member)
        return tuple(members)
    finally:
        await engine.dispose()


def _member(n: int, *, lead: bool) -> Member:
    return Member(id=str(uuid4()), name=f"Agent {n}", cookie=token_urlsafe(24), lead=lead)


def _id(member: Member) -> AgentId:
    return AgentId(UUID(member.id))


def _agent(member: Member, capacity: int) -> Agent:
    return Agent(
        id=_id(member),
        name=member.name,
        email=f"{member.id}@lotse.example",
        role=Role.LEAD if member.lead else Role.AGENT,
        languages=tuple(Language),
        skills=(),
        teams=("Everybody",),
        capacity=capacity,
    )
