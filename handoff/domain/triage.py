"""How much a case matters, and the sentence that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from handoff.domain.packet import Packet, PayoutSnapshot, Priority, Reason, Urgency, UrgencyLevel
from handoff.domain.words import (
    CASES,
    PRIORITIES,
    REASONS,
    RULES,
    SKILL_NAMES,
    URGENCIES,
    Words,
    said,
)

ANY_SKILL = "general"
"""What it says where a case may go to anybody."""

UNCLEAR = Words("Anliegen noch unklar", "matter not yet clear")

SECURITY_CASES = frozenset({"report_security", "account_locked"})
STUCK_CASES = frozenset({"report_payout_problem", "ask_identity_check", "open_dispute"})
STUCK_STATES = frozenset({"on_hold", "failed", "returned"})

RULE_CASES: Mapping[str, str] = MappingProxyType(
    {
        "security_report": "report_security",
        "account_locked": "account_locked",
        "dispute": "open_dispute",
        "payout_disputed": "open_dispute",
    }
)
"""Rules that name the matter more surely than the intent of the last message does."""

CRITICAL_RULES = frozenset({"security_report"})
HIGH_RULES = frozenset(RULES) - CRITICAL_RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """Priority class and urgency as the matter has them; the team's rules may say otherwise."""

    priority: Priority
    urgency: Urgency


def matter(rule: str | None, case_type: str | None) -> str | None:
    """What a case is about: what the rule names, failing that what the customer last meant."""
    return RULE_CASES.get(rule or "", case_type)


def triage(
    reason: Reason, rule: str | None, case_type: str | None, payout: PayoutSnapshot | None
) -> Triage:
    """Weigh a case by what is known of it at the handoff."""
    case = matter(rule, case_type)
    priority = _priority(reason, case, payout)
    urgency = Urgency(level=_level(rule, priority), why=_why(reason, rule)._asdict())
    return Triage(priority=priority, urgency=urgency)


def explained(packet: Packet) -> Packet:
    """The packet with the sentence that says what it needs and when its turn is."""
    case = matter(packet.rule, packet.case_type)
    about = said(CASES, case) if case else UNCLEAR
    turn, urgency = PRIORITIES[packet.priority], URGENCIES[packet.urgency.level]
    skill = packet.required_skills[0] if packet.required_skills else ANY_SKILL
    who = said(SKILL_NAMES, skill)
    words = Words(
        f"{_capital(about.de)}: braucht {who.de}, Dringlichkeit {urgency.de}; {turn.de}.",
        f"{_capital(about.en)}: needs {who.en}, urgency {urgency.en}; {turn.en}.",
    )
    return replace(packet, explanation=words._asdict())


def _priority(reason: Reason, case: str | None, payout: PayoutSnapshot | None) -> Priority:
    if case in SECURITY_CASES or reason is Reason.RISK:
        return Priority.SECURITY
    stuck_money = payout is not None and payout.state in STUCK_STATES
    return Priority.STUCK if case in STUCK_CASES or stuck_money else Priority.REST


def _level(rule: str | None, priority: Priority) -> UrgencyLevel:
    if rule in CRITICAL_RULES:
        return UrgencyLevel.CRITICAL
    if rule in HIGH_RULES or priority is Priority.SECURITY:
        return UrgencyLevel.HIGH
    return UrgencyLevel.NORMAL


def _why(reason: Reason, rule: str | None) -> Words:
    words = REASONS[reason]
    if rule is None:
        return words
    named = said(RULES, rule)
    return Words(f"{words.de}: {named.de}", f"{words.en}: {named.en}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
