"""A customer's file on the wire."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from handoff.api import wire
from handoff.api.answers import Answer, EarlierAnswer, GuideAnswer, RowCustomer
from handoff.api.transcript import Audience, event
from handoff.domain.events import HumanAsked
from handoff.domain.files import CustomerFile, Entry, Gate, PlatformFile, Said

Json = dict[str, Any]


class GateAnswer(Answer):
    """Something that must be in order before money moves."""

    state: str
    reason: str | None
    since: datetime | None


class PayoutStepAnswer(Answer):
    """One state a payout was in; the reason is for agents."""

    state: str
    reason: str | None
    at: datetime


class PayoutAnswer(Answer):
    """A payout with its way so far, oldest step first."""

    reference: str
    state: str
    reason: str | None
    amount: str
    currency: str
    since: datetime
    expected_on: date | None
    history: tuple[PayoutStepAnswer, ...]


class MilestoneAnswer(Answer):
    """A milestone that the customer pays for, or works on."""

    id: str
    project: str
    title: str
    state: str
    reason: str | None
    amount: str
    currency: str
    since: datetime
    pays: bool


class PlatformAnswer(Answer):
    """All that the platform's read model knows now, the latest first."""

    segment: str | None
    since: date | None
    time_zone: str | None
    identity: GateAnswer | None
    tax: GateAnswer | None
    method: GateAnswer | None
    payouts: tuple[PayoutAnswer, ...]
    milestones: tuple[MilestoneAnswer, ...]


class FileAnswer(Answer):
    """A customer with all that is known of them."""

    customer: RowCustomer
    since: datetime
    """When they first came to us."""
    platform: PlatformAnswer
    conversations: tuple[EarlierAnswer, ...]
    guides: tuple[GuideAnswer, ...]


class EventEntry(Answer):
    """Something that happened in a conversation; handoffs come without their packet."""

    kind: Literal["event"]
    event: Json


class ChangeAnswer(Answer):
    """Something came into another state on the platform."""

    id: str
    topic: Literal["payout", "milestone", "identity", "tax", "method"]
    subject: str
    title: str | None
    state: str
    reason: str | None
    amount: str | None
    currency: str | None
    at: datetime


class ChangeEntry(Answer):
    """Something that happened on the platform."""

    kind: Literal["change"]
    change: ChangeAnswer


EntryAnswer = Annotated[EventEntry | ChangeEntry, Field(discriminator="kind")]


class TimelineAnswer(Answer):
    """Over all conversations and channels, the latest first; `next` is where it goes on."""

    entries: tuple[EntryAnswer, ...]
    next: str | None


def file(it: CustomerFile) -> FileAnswer:
    """For agents."""
    who = it.customer
    return FileAnswer(
        customer=RowCustomer(id=who.id, name=who.name, kind=who.kind, verified=who.verified),
        since=who.since,
        platform=_platform(it.platform),
        conversations=tuple(map(wire.earlier, it.conversations)),
        guides=tuple(map(wire.guide, it.guides)),
    )


def entry(it: Entry) -> EventEntry | ChangeEntry:
    """For agents; the packet of a handoff is read in its own conversation."""
    if not isinstance(it, Said):
        change = ChangeAnswer.model_validate(it, from_attributes=True)
        return ChangeEntry(kind="change", change=change)
    shown = event(it.conversation, it.logged, Audience.AGENTS)
    if isinstance(it.logged.event, HumanAsked):
        shown["packet"] = None
    return EventEntry(kind="event", event=shown)


def _platform(it: PlatformFile) -> PlatformAnswer:
    return PlatformAnswer(
        segment=it.segment,
        since=it.since,
        time_zone=it.time_zone,
        identity=_gate(it.identity),
        tax=_gate(it.tax),
        method=_gate(it.method),
        payouts=tuple(PayoutAnswer.model_validate(one, from_attributes=True) for one in it.payouts),
        milestones=tuple(
            MilestoneAnswer.model_validate(one, from_attributes=True) for one in it.milestones
        ),
    )


def _gate(it: Gate | None) -> GateAnswer | None:
    return GateAnswer.model_validate(it, from_attributes=True) if it is not None else None
