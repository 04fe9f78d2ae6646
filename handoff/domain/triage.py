"""How much a case matters, who can help with it, and the sentence that explains both."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from handoff.domain.packet import PayoutSnapshot, Priority, Reason, Urgency, UrgencyLevel
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

SKILLS: Mapping[str, str] = MappingProxyType(
    {
        "ask_payout_status": "payouts",
        "report_payout_problem": "payouts",
        "ask_payout_schedule": "payouts",
        "ask_fees": "payouts",
        "change_payout_method": "payouts",
        "ask_invoice": "payouts",
        "ask_identity_check": "identity",
        "ask_tax_info": "identity",
        "open_dispute": "disputes",
        "ask_refund": "disputes",
        "ask_milestone": "disputes",
        "report_security": "security",
        "account_locked": "security",
        "reset_login": "security",
    }
)
OTHER_SKILL = "general"

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
    """Priority class, urgency, the skills needed, and why, in each language of the agents."""

    priority: Priority
    urgency: Urgency
    skills: tuple[str, ...]
    explanation: Mapping[str, str]


def matter(rule: str | None, case_type: str | None) -> str | None:
    """What a case is about: what the rule names, failing that what the customer last meant."""
    return RULE_CASES.get(rule or "", case_type)


def triage(
    reason: Reason, rule: str | None, case_type: str | None, payout: PayoutSnapshot | None
) -> Triage:
    """Weigh a case by what is known of it at the handoff."""
    case = matter(rule, case_type)
    priority = _priority(reason, case, payout)
    level = _level(rule, priority)
    skill = SKILLS.get(case or "", OTHER_SKILL)
    why = _why(reason, rule)
    return Triage(
        priority=priority,
        urgency=Urgency(level=level, why=why._asdict()),
        skills=(skill,),
        explanation=_explanation(case, priority, level, skill)._asdict(),
    )


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


def _explanation(case: str | None, priority: Priority, level: UrgencyLevel, skill: str) -> Words:
    matter = said(CASES, case) if case else Words("Anliegen noch unklar", "matter not yet clear")
    order, urgency, skills = PRIORITIES[priority], URGENCIES[level], said(SKILL_NAMES, skill)
    return Words(
        f"{_capital(matter.de)}: braucht {skills.de}, Dringlichkeit {urgency.de}; {order.de}.",
        f"{_capital(matter.en)}: needs {skills.en}, urgency {urgency.en}; {order.en}.",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
