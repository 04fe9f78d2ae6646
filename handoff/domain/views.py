"""What agents look at: lists, what narrows them down, and what somebody keeps of them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from handoff.domain.conversation import Conversation
from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, CustomerId, SavedViewId
from handoff.domain.packet import Priority
from handoff.domain.people import Agent, Customer, Language
from handoff.domain.transitions import State

AT_RISK_S = 600.0
"""Seconds before an answer or an end is due from which on keeping the promise is at risk."""

MOST_SAVED = 30
"""Views that one agent may keep."""


class View(StrEnum):
    """A list of the console."""

    QUEUE = "queue"
    """Unassigned: waits for a person, next first."""
    MINE = "mine"
    """Owned, or put off."""
    TEAM = "team"
    """With the people of a team; of which one, a filter says, else all of the agent's own."""
    AT_RISK = "at_risk"
    """An answer or an end is due soon, or overdue; what is put off owes nothing."""
    SNOOZED = "snoozed"
    FOLLOWED = "followed"
    BOT = "bot"
    CLOSED = "closed"
    ALL = "all"


ENDLESS = frozenset({View.CLOSED, View.ALL})
"""They grow without end; nobody counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed down to; None or nothing: not by this."""

    states: frozenset[State] = frozenset()
    team: str | None = None
    language: Language | None = None
    channel: Channel | None = None
    priority: Priority | None = None
    tag: str | None = None
    customer: CustomerId | None = None
    since: datetime | None = None
    """Something happened in it at this time or later."""
    until: datetime | None = None
    """Nothing has happened in it since this time."""


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Which rows somebody wants to see: a view as this agent has it, narrowed down."""

    view: View
    agent: AgentId
    teams: tuple[str, ...] = ()
    filters: Filters = field(default=EVERYTHING)

    @classmethod
    def by(cls, agent: Agent, view: View, filters: Filters = EVERYTHING) -> "Looked":
        """By an agent."""
        return cls(view=view, agent=agent.id, teams=agent.teams, filters=filters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conversation in a list, with whose it is."""

    conversation: Conversation
    customer: Customer
    rank: int | None = None
    """Its class in the queue, better by one for each ageing time waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of a list; `next` is where it goes on, None at its end."""

    rows: tuple[Listed, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A list that an agent gave a name."""

    id: SavedViewId
    name: str
    view: View
    filters: Filters
