"""Cases as the product would make them: packet, triage and route by the real code."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from handoff.domain.events import Channel
from handoff.domain.ids import CustomerId
from handoff.domain.packet import (
    Packet,
    PacketCustomer,
    PayoutSnapshot,
    Priority,
    Reason,
    Route,
    Target,
)
from handoff.domain.people import CustomerKind, Language
from handoff.domain.routing import Routing, Rule, routed
from handoff.domain.triage import triage
from simulate.plan import Matter

CHANNEL = Channel.IN_APP


def route_of(matter: Matter, language: Language, routing: Routing, now: datetime) -> Route:
    """Where such a case goes."""
    payout = _payout(matter, now) if matter.payout_state else None
    weight = triage(Reason.CUSTOMER_ASKED, None, matter.case_type, payout)
    packet = Packet(
        reason=Reason.CUSTOMER_ASKED,
        rule=None,
        case_type=matter.case_type,
        language=language,
        urgency=weight.urgency,
        customer=_CUSTOMER,
        payout=payout,
        identity=None,
        tax=None,
        slots={},
        entities=(),
        tried=(),
        summary={},
        page_url=None,
        required_skills=(),
        priority=weight.priority,
        explanation={},
        earlier=(),
    )
    return routed(routing, packet, CHANNEL)


def one_line(routing: Routing) -> Routing:
    """The same promises without skills, classes and teams."""
    anybody = Rule(name="one line", when=(), targets=(Target(),), priority=Priority.REST)
    return replace(routing, rules=(anybody,))


_CUSTOMER = PacketCustomer(
    id=CustomerId(UUID(int=0)),
    sub="simulated",
    kind=CustomerKind.FREELANCER,
    name=None,
    verified=True,
    segment=None,
    since=None,
    time_zone=None,
)


def _payout(matter: Matter, now: datetime) -> PayoutSnapshot:
    return PayoutSnapshot(
        reference="PO-1",
        state=matter.payout_state or "",
        reason=None,
        amount="100.00",
        currency="EUR",
        since=now,
        expected_on=None,
        history=(),
    )
