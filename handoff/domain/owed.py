"""What a customer who was handed to people is owed, since when, and by when."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from handoff.domain.contact import CallBackWanted
from handoff.domain.events import (
    AgentSaid,
    Closed,
    CustomerSaid,
    Event,
    HandedBack,
    HumanAsked,
    ReturnedToAssistant,
)
from handoff.domain.queueing import Snoozed, WakeReason, Woken

Instant: TypeAlias = datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Since when a person is owed, since when an answer, and whether a person has answered."""

    person_since: Instant = None
    answer_since: Instant = None
    """Of the first message that no person has answered."""
    answered: bool = False

    def after(self, event: Event, at: datetime) -> "Owed":
        """What is owed once `event` has happened."""
        match event:
            case HumanAsked():
                return Owed(person_since=at, answer_since=at)
            case HandedBack() | ReturnedToAssistant() | Closed():
                return NOTHING
            case _:
                return self if self.person_since is None else self._after(event, at)

    def _after(self, event: Event, at: datetime) -> "Owed":
        match event:
            case CustomerSaid() | Woken(why=WakeReason.TIME):
                return replace(self, answer_since=self.answer_since or at)
            case AgentSaid():
                return replace(self, answer_since=None, answered=True)
            case Snoozed():
                return replace(self, answer_since=None)
            case CallBackWanted(call_at=wanted):
                return replace(self, person_since=wanted, answer_since=None)
            case _:
                return self


NOTHING = Owed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when it is owed; None where it is not, or where nobody has promised a time."""

    first_response: Instant = None
    next_response: Instant = None
    resolution: Instant = None

    @property
    def first(self) -> Instant:
        """What the queue is ordered by: an answer before a resolution."""
        return self.first_response or self.next_response or self.resolution


NEVER = Due()
