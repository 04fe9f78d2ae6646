"""Nothing is said twice in a row: neither a payout, nor an article, nor who is speaking."""

import pytest

from tests.dialogue.assistant import Assistant

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize(
    ("language", "text", "words", "yes"),
    [
        ("de", "Wo ist meine Auszahlung?", ("Wie gesagt", "noch unterwegs", "Menschen"), "ja"),
        ("en", "Where is my payout?", ("As I said", "still in transit", "person"), "yes"),
    ],
)
async def test_the_same_payout_is_only_recalled_and_a_person_offered(
    lotse: Assistant, language: str, text: str, words: tuple[str, ...], yes: str
) -> None:
    talk = lotse.conversation("lena", language)

    first = await talk.say(text)
    again = [await talk.say(text) for _ in range(2)]
    person = await talk.say(yes)

    assert first.part("payout")
    for answer in again:
        assert all(word in answer.text for word in words)
        assert len(answer.text) < len(first.text) / 2
        assert answer.buttons[0]["payload"] == "/request_human"
    assert person.part("handoff") == {"reason": "customer_asked", "rule": None}


async def test_what_if_it_is_late_is_understood_after_the_short_answer_too(
    lotse: Assistant,
) -> None:
    talk = lotse.conversation("lena", "de")
    for _ in range(2):
        await talk.say("Wo ist meine Auszahlung?")

    late = await talk.say("und wenn sie bis dahin nicht da ist?")

    assert "überfällig" in late.text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Welche Gebühren fallen an?", "Wie gesagt"),
        ("en", "What fees do you charge?", "As I said"),
    ],
)
async def test_the_same_article_is_only_recalled(
    lotse: Assistant, language: str, text: str, words: str
) -> None:
    talk = lotse.conversation(language=language)

    first = await talk.say(text)
    again = await talk.say(text)
    other = await talk.press("/deny")

    assert first.part("article")
    assert again.part("article") is None
    assert words in again.text
    assert other.part("article") != first.part("article")


@pytest.mark.parametrize("first", ["Hallo", "Wo ist meine Auszahlung?"])
async def test_a_later_greeting_is_returned_without_an_introduction(
    lotse: Assistant, first: str
) -> None:
    talk = lotse.conversation("lena", "de")

    begun = await talk.say(first)
    again = [await talk.say("Hallo") for _ in range(2)]
    asked = await talk.say("Bist du ein Bot?")

    assert "automatische" in begun.text
    assert all("automatische" not in answer.text for answer in again)
    assert "kein Mensch" in asked.text
