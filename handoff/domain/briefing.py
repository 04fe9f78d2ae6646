"""Makes the handoff packet out of the log and the facts, so that nobody has to ask twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from handoff.domain.conversation import Conversation
from handoff.domain.events import AssistantFailed, AssistantSaid, CustomerSaid, Event
from handoff.domain.messages import Article, Entity, Part, Understanding, words
from handoff.domain.packet import (
    Earlier,
    Facts,
    Packet,
    PacketCustomer,
    Reason,
    Tried,
)
from handoff.domain.people import Customer
from handoff.domain.routing import Routing, routed
from handoff.domain.summary import summary
from handoff.domain.triage import explained, triage
from handoff.domain.words import CASES

UNTELLING = frozenset({"request_human", "complain"})
"""Intents that say what the customer wants now, not what the case is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An event with its place in the conversation's log."""

    seq: int
    at: datetime
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that a packet is made of."""

    conversation: Conversation
    customer: Customer
    log: tuple[Logged, ...]
    facts: Facts
    earlier: tuple[Conversation, ...]


def brief(case: Case, reason: Reason, rule: str | None, routing: Routing) -> Packet:
    """The packet of this case as it stands, with where it goes."""
    packet = summary(_known(case, reason, rule), _last_words(case.log))
    route = routed(routing, packet, case.conversation.channel)
    needed = replace(
        packet,
        priority=route.priority,
        required_skills=route.targets[0].skills,
        route=route,
    )
    return explained(needed)


def _known(case: Case, reason: Reason, rule: str | None) -> Packet:
    readings = [reading for _, reading in _readings(case.log)]
    tried = tuple(_tried(case.log))
    case_type = _case_type(readings)
    weight = triage(reason, rule, case_type, case.facts.payout)
    return Packet(
        reason=reason,
        rule=rule,
        case_type=case_type,
        language=case.conversation.language,
        urgency=weight.urgency,
        customer=_customer(case.customer, case.facts),
        payout=case.facts.payout,
        identity=case.facts.identity,
        tax=case.facts.tax,
        slots=readings[-1].slots if readings else {},
        entities=_entities(readings),
        tried=tried,
        summary={},
        page_url=case.conversation.page_url,
        required_skills=(),
        priority=weight.priority,
        explanation={},
        earlier=tuple(map(_earlier, case.earlier)),
    )


def _readings(log: Iterable[Logged]) -> Iterator[tuple[int, Understanding]]:
    for entry in log:
        match entry.event:
            case AssistantSaid(in_reply_to=seq, understanding=Understanding() as reading):
                yield seq, reading
            case _:
                pass


def _case_type(readings: list[Understanding]) -> str | None:
    """The last intent that names a matter; failing that, what was wanted of us."""
    known = [reading.intent for reading in reversed(readings) if reading.intent in CASES]
    telling = [intent for intent in known if intent not in UNTELLING]
    return next(iter([*telling, *known]), None)


def _entities(readings: list[Understanding]) -> tuple[Entity, ...]:
    """Each entity once, the latest last."""
    found = dict.fromkeys(entity for reading in readings for entity in reading.entities)
    return tuple(found)


def _tried(log: tuple[Logged, ...]) -> Iterator[Tried]:
    questions = {entry.seq: entry.event for entry in log if isinstance(entry.event, CustomerSaid)}
    for entry in log:
        match entry.event:
            case AssistantSaid(in_reply_to=seq, parts=parts, understanding=reading):
                yield _attempt(questions.get(seq), parts, reading, entry.at)
            case AssistantFailed(in_reply_to=seq, parts=parts):
                yield _attempt(questions.get(seq), parts, None, entry.at)
            case _:
                pass


def _attempt(
    question: CustomerSaid | None,
    parts: tuple[Part, ...],
    reading: Understanding | None,
    at: datetime,
) -> Tried:
    return Tried(
        question=words(question.parts) if question else "",
        answer=words(parts),
        intent=reading.intent if reading else None,
        confidence=reading.confidence if reading else None,
        articles=tuple(part.article.slug for part in parts if isinstance(part, Article)),
        at=at,
    )


def _last_words(log: tuple[Logged, ...]) -> str:
    said = [entry.event for entry in log if isinstance(entry.event, CustomerSaid)]
    return words(said[-1].parts) if said else ""


def _customer(customer: Customer, facts: Facts) -> PacketCustomer:
    return PacketCustomer(
        id=customer.id,
        sub=customer.sub,
        kind=customer.kind,
        name=customer.name,
        verified=customer.verified,
        segment=facts.segment,
        since=facts.since,
        time_zone=facts.time_zone,
    )


def _earlier(conversation: Conversation) -> Earlier:
    return Earlier(
        conversation=conversation.id,
        case_number=conversation.case_number,
        case_type=conversation.packet.case_type if conversation.packet else None,
        closed_at=conversation.closed_at,
        close_reason=conversation.close_reason,
    )
