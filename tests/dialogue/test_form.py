"""The question which of several payouts is meant: answers, other matters in between, ways out."""

import pytest

from tests.dialogue.assistant import Answer, Assistant, Conversation

pytestmark = pytest.mark.timeout(600)

WHERE = {"de": "Wo ist meine Auszahlung?", "en": "Where is my payout?"}
WHICH = {"de": "Welche meinst du", "en": "Which one do you mean"}
OFFERED = ["PO-70077", "PO-70052", "PO-70011"]


async def asked(lotse: Assistant, language: str) -> Conversation:
    """A conversation in which the form has just asked."""
    talk = lotse.conversation("tomas", language)
    first = await talk.say(WHERE[language])
    assert WHICH[language] in first.text
    assert offered(first) == OFFERED
    return talk


def offered(answer: Answer) -> list[str]:
    """The payouts among the buttons."""
    titles = [button["title"].split()[0] for button in answer.buttons]
    return [title for title in titles if title.startswith("PO-")]


@pytest.mark.parametrize(
    ("language", "text", "reference"),
    [
        ("de", "70077", "PO-70077"),
        ("de", "po 70052", "PO-70052"),
        ("de", "die zweite", "PO-70052"),
        ("de", "die letzte", "PO-70011"),
        ("de", "Die mit 450,75 €", "PO-70052"),
        ("en", "PO-70011", "PO-70011"),
        ("en", "the first one", "PO-70077"),
        ("en", "the second one please", "PO-70052"),
        ("en", "the 450 one", "PO-70052"),
        ("en", "the last one", "PO-70011"),
    ],
)
async def test_an_answer_in_any_form_is_understood(
    lotse: Assistant, language: str, text: str, reference: str
) -> None:
    talk = await asked(lotse, language)

    answer = await talk.say(text)
    thanks = await talk.say({"de": "Danke", "en": "Thanks"}[language])

    assert answer.part("payout")["reference"] == reference
    assert WHICH[language] not in answer.text
    assert WHICH[language] not in thanks.text


@pytest.mark.parametrize(
    ("language", "question", "answer_to_it"),
    [
        ("de", "Welche Gebühren fallen an?", "article"),
        ("en", "What fees do you charge?", "article"),
        ("de", "Wie läuft die Identitätsprüfung ab?", "article"),
        ("en", "Can we continue in German please?", "language"),
    ],
)
async def test_a_question_in_between_is_answered_and_then_it_asks_again(
    lotse: Assistant, language: str, question: str, answer_to_it: str
) -> None:
    talk = await asked(lotse, language)

    between = await talk.say(question)
    chosen = await talk.say({"de": "die zweite", "en": "the second one"}[language])

    assert between.part(answer_to_it)
    assert offered(between) == OFFERED
    assert chosen.part("payout")["reference"] == "PO-70052"


@pytest.mark.parametrize("text", ["Hallo", "Danke", "Bist du ein Bot?", "ja", "Wo ist mein Geld?"])
async def test_small_talk_does_not_lose_the_question(lotse: Assistant, text: str) -> None:
    talk = await asked(lotse, "de")

    answer = await talk.say(text)

    assert offered(answer) == OFFERED


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Vergiss es"), ("en", "never mind"), ("de", "nein"), ("en", "no")]
)
async def test_stop_and_no_end_it(lotse: Assistant, language: str, text: str) -> None:
    talk = await asked(lotse, language)

    answer = await talk.say(text)
    later = await talk.say({"de": "Danke", "en": "Thanks"}[language])

    assert answer.replies
    assert offered(answer) == offered(later) == []


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("de", "Ich möchte mit einem Menschen sprechen", None),
        ("en", "Can I talk to a real person?", None),
        ("de", "Mein Konto wurde gehackt!", "security_report"),
        ("en", "My account has been suspended", "account_locked"),
        ("en", "This is the worst service ever", "anger"),
    ],
)
async def test_a_person_comes_at_once_and_the_form_is_over(
    lotse: Assistant, language: str, text: str, rule: str | None
) -> None:
    talk = await asked(lotse, language)

    answer = await talk.say(text)
    later = await talk.say({"de": "Danke", "en": "Thanks"}[language])

    assert answer.part("handoff")["rule"] == rule
    assert offered(answer) == offered(later) == []


@pytest.mark.parametrize(("language", "words"), [("de", "keine Auszahlung"), ("en", "no payout")])
async def test_unknown_and_not_yours_are_asked_once_more_then_a_person_is_offered(
    lotse: Assistant, language: str, words: str
) -> None:
    talk = await asked(lotse, language)

    unknown = await talk.say("PO-99999")
    foreign = await talk.say("PO-48213")
    yes = await talk.say({"de": "ja", "en": "yes"}[language])

    assert words in unknown.text
    assert offered(unknown) == OFFERED
    assert foreign.part("payout") is None
    assert offered(foreign) == []
    assert foreign.buttons[0]["payload"] == "/request_human"
    assert yes.part("handoff") == {"reason": "customer_asked", "rule": None}


async def test_another_customers_payout_is_refused_like_an_unknown_one(lotse: Assistant) -> None:
    unknown = await (await asked(lotse, "de")).say("PO-99999")
    foreign = await (await asked(lotse, "de")).say("PO-48213")

    assert unknown.text.replace("PO-99999", "…") == foreign.text.replace("PO-48213", "…")


@pytest.mark.parametrize("language", ["de", "en"])
async def test_not_understood_twice_reaches_a_person(lotse: Assistant, language: str) -> None:
    talk = await asked(lotse, language)

    first = await talk.say(" //")
    second = await talk.say(" //")

    assert first.part("handoff") is None
    assert offered(first) == OFFERED
    assert second.part("handoff") == {"reason": "bot_failed_twice", "rule": None}
    assert offered(second) == []


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("de", ("die zweite", "nein, die andere", "die letzte")),
        ("en", ("the second one", "no, the other one", "the last one")),
        ("de", ("die zweite", "nein", "die letzte")),
        ("en", ("the second one", "no", "the last one")),
    ],
)
async def test_a_correction_asks_again_without_the_one_just_told(
    lotse: Assistant, language: str, texts: tuple[str, str, str]
) -> None:
    talk = await asked(lotse, language)

    told = await talk.say(texts[0])
    again = await talk.say(texts[1])
    chosen = await talk.say(texts[2])

    assert told.part("payout")["reference"] == "PO-70052"
    assert offered(again) == ["PO-70077", "PO-70011"]
    assert chosen.part("payout")["reference"] == "PO-70011"


async def test_a_button_pressed_late_still_tells_its_payout(lotse: Assistant) -> None:
    talk = await asked(lotse, "de")
    await talk.say("Vergiss es")

    answer = await talk.press('/ask_payout_status{"payout_reference": "PO-70077"}')

    assert answer.part("payout")["reference"] == "PO-70077"


async def test_what_steers_the_form_is_not_told_to_the_front_door(lotse: Assistant) -> None:
    talk = await asked(lotse, "de")

    chosen = await talk.say("die erste")

    assert chosen.body["understanding"]["slots"] == {"payout_reference": "PO-70077"}
