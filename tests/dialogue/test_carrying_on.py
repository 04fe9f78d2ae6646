"""What means something only with what was said before: more of a matter, a correction, again."""

import pytest

from tests.dialogue.assistant import Assistant

pytestmark = pytest.mark.timeout(600)

MORE = [
    ("de", "Welche Gebühren fallen an?", "und bei PayPal?", "PayPal"),
    ("en", "What fees do you charge?", "and for bank transfer?", "transfer"),
    ("en", "What fees do you charge?", "what about PayPal?", "PayPal"),
    ("de", "Wann wird ausgezahlt?", "und am Wochenende?", "Wochenende"),
    ("en", "When are payouts made?", "and on holidays?", "holiday"),
    ("en", "What fees do you charge?", "and in euros?", "currency"),
    ("de", "Wo ist PO-48213?", "und am Wochenende?", "Wochenende"),
]


@pytest.mark.parametrize(("language", "first", "more", "word"), MORE)
async def test_a_short_question_carries_on_with_the_matter_before(
    lotse: Assistant, language: str, first: str, more: str, word: str
) -> None:
    talk = lotse.conversation("lena", language)
    await talk.say(first)

    answer = await talk.say(more)

    article = answer.part("article")
    assert word.casefold() in f"{article['title']} {article['passage']}".casefold()
    assert answer.part("handoff") is None


async def test_with_nothing_before_it_a_short_question_is_its_own(lotse: Assistant) -> None:
    answer = await lotse.conversation(language="de").say("und am Wochenende?")

    assert answer.part("article") is None or answer.intent != "nlu_fallback"


MEANT = [
    ("en", "PO-70052", "no, I meant the older one", "PO-70011"),
    ("en", "PO-70052", "I meant the 300 one", "PO-70011"),
    ("en", "PO-70052", "I meant the one under review", "PO-70077"),
    ("en", "PO-70052", "I meant PO-70011, not PO-70052", "PO-70011"),
    ("de", "PO-70052", "nicht PO-70052 sondern PO-70011", "PO-70011"),
    ("de", "PO-70011", "nein, die neuere", "PO-70052"),
    ("de", "PO-70052", "die ältere", "PO-70011"),
    ("en", "PO-70052", "and the smaller one?", "PO-70077"),
    ("de", "PO-70077", "und die größere", "PO-70052"),
    ("de", "PO-70052", "ich meine die ausgezahlte", "PO-70011"),
]


@pytest.mark.parametrize(("language", "told", "text", "meant"), MEANT)
async def test_a_correction_tells_the_one_that_is_meant(
    lotse: Assistant, language: str, told: str, text: str, meant: str
) -> None:
    talk = lotse.conversation("tomas", language)
    await talk.say({"de": f"Wo ist {told}?", "en": f"Where is {told}?"}[language])

    answer = await talk.say(text)

    assert answer.part("payout")["reference"] == meant


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Was hast du gesagt?"), ("en", "Can you repeat that?")]
)
async def test_on_request_the_last_answer_is_said_again(
    lotse: Assistant, language: str, text: str
) -> None:
    talk = lotse.conversation("lena", language)
    first = await talk.say({"de": "Wo ist PO-48213?", "en": "Where is PO-48213?"}[language])

    again = await talk.say(text)

    assert again.part("payout") == first.part("payout")
    assert again.text
    assert again.text in first.text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Bei PO-48213 kamen nur 600 € statt 640 € an, warum?", "verschickt"),
        ("en", "PO-48213: I got only €600 instead of €640, why?", "was sent"),
    ],
)
async def test_a_sum_that_differs_is_explained_without_invented_figures(
    lotse: Assistant, language: str, text: str, words: str
) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert words in answer.text
    assert answer.part("payout")["amount"] in answer.text
    assert "40" not in answer.text.replace("640", "")
    assert answer.part("article")["slug"] == "payout-fees"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das ist lächerlich, wo bleibt PO-48213?"),
        ("en", "I am furious. Where is PO-48213?"),
    ],
)
async def test_anger_gets_the_facts_and_then_a_person(
    lotse: Assistant, language: str, text: str
) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert answer.part("payout")["reference"] == "PO-48213"
    assert answer.part("handoff") == {"reason": "rule", "rule": "anger"}


async def test_anger_about_one_of_several_is_not_asked_which(lotse: Assistant) -> None:
    answer = await lotse.conversation("tomas", "en").say("Ridiculous! Where is my payout?")

    assert answer.part("handoff") == {"reason": "rule", "rule": "anger"}
    assert not [button for button in answer.buttons if button["title"].startswith("PO-")]
