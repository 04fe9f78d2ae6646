"""A wish for a language is told from what else a message asks."""

import pytest
from bot.components.wishes import Wish, wish


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("do you speak english? where is my payout", "en", "where is my payout"),
        ("In English please: where is my money?", "en", "where is my money?"),
        ("where is my payout and can you answer in english", "en", "where is my payout"),
        ("Ich spreche kein Deutsch, where is PO-1234?", "en", "where is PO-1234?"),
        ("Können wir deutsch reden, wo bleibt mein Geld?", "de", "wo bleibt mein Geld?"),
    ],
)
def test_the_wish_is_cut_off(text: str, language: str, rest: str) -> None:
    found = wish(text)

    assert found is not None
    assert (found.language, found.rest) == (language, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Can we continue in English please?",
        "deutsch bitte",
        "Hi, in English please",
        "can i get my invoice in english? and what are the fees",
        "Can I talk to someone in English? it is about my payout",
        "Wie schreibe ich auf Deutsch eine Bewerbung, und was kostet das?",
        "sorry for my bad english, where is my payout",
        "where is my payout?",
        "speak english, " + "and so on " * 100,
    ],
)
def test_anything_else_stays_whole(text: str) -> None:
    assert wish(text) is None


def test_a_wish_keeps_its_own_words() -> None:
    assert wish("Auf Deutsch bitte. Was kostet das?") == Wish(
        "de", "Auf Deutsch bitte.", "Was kostet das?"
    )
