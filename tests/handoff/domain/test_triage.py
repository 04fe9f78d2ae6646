"""What comes first, how urgent it is, who can help, and the sentence that explains it."""

import pytest

from handoff.domain.packet import PayoutSnapshot, Priority, Reason, Urgency, UrgencyLevel
from handoff.domain.triage import explained, triage
from handoff.domain.words import CASES, RULES
from tests.handoff.domain.examples import packet, payout

SECURITY = {"account_locked", "report_security"}
STUCK = {"report_payout_problem", "ask_identity_check", "open_dispute"}
PRIORITY_BY_RULE = {
    "security_report": Priority.SECURITY,
    "account_locked": Priority.SECURITY,
    "dispute": Priority.STUCK,
    "payout_disputed": Priority.STUCK,
}


@pytest.mark.parametrize("case", list(CASES))
def test_each_case_has_its_place(case: str) -> None:
    made = triage(Reason.CUSTOMER_ASKED, None, case, None)

    expected = Priority.SECURITY if case in SECURITY else Priority.REST
    assert made.priority is (Priority.STUCK if case in STUCK else expected)


@pytest.mark.parametrize("case", list(CASES))
def test_without_a_rule_only_security_is_urgent(case: str) -> None:
    made = triage(Reason.CUSTOMER_ASKED, None, case, None)

    level = UrgencyLevel.HIGH if case in SECURITY else UrgencyLevel.NORMAL
    assert made.urgency.level is level


@pytest.mark.parametrize("rule", list(RULES))
def test_each_rule_makes_it_urgent_and_security_critical(rule: str) -> None:
    made = triage(Reason.RULE, rule, "ask_fees", None)

    critical = rule == "security_report"
    assert made.urgency.level is (UrgencyLevel.CRITICAL if critical else UrgencyLevel.HIGH)


@pytest.mark.parametrize("rule", list(RULES))
def test_a_rule_that_names_the_matter_outweighs_the_last_intent(rule: str) -> None:
    made = triage(Reason.RULE, rule, "ask_fees", None)

    assert made.priority is PRIORITY_BY_RULE.get(rule, Priority.REST)


@pytest.mark.parametrize("rule", list(RULES))
def test_each_rule_is_named_in_both_languages(rule: str) -> None:
    why = triage(Reason.RULE, rule, None, None).urgency.why

    assert why["de"].endswith(RULES[rule].de)
    assert why["en"].endswith(RULES[rule].en)


@pytest.mark.parametrize(
    ("state", "priority"),
    [
        ("on_hold", Priority.STUCK),
        ("failed", Priority.STUCK),
        ("returned", Priority.STUCK),
        ("requested", Priority.REST),
        ("under_review", Priority.REST),
        ("processing", Priority.REST),
        ("in_transit", Priority.REST),
        ("paid", Priority.REST),
        ("canceled", Priority.REST),
    ],
)
def test_stuck_money_goes_before_the_rest_whatever_was_asked(
    state: str, priority: Priority
) -> None:
    made = triage(Reason.CUSTOMER_ASKED, None, "ask_onboarding", payout(state=state))

    assert made.priority is priority


@pytest.mark.parametrize("money", [None, payout()])
def test_risk_comes_first(money: PayoutSnapshot | None) -> None:
    made = triage(Reason.RISK, "payout_risk_hold", "ask_payout_status", money)

    assert (made.priority, made.urgency.level) == (Priority.SECURITY, UrgencyLevel.HIGH)


def test_what_is_not_understood_yet_waits_for_anybody_in_the_usual_order() -> None:
    made = triage(Reason.BOT_FAILED_TWICE, None, None, None)
    unclear = explained(packet(case_type=None, required_skills=()))

    assert made.priority is Priority.REST
    assert unclear.explanation["en"].startswith("Matter not yet clear: needs anybody")


def test_a_rule_nobody_has_words_for_yet_is_named_as_it_is() -> None:
    made = triage(Reason.RULE, "brand_new", "ask_fees", None)

    assert made.urgency.why["en"] == "Handed over by rule: brand_new"
    assert made.urgency.level is UrgencyLevel.NORMAL


def test_the_sentence_names_matter_skill_urgency_and_order() -> None:
    made = explained(
        packet(
            rule="dispute",
            case_type="ask_milestone",
            urgency=Urgency(level=UrgencyLevel.HIGH, why={}),
            required_skills=("disputes",),
        )
    )

    assert made.explanation == {
        "de": "Streitfall: braucht jemanden für Streitfälle, Dringlichkeit hoch; "
        "festsitzendes Geld, Identität oder Streit geht vor.",
        "en": "Dispute: needs somebody for disputes, urgency high; "
        "stuck money, identity or a dispute goes before the rest.",
    }


def test_the_classes_are_served_in_their_order() -> None:
    ranks = [Priority.SECURITY.rank, Priority.STUCK.rank, Priority.REST.rank]

    assert ranks == sorted(set(ranks))
