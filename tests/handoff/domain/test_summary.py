"""One paragraph for the agent, in both languages."""

from dataclasses import replace

import pytest

from handoff.domain.packet import Packet, Reason, Tried
from handoff.domain.people import CustomerKind
from handoff.domain.summary import QUOTED, summary
from handoff.domain.words import CASES, PAYOUT_STATES, REASONS
from tests.handoff.domain.examples import MONDAY, packet, payout


def _tried(*articles: str) -> Tried:
    return Tried(
        question="?", answer="!", intent=None, confidence=None, articles=articles, at=MONDAY
    )


def _told(made: Packet, last_words: str = "") -> tuple[str, str]:
    told = summary(made, last_words).summary
    return told["de"], told["en"]


def test_it_tells_who_what_why_what_was_tried_and_the_last_words() -> None:
    made = packet(tried=(_tried("payout-times"), _tried("payout-times", "holds")))

    german, english = _told(made, "Wo bleibt mein Geld?")

    assert german == (
        "Lena Brandt (Freelancer, angemeldet). "
        "Es geht um: Stand einer Auszahlung. Wollte mit einer Person sprechen. "
        "Auszahlung PO-70052, 450,75 EUR: angehalten seit 23.11.2026, erwartet am 30.11.2026. "
        "Der Assistent antwortete 2-mal, zeigte payout-times, holds. "
        "Zuletzt: „Wo bleibt mein Geld?“"
    )
    assert english == (
        "Lena Brandt (freelancer, signed in). "
        "About: status of a payout. Asked for a person. "
        "Payout PO-70052, 450.75 EUR: on hold since 23 Nov 2026, expected on 30 Nov 2026. "
        "The assistant answered 2 times, showed payout-times, holds. "
        "Last words: “Wo bleibt mein Geld?”"
    )


def test_a_stranger_is_called_one() -> None:
    made = packet()
    stranger = replace(made.customer, name=None, kind=CustomerKind.VISITOR, verified=False)

    german, english = _told(replace(made, customer=stranger))

    assert german.startswith("Jemand ohne Namen (Besucher, nicht angemeldet).")
    assert english.startswith("Somebody without a name (visitor, not signed in).")


def test_nothing_tried_is_said_so() -> None:
    german, english = _told(packet(tried=()))

    assert german.endswith("Der Assistent hat noch nichts versucht.")
    assert english.endswith("The assistant tried nothing yet.")


def test_one_answer_is_one_time() -> None:
    assert _told(packet(tried=(_tried(),)))[1].endswith("The assistant answered 1 time.")


def test_without_a_payout_or_a_date_nothing_is_invented() -> None:
    without_date = _told(packet(payout=payout(expected_on=None)))
    without_payout = _told(packet(payout=None))

    assert "expected" not in without_date[1]
    assert "Payout" not in without_payout[1]


@pytest.mark.parametrize("reason", list(Reason))
def test_the_reason_is_told_even_when_the_matter_is_unknown(reason: Reason) -> None:
    german, english = _told(packet(reason=reason, case_type=None))

    assert f"{REASONS[reason].de}." in german
    assert f"{REASONS[reason].en}." in english


@pytest.mark.parametrize("case", list(CASES))
def test_each_case_is_named_in_both_languages(case: str) -> None:
    german, english = _told(packet(case_type=case))

    assert f"Es geht um: {CASES[case].de}." in german
    assert f"About: {CASES[case].en}." in english


@pytest.mark.parametrize("state", list(PAYOUT_STATES))
def test_each_state_of_a_payout_is_named_in_both_languages(state: str) -> None:
    german, english = _told(packet(payout=payout(state=state)))

    assert f": {PAYOUT_STATES[state].de} seit" in german
    assert f": {PAYOUT_STATES[state].en} since" in english


def test_long_words_are_cut() -> None:
    german, _ = _told(packet(), "x" * 500)

    assert "„" + "x" * (QUOTED - 1) + "…“" in german


def test_words_that_just_fit_are_not_cut() -> None:
    assert "x" * QUOTED + "“" in _told(packet(), "x" * QUOTED)[0]
