"""An agent who can take any number of chats, for measurements only."""

from uuid import uuid4

from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Language, Role
from handoff.storage.agents import SqlAgents
from handoff.storage.passwords import Argon2Passwords
from handoff.storage.work import engine_for

CAPACITY = 1000


async def enrolled(database_url: str) -> tuple[str, str]:
    """E-mail address and password."""
    email, password = f"bench-{uuid4().hex}@lotse.example", uuid4().hex
    agent = Agent(
        id=AgentId(uuid4()),
        name="Bench",
        email=email,
        role=Role.AGENT,
        languages=tuple(Language),
        skills=(),
        teams=(),
        capacity=CAPACITY,
    )
    engine = engine_for(database_url, pool_size=1, timeout_s=10)
    async with engine.begin() as connection:
        await SqlAgents(connection).enrol(agent, Argon2Passwords().hashed(password))
    await engine.dispose()
    return email, password
