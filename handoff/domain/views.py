"""What agents look at."""

from dataclasses import dataclass
from enum import StrEnum

from handoff.domain.conversation import Conversation
from handoff.domain.people import Customer


class View(StrEnum):
    """A list of the console."""

    QUEUE = "queue"
    MINE = "mine"
    """Owned, or put off."""
    FOLLOWED = "followed"
    BOT = "bot"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conversation in a list, with whose it is."""

    conversation: Conversation
    customer: Customer
    rank: int | None = None
    """Its class in the queue, better by one for each ageing time waited."""
