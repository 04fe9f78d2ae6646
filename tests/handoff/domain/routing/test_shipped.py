"""The rules we ship: each case goes to those who know it, and the sentence says so."""

from datetime import timedelta

import pytest

from connectors.hours import OpeningHours
from handoff.domain.events import Channel
from handoff.domain.packet import Packet, Priority, Reason
from handoff.domain.routing import Promise, Trial, due, rehearsed, routed
from handoff.domain.words import CASES, RULES
from tests.handoff.clocks import HOURS
from tests.handoff.domain.examples import packet, payout
from tests.handoff.domain.routing.queues import NOW, candidate
from tests.handoff.policy import ROUTING

SKILL_OF = {
    "ask_payout_status": "payouts",
    "report_payout_problem": "payouts",
    "ask_payout_schedule": "payouts",
    "ask_fees": "payouts",
    "change_payout_method": "payouts",
    "ask_identity_check": "identity",
    "ask_tax_info": "identity",
    "ask_invoice": "payouts",
    "ask_milestone": "disputes",
    "open_dispute": "disputes",
    "ask_refund": "disputes",
    "ask_proposal": "general",
    "ask_hiring": "general",
    "ask_onboarding": "general",
    "update_profile": "general",
    "account_locked": "security",
    "reset_login": "security",
    "report_security": "security",
    "delete_account": "general",
    "report_technical_problem": "general",
    "ask_support_hours": "general",
    "request_human": "general",
    "complain": "general",
}
SKILL_BY_RULE = {
    "security_report": "security",
    "account_locked": "security",
    "dispute": "disputes",
    "payout_disputed": "disputes",
}


def _needed(it: Packet) -> tuple[str, ...]:
    return routed(ROUTING, it, Channel.WEB).targets[0].skills


def test_every_case_agents_read_about_is_tried_here() -> None:
    assert set(SKILL_OF) == set(CASES)


@pytest.mark.parametrize("case", list(SKILL_OF))
def test_each_case_needs_its_skill(case: str) -> None:
    assert _needed(packet(case_type=case, payout=None)) == (SKILL_OF[case],)


@pytest.mark.parametrize("rule", list(RULES))
def test_a_rule_that_names_the_matter_outweighs_the_last_intent(rule: str) -> None:
    found = _needed(packet(rule=rule, reason=Reason.RULE, case_type="ask_fees", payout=None))

    assert found == (SKILL_BY_RULE.get(rule, "payouts"),)


def test_risk_goes_to_trust_and_safety_whatever_was_asked() -> None:
    route = routed(ROUTING, packet(reason=Reason.RISK, case_type="ask_fees"), Channel.WEB)

    assert (route.team, route.priority) == ("Trust & Safety", Priority.SECURITY)


@pytest.mark.parametrize(("state", "rule"), [("on_hold", "stuck money"), ("in_transit", "payouts")])
def test_the_state_of_the_money_decides_between_two_rules(state: str, rule: str) -> None:
    assert routed(ROUTING, packet(payout=payout(state=state)), Channel.WEB).rule == rule


@pytest.mark.parametrize("case", [None, *CASES])
def test_in_the_end_anybody_who_speaks_the_language_gets_it(case: str | None) -> None:
    tried = rehearsed(
        ROUTING,
        Trial(packet=packet(case_type=case), channel=Channel.WEB),
        [candidate(1, skills=(), teams=())],
        NOW,
    )

    assert tried.offered is not None
    assert tried.offered.agent == candidate(1).agent.id
    assert tried.stages[-1].after_s == 0


def test_the_sentence_says_what_it_is_about_and_who_is_asked_in_which_order() -> None:
    route = routed(ROUTING, packet(case_type="report_payout_problem"), Channel.WEB)

    assert route.why == {
        "de": "Problem mit einer Auszahlung, es steht etwas fest: zuerst Payments, Deutsch, "
        "Stufe 2; nach 2 Minuten alle, die sich mit Auszahlungen auskennen, Deutsch; "
        "nach 5 Minuten wer gerade da ist, Deutsch.",
        "en": "Problem with a payout, something is stuck: Payments, German, level 2 first; "
        "after 2 minutes anybody who knows payouts, German; "
        "after 5 minutes anybody who is there, German.",
    }


def test_promises_count_only_while_people_are_there() -> None:
    """NOW is a Tuesday at eleven; at night and on holidays no promise comes due."""
    rest = ROUTING.promised(Priority.REST)

    assert due(rest, NOW, HOURS) == NOW + timedelta(minutes=15)
    assert due(rest, NOW, HOURS, Promise.NEXT_RESPONSE) == NOW + timedelta(minutes=10)
    assert due(rest, NOW, HOURS, Promise.RESOLUTION) == NOW + timedelta(days=2)
    evening = NOW + timedelta(hours=10)
    assert due(rest, evening, HOURS) == NOW + timedelta(hours=21, minutes=15)


def test_the_hours_we_ship_serve_every_team() -> None:
    for team in ROUTING.teams:
        assert isinstance(HOURS.of(team.name), OpeningHours)
