"""Who takes part: customers of the platform and the agents who help them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from handoff.domain.ids import AgentId, CustomerId


class Language(StrEnum):
    """The languages Lotse speaks (ISO 639-1)."""

    DE = "de"
    EN = "en"


class CustomerKind(StrEnum):
    """What the platform says a customer is; a visitor did not sign in."""

    FREELANCER = "freelancer"
    CLIENT = "client"
    VISITOR = "visitor"


class Role(StrEnum):
    """What an agent may do; each role includes nothing of another."""

    AGENT = "agent"
    LEAD = "lead"
    ADMIN = "admin"
    AUDITOR = "auditor"


HELPERS = frozenset({Role.AGENT, Role.LEAD})
"""Those who may answer customers; nobody else is ever offered a conversation."""


OVERSEERS = frozenset({Role.LEAD, Role.ADMIN, Role.AUDITOR})
"""Those who look at how the whole does."""


class Status(StrEnum):
    """Whether an agent takes chats, as they say themselves."""

    ONLINE = "online"
    AWAY = "away"
    """Nothing new; what they have stays theirs."""
    AWAY_REASSIGN = "away_reassign"
    """Nothing new, and others take what they have."""
    OFFLINE = "offline"

    @property
    def keeps(self) -> bool:
        """Whether what they have stays theirs."""
        return self in {Status.ONLINE, Status.AWAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRef:
    """An agent as an event remembers them."""

    id: AgentId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who writes to support. `sub` is the platform's id of a signed-in customer."""

    id: CustomerId
    sub: str | None
    kind: CustomerKind
    name: str | None
    language: Language
    since: datetime

    @property
    def verified(self) -> bool:
        """Whether the platform vouches for who this is."""
        return self.sub is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a token of the platform, once checked, says about its bearer."""

    sub: str
    kind: CustomerKind
    token_id: str
    expires_at: datetime
    name: str | None
    language: Language | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person of the support team; `capacity` is conversations at once."""

    id: AgentId
    name: str
    email: str
    role: Role
    languages: tuple[Language, ...]
    skills: tuple[str, ...]
    teams: tuple[str, ...]
    capacity: int
    status: Status = Status.OFFLINE
    levels: Mapping[str, int] = field(default_factory=dict)
    """How well they know a skill, 1 to 5; a skill that is not named here counts as 1."""
    channel_capacity: Mapping[str, int] = field(default_factory=dict)
    """Conversations at once of a channel; one that is not named has only `capacity` to keep to."""

    @property
    def ref(self) -> AgentRef:
        """As events remember them."""
        return AgentRef(id=self.id, name=self.name)

    @property
    def available(self) -> bool:
        """Whether they take chats."""
        return self.status is Status.ONLINE
