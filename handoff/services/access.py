"""Lets agents in."""

from dataclasses import dataclass

from handoff.domain.errors import NotSignedIn
from handoff.domain.people import Agent
from handoff.ports import OpenWork, Passwords, Tokens


@dataclass(frozen=True, slots=True)
class Access:
    """Log-in, log-out, and who an agent's session speaks for."""

    open_work: OpenWork
    passwords: Passwords
    tokens: Tokens
    session_ttl_s: float

    async def log_in(self, email: str, password: str) -> tuple[str, Agent]:
        """A session for the right password; NotSignedIn without saying which part was wrong."""
        async with self.open_work() as work:
            known = await work.agents.credentials(email)
        hashed = known[1] if known else None
        if not await self.passwords.matches(hashed, password) or known is None:
            raise NotSignedIn("e-mail or password is wrong")
        token = self.tokens()
        async with self.open_work() as work:
            agent = await work.agents.agent(known[0])
            await work.sessions.open(token, agent.id, self.session_ttl_s)
        return token, agent

    async def log_out(self, token: str) -> None:
        """The session is worth nothing any more; its sockets close."""
        async with self.open_work() as work:
            await work.sessions.end(token)
