"""What happens to a case between people: offers, passing on, putting off, following."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal

from handoff.domain.people import AgentRef


class DeclineReason(StrEnum):
    """Why an agent does not take what they are offered."""

    BUSY = "busy"
    WRONG_SKILL = "wrong_skill"
    WRONG_LANGUAGE = "wrong_language"
    BREAK = "break"
    OTHER = "other"


class WakeReason(StrEnum):
    """Why a conversation that was put off is somebody's work again."""

    TIME = "time"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One agent is asked to take it; nobody else until `until`. `why` is per language."""

    agent: AgentRef
    until: datetime
    why: Mapping[str, str]
    type: Literal["offered"] = "offered"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDeclined:
    """The agent who was asked said no."""

    agent: AgentRef
    reason: DeclineReason
    type: Literal["offer_declined"] = "offer_declined"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLapsed:
    """The agent who was asked did not answer, or is not there any more."""

    agent: AgentRef
    type: Literal["offer_lapsed"] = "offer_lapsed"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """The owner passed it on: to a team, to an agent, or to whoever comes next (neither)."""

    by: AgentRef
    to_team: str | None = None
    to_agent: AgentRef | None = None
    type: Literal["transferred"] = "transferred"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """A lead took it from the agent who had it, or was to have it."""

    agent: AgentRef | None
    by: AgentRef
    type: Literal["taken_over"] = "taken_over"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed:
    """The owner put it off until a time, or (None) until the customer writes; a reply ends both."""

    agent: AgentRef
    until: datetime | None
    type: Literal["snoozed"] = "snoozed"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Woken:
    """What was put off is somebody's work again."""

    why: WakeReason
    type: Literal["woken"] = "woken"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An agent wants to hear of it without owning it."""

    agent: AgentRef
    type: Literal["followed"] = "followed"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollowed:
    """An agent has heard enough of it."""

    agent: AgentRef
    type: Literal["unfollowed"] = "unfollowed"
    origin: ClassVar[str] = "system"
