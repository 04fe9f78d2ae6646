"""Which cases a rule is about."""

from dataclasses import dataclass, fields

from handoff.domain.events import Channel
from handoff.domain.packet import Packet, Priority, Reason, UrgencyLevel
from handoff.domain.people import CustomerKind, Language
from handoff.domain.triage import matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Every field that is given must hold; of several values one is enough."""

    case_type: frozenset[str] | None = None
    rule: frozenset[str] | None = None
    reason: frozenset[Reason] | None = None
    priority: frozenset[Priority] | None = None
    urgency: frozenset[UrgencyLevel] | None = None
    language: frozenset[Language] | None = None
    channel: frozenset[Channel] | None = None
    kind: frozenset[CustomerKind] | None = None
    verified: frozenset[bool] | None = None
    segment: frozenset[str] | None = None
    payout_state: frozenset[str] | None = None
    identity: frozenset[str] | None = None
    tax: frozenset[str] | None = None

    def fits(self, packet: Packet, channel: Channel) -> bool:
        """Whether the case is one of these."""
        seen = _seen(packet, channel)
        given = ((it.name, getattr(self, it.name)) for it in fields(self))
        return all(wanted is None or seen[name] in wanted for name, wanted in given)


def _seen(packet: Packet, channel: Channel) -> dict[str, object]:
    return {
        "case_type": matter(packet.rule, packet.case_type),
        "rule": packet.rule,
        "reason": packet.reason,
        "priority": packet.priority,
        "urgency": packet.urgency.level,
        "language": packet.language,
        "channel": channel,
        "kind": packet.customer.kind,
        "verified": packet.customer.verified,
        "segment": packet.customer.segment,
        "payout_state": packet.payout.state if packet.payout else None,
        "identity": packet.identity,
        "tax": packet.tax,
    }
