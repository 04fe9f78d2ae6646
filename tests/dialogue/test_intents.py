"""Every intent of the domain is understood in both languages, and answered."""

from pathlib import Path

import pytest
import yaml

from tests.dialogue.assistant import Assistant
from tests.dialogue.test_talk import ARTICLES, SMALL_TALK

pytestmark = pytest.mark.timeout(600)

INTENTS = set(yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text())["intents"])
# Words and buttons of a checklist that was begun: tests/dialogue/test_guides.py.
OF_GUIDES = {"start_guide", "guide_done", "guide_next", "guide_stop"}
# A guess under "I don't know": tests/dialogue/test_talk.py.
BY_BUTTON = {"show_article"}
# Only behind an answer: tests/dialogue/test_seen.py.
OF_ANSWERS = {"not_clear", "bare_question"}
# Those that no article and no small talk answers.
OTHERS = [
    ("Wo bleibt mein Geld?", "de", "ask_payout_status"),
    ("Where is my payout?", "en", "ask_payout_status"),
    ("Warum ist meine Auszahlung fehlgeschlagen?", "de", "report_payout_problem"),
    ("Why did my payout fail?", "en", "report_payout_problem"),
    ("Warum ist mein Konto gesperrt?", "de", "account_locked"),
    ("My account has been suspended", "en", "account_locked"),
    ("Mein Konto wurde gehackt!", "de", "report_security"),
    ("Someone hacked my account", "en", "report_security"),
    ("Ich möchte mit einem Menschen sprechen", "de", "request_human"),
    ("Can I talk to a real person?", "en", "request_human"),
    ("Euer Service ist eine Frechheit", "de", "complain"),
    ("This is the worst service ever", "en", "complain"),
    ("Können wir auf Deutsch weitermachen?", "de", "change_language"),
    ("Can we continue in English please?", "en", "change_language"),
    ("ja", "de", "affirm"),
    ("yes please", "en", "affirm"),
    ("nein", "de", "deny"),
    ("no", "en", "deny"),
]
TOLD = [*ARTICLES, *(row[:3] for row in SMALL_TALK)]


def test_every_intent_has_a_conversation_in_both_languages() -> None:
    tried = {(intent, language) for _, language, intent in [*TOLD, *OTHERS]}

    assert {
        (intent, language)
        for intent in INTENTS - OF_GUIDES - BY_BUTTON - OF_ANSWERS
        for language in ("de", "en")
    } <= tried


@pytest.mark.parametrize(("text", "language", "intent"), OTHERS)
async def test_the_rest_is_understood_and_answered(
    lotse: Assistant, text: str, language: str, intent: str
) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert answer.intent == intent
    assert len(answer.replies) > 1  # who speaks, and an answer
    assert "{" not in answer.text
