"""Whose session it is: asked on every call, so it only looks, in one round trip."""

from dataclasses import dataclass

from handoff.domain.errors import NotSignedIn
from handoff.domain.people import Agent, Customer
from handoff.ports import OpenWork


@dataclass(frozen=True, slots=True)
class Recognition:
    """Tokens of customers and of agents never stand for each other."""

    open_look: OpenWork

    async def customer(self, token: str) -> Customer:
        """NotSignedIn when the token speaks for no customer."""
        async with self.open_look() as work:
            found = await work.customers.of_session(token)
        if found is None:
            raise NotSignedIn("the session has ended or never was")
        return found

    async def agent(self, token: str) -> Agent:
        """NotSignedIn when the token speaks for no agent who may work."""
        async with self.open_look() as work:
            found = await work.agents.of_session(token)
        if found is None:
            raise NotSignedIn("the session has ended or never was")
        return found
