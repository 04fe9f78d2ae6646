"""Two questions in one message are both answered; one is answered as ever."""

import pytest

from tests.dialogue.assistant import Assistant

pytestmark = pytest.mark.timeout(600)

TWO = [
    ("de", "Wo bleibt PO-48213 und was kostet eine Auszahlung?"),
    ("en", "Where is PO-48213 and what fees do you charge?"),
    ("de", "Welche Gebühren fallen an? Und wo ist meine Auszahlung?"),
    ("en", "Where is my payout? What fees do you charge?"),
]


@pytest.mark.parametrize(("language", "text"), TWO)
async def test_both_are_answered_and_the_answer_repeats_as_a_whole(
    lotse: Assistant, language: str, text: str
) -> None:
    talk = lotse.conversation("lena", language)

    answer = await talk.say(text)
    again = await talk.again(text)
    late = await talk.say(
        {"de": "und wenn sie bis dahin nicht da ist?", "en": "and if it isn't there by then?"}[
            language
        ]
    )

    assert answer.part("payout")["reference"] == "PO-48213"
    assert answer.part("article")["slug"] == "payout-fees"
    assert (again.replies, again.body["repeat"]) == (answer.replies, True)
    assert {"de": "überfällig", "en": "overdue"}[language] in late.text


async def test_which_payout_is_asked_after_the_other_answer(lotse: Assistant) -> None:
    talk = lotse.conversation("tomas", "en")

    both = await talk.say("Where is my payout and what fees do you charge?")
    chosen = await talk.say("the second one")

    assert both.part("article")["slug"] == "payout-fees"
    assert len([button for button in both.buttons if button["title"].startswith("PO-")]) == 3
    assert chosen.part("payout")["reference"] == "PO-70052"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wo bleibt mein Geld und wann kommt es an?"),
        ("en", "I am waiting and waiting. Where is my payout?"),
    ],
)
async def test_one_matter_is_answered_once(lotse: Assistant, language: str, text: str) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert answer.part("payout")["reference"] == "PO-48213"
    assert answer.part("article") is None
