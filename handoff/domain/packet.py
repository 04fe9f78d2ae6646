"""The handoff packet: everything known about a case, written with the handoff."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import Entity
from handoff.domain.people import CustomerKind, Language


class Reason(StrEnum):
    """Why a person was asked for."""

    CUSTOMER_ASKED = "customer_asked"
    RULE = "rule"
    BOT_FAILED_TWICE = "bot_failed_twice"
    RISK = "risk"
    BOT_UNAVAILABLE = "bot_unavailable"


class Priority(StrEnum):
    """Classes of the queue, first to last."""

    SECURITY = "security"
    STUCK = "stuck"
    REST = "rest"

    @property
    def rank(self) -> int:
        """Lower is served first."""
        return list(Priority).index(self)


class UrgencyLevel(StrEnum):
    """How much it matters to the customer that somebody looks now."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """A level and the sentence that explains it, in each language of the agents."""

    level: UrgencyLevel
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutStep:
    """One state a payout was in."""

    state: str
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutSnapshot:
    """The payout under discussion as it was when the person was asked for."""

    reference: str
    state: str
    reason: str | None
    amount: str
    currency: str
    since: datetime
    expected_on: date | None
    history: tuple[PayoutStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the platform's read model knows of a customer."""

    segment: str | None = None
    since: date | None = None
    time_zone: str | None = None
    identity: str | None = None
    tax: str | None = None
    payout: PayoutSnapshot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketCustomer:
    """The customer as the agent should know them."""

    id: CustomerId
    sub: str | None
    kind: CustomerKind
    name: str | None
    verified: bool
    segment: str | None
    since: date | None
    time_zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One question and what the assistant did with it."""

    question: str
    answer: str
    intent: str | None
    confidence: float | None
    articles: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier case of the same customer."""

    conversation: ConversationId
    case_number: str
    case_type: str | None
    closed_at: datetime | None
    close_reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whom a case is offered to. No team, skills or level: any. No languages: the customer's.

    After `timeout_s` the next target counts as well; the last one has no time-out.
    """

    team: str | None = None
    skills: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    min_level: int = 1
    timeout_s: float | None = None
    skip_if_none: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a case goes: the rule that says so, its targets in order, and why, per language."""

    rule: str
    targets: tuple[Target, ...]
    priority: Priority
    why: Mapping[str, str]

    @property
    def team(self) -> str | None:
        """The team whose hours and promises count."""
        return self.targets[0].team


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """All that an agent sees before accepting. Summary and explanation are per language."""

    reason: Reason
    rule: str | None
    case_type: str | None
    language: str
    urgency: Urgency
    customer: PacketCustomer
    payout: PayoutSnapshot | None
    identity: str | None
    tax: str | None
    slots: Mapping[str, object]
    entities: tuple[Entity, ...]
    tried: tuple[Tried, ...]
    summary: Mapping[str, str]
    page_url: str | None
    required_skills: tuple[str, ...]
    priority: Priority
    explanation: Mapping[str, str]
    earlier: tuple[Earlier, ...]
    route: Route | None = None
    """None in packets from before there were routes."""


TRANSFER_S = 600.0
"""Seconds in which only the team that a case was passed to is asked; then anybody who can."""


def sent_to(packet: Packet, team: str) -> Packet:
    """The same case, routed to a team by somebody who knows better than the rules."""
    route = Route(
        rule="transfer",
        targets=(Target(team=team, timeout_s=TRANSFER_S), Target()),
        priority=packet.route.priority if packet.route else packet.priority,
        why={
            "de": f"Von Hand an {team} weitergegeben.",
            "en": f"Passed on to {team} by hand.",
        },
    )
    return replace(packet, route=route)
