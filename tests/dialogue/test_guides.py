"""Guides in conversation: offered, begun, moved on by a word, left, resumed; in both languages."""

from typing import Any

import pytest

from tests.dialogue.assistant import Answer, Assistant

START = '/start_guide{{"guide": "{}"}}'


def _marked(answer: Answer) -> Any:
    return answer.part("guide_step")


@pytest.mark.parametrize(
    ("language", "question", "title"),
    [
        ("de", "Wie läuft die Identitätsprüfung ab?", "Schritt für Schritt"),
        ("en", "How does the identity check work?", "Step by step"),
    ],
)
async def test_a_question_about_the_identity_check_offers_its_guide(
    lotse: Assistant, language: str, question: str, title: str
) -> None:
    answer = await lotse.conversation(language=language).say(question)

    assert {"title": title, "payload": START.format("identity-check")} in answer.buttons


@pytest.mark.parametrize(
    ("language", "words", "begun", "ticked", "left"),
    [
        (
            "de",
            ("erledigt", "weiter", "stopp"),
            "Gültiges Dokument bereitlegen",
            "das sind 1 von 7",
            "bleibt gespeichert",
        ),
        (
            "en",
            ("done", "next step", "not now"),
            "Have a valid document at hand",
            "that makes 1 of 7",
            "is kept",
        ),
    ],
)
async def test_a_guide_goes_step_by_step_and_ends_politely(
    lotse: Assistant, language: str, words: tuple[str, str, str], begun: str, ticked: str, left: str
) -> None:
    it = lotse.conversation(language=language)
    done, on, stop = words

    first = await it.press(START.format("identity-check"))
    it.guides = {"identity-check": []}
    second = await it.say(done)
    it.guides = {"identity-check": ["document"]}
    third = await it.say(on)
    last = await it.say(stop)

    assert begun in first.text
    assert first.part("guide")["slug"] == "identity-check"
    assert _marked(second) == {"guide": "identity-check", "step": "document", "done": True}
    assert ticked in second.text
    assert third.intent == "guide_next"
    assert _marked(third) is None
    assert left in last.text


@pytest.mark.parametrize(
    ("language", "resumed"),
    [("de", "2 von 8 Schritten sind erledigt"), ("en", "2 of 8 steps are done")],
)
async def test_a_guide_resumes_where_it_was_left_in_another_conversation(
    lotse: Assistant, language: str, resumed: str
) -> None:
    it = lotse.conversation(language=language)
    it.guides = {"profile": ["headline", "text"]}

    answer = await it.press(START.format("profile"))

    assert resumed in answer.text
    done = [step["id"] for step in answer.part("guide")["steps"] if step["done"]]
    assert done == ["headline", "text"]


async def test_the_word_means_nothing_of_guides_where_none_was_begun(lotse: Assistant) -> None:
    answer = await lotse.conversation().say("erledigt")

    assert not answer.intent.startswith("guide_")
    assert _marked(answer) is None


async def test_a_person_is_one_message_away_from_a_guide(lotse: Assistant) -> None:
    it = lotse.conversation()
    await it.press(START.format("profile"))

    answer = await it.say("Ich möchte mit einem Menschen sprechen")

    assert answer.part("handoff") is not None


async def test_a_question_in_between_is_answered_and_the_guide_goes_on(lotse: Assistant) -> None:
    it = lotse.conversation()
    await it.press(START.format("profile"))

    between = await it.say("Welche Gebühren fallen an?")
    after = await it.say("erledigt")

    assert between.part("article")["slug"] == "payout-fees"
    assert _marked(after) == {"guide": "profile", "step": "headline", "done": True}
