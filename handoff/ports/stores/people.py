"""Customers, agents and sessions."""

from collections.abc import Mapping
from typing import Protocol

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId, CustomerId, SavedViewId
from handoff.domain.members import Member
from handoff.domain.people import Agent, Customer, Identity, Language, Status
from handoff.domain.views import SavedView


class Customers(Protocol):
    """The people who write."""

    async def customer(self, customer: CustomerId) -> Customer:
        """Unknown when there is none."""

    async def of_session(self, token: str) -> Customer | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed."""

    async def visitor(self, language: Language) -> Customer:
        """Somebody new who has not signed in."""

    async def known(self, identity: Identity, language: Language) -> Customer:
        """The customer the platform vouches for; made at the first sight, kept up to date."""

    async def spend(self, identity: Identity) -> None:
        """Remember a token as used; InvalidIdentity when it was used before."""


class Sessions(Protocol):
    """Revocable sessions; tokens are stored hashed only."""

    async def open(self, token: str, holder: CustomerId | AgentId, ttl_s: float) -> None:
        """From now on the token speaks for its holder."""

    async def end(self, token: str) -> None:
        """The token is worth nothing from now on."""

    async def end_all(self, holder: CustomerId | AgentId) -> None:
        """Nor are all others of its holder."""


class Agents(Protocol):
    """The people who help."""

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""

    async def of_session(self, token: str) -> Agent | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed, or they are gone."""

    async def locked(self, agent: AgentId) -> Agent:
        """The same, locked: two claims of one agent cannot both see a free place."""

    async def load(self, agent: AgentId) -> Mapping[Channel, int]:
        """Conversations they own or are offered, by channel."""

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """The agent's id and password hash."""

    async def set_status(self, agent: AgentId, status: Status) -> None:
        """Whether they take chats."""

    async def took(self, agent: AgentId, lease_s: float) -> None:
        """They own something new; the lease on all they own is renewed."""

    async def declined(self, agent: AgentId) -> None:
        """They said no to an offer: they are at their desk."""

    async def missed(self, agent: AgentId) -> Status:
        """They let an offer lapse; their status afterwards: away when it happens too often."""

    async def owned(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What is theirs."""

    async def offered(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What they are asked to take."""

    async def equip(self, agent: Agent) -> None:
        """Skills, languages, teams and capacities as they are now. Unknown."""

    async def beat(self, agent: AgentId, lease_s: float) -> Status:
        """The console is alive: renew the lease on all that the agent owns. Unknown."""

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Conversations whose owner's lease has lapsed."""


class Members(Protocol):
    """The team's list, the disabled ones as well."""

    async def all(self) -> tuple[Member, ...]:
        """By name."""

    async def member(self, agent: AgentId) -> Member:
        """Unknown when there is none."""

    async def locked(self, agent: AgentId) -> Member:
        """The same, locked until this work ends."""

    async def by_email(self, email: str) -> AgentId | None:
        """Whose address it is."""

    async def add(self, agent: Agent, password_hash: str) -> None:
        """Conflict when somebody added the same address meanwhile."""

    async def revise(self, agent: Agent) -> None:
        """All but whether they are there."""

    async def set_password(self, agent: AgentId, password_hash: str) -> None:
        """In place of the one before."""

    async def disable(self, agent: AgentId) -> None:
        """They may not come in any more."""

    async def enable(self, agent: AgentId) -> None:
        """They may again."""


class SavedViews(Protocol):
    """Lists that agents gave a name, each their own."""

    async def of(self, agent: AgentId) -> tuple[SavedView, ...]:
        """By name."""

    async def keep(self, agent: AgentId, saved: SavedView) -> None:
        """A new one, or another form of one of theirs; Conflict when the name is taken."""

    async def forget(self, agent: AgentId, saved: SavedViewId) -> bool:
        """Whether there was one."""
