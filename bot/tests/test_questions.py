"""Where a message is cut into two questions, and where it is not."""

from typing import Any

import pytest
from bot.components.questions import SURE, both, cut


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "Wo bleibt PO-48213 und was kostet eine Auszahlung?",
            ["Wo bleibt PO-48213", "was kostet eine Auszahlung?"],
        ),
        (
            "Where is PO-48213, and how do I change my bank account?",
            ["Where is PO-48213", "how do I change my bank account?"],
        ),
        ("Where is it? What does it cost?", ["Where is it?", "What does it cost?"]),
        (
            "Hallo! Wo ist es und außerdem wie läuft die Prüfung?",
            ["Wo ist es", "wie läuft die Prüfung?"],
        ),
    ],
)
def test_two_questions_are_cut(text: str, halves: "list[str]") -> None:
    assert cut(text) == halves


@pytest.mark.parametrize(
    "text",
    [
        "Wo bleibt mein Geld?",
        "Ich warte und warte auf mein Geld",
        "Ich habe mein Konto geändert. Wo bleibt mein Geld?",
        "Was kostet eine Auszahlung in Euro und in Dollar?",
        "Where are my invoices and receipts?",
        "Wo ist es? Was kostet es? Wann kommt es?",
        "Wo ist es? " * 100,
        "",
    ],
)
def test_other_messages_stay_whole(text: str) -> None:
    assert cut(text) == []


def parsed(intent: str, confidence: float = 0.9) -> "dict[str, Any]":
    """One half as it was understood."""
    return {"intent": {"name": intent, "confidence": confidence}}


def names(*halves: "dict[str, Any]") -> "list[str]":
    """The intents that are answered."""
    return [half["intent"]["name"] for half in both(halves)]


def test_two_matters_are_both_answered_ones_own_payout_last() -> None:
    assert names(parsed("ask_payout_status"), parsed("ask_fees")) == [
        "ask_fees",
        "ask_payout_status",
    ]
    assert names(parsed("ask_fees"), parsed("ask_invoice")) == ["ask_fees", "ask_invoice"]


@pytest.mark.parametrize(
    "halves",
    [
        (parsed("ask_fees"), parsed("ask_fees")),
        (parsed("ask_payout_status"), parsed("report_payout_problem")),
        (parsed("ask_fees", SURE - 0.01), parsed("ask_invoice")),
        (parsed("ask_fees"), parsed("nlu_fallback")),
        (parsed("request_human"), parsed("ask_fees")),
        (parsed("account_locked"), parsed("ask_payout_status")),
        (),
    ],
)
def test_one_matter_or_a_doubtful_one_is_not(halves: "tuple[dict[str, Any], ...]") -> None:
    assert names(*halves) == []
