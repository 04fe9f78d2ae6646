"""What people said to the product that it did not take well at first, in both languages."""

import pytest

from tests.dialogue.assistant import Assistant
from tests.dialogue.world import reference_of, sub_of

pytestmark = pytest.mark.timeout(600)
WHERE = {"de": "Wo ist meine Auszahlung?", "en": "Where is my payout?"}
NEED = {"reason": "rule", "rule": "urgent_need"}
FAILED_TWICE = {"reason": "bot_failed_twice", "rule": None}


@pytest.mark.parametrize(
    ("language", "question", "words"),
    [
        ("de", "Welche Dokumente braucht ihr denn?", "fehlt noch ein Dokument"),
        ("en", "which documents do you need then", "a document is still missing"),
    ],
)
async def test_what_holds_a_payout_is_never_said_to_be_done(
    lotse: Assistant, language: str, question: str, words: str
) -> None:
    talk = lotse.conversation("waiting", language)
    await talk.say(WHERE[language])

    answer = await talk.say(question)

    assert words in answer.text
    assert "PO-60318" in answer.text
    assert any("identity-check" in button["payload"] for button in answer.buttons)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich muss morgen meine Miete zahlen!!"),
        ("de", "bis Freitag muss ich die Rate überweisen"),
        ("en", "I have to pay my rent tomorrow"),
        ("en", "my mortgage goes out in two days"),
    ],
)
async def test_need_in_a_talk_about_a_payout_brings_a_person_without_repeating(
    lotse: Assistant, language: str, text: str
) -> None:
    talk = lotse.conversation("waiting", language)
    first = await talk.say(WHERE[language])

    answer = await talk.say(text)

    assert first.part("handoff") is None
    assert answer.part("handoff") == NEED
    assert "PO-60318" not in answer.text


@pytest.mark.parametrize(
    ("language", "between", "recalled"),
    [("de", "Danke dir", "Wie gesagt"), ("en", "Thank you", "As I said")],
)
async def test_asked_again_later_the_same_state_is_told_shortly(
    lotse: Assistant, language: str, between: str, recalled: str
) -> None:
    talk = lotse.conversation("lena", language)
    first = await talk.say(WHERE[language])
    await talk.say(between)

    again = await talk.say(WHERE[language])

    assert recalled in again.text
    assert again.part("payout") == first.part("payout")


async def test_a_new_question_about_a_milestone_gets_what_the_article_says(
    lotse: Assistant,
) -> None:
    talk = lotse.conversation("helen", "en")
    first = await talk.say("My freelancer submitted the landing page, what do I do now?")

    second = await talk.say("what happens if I don't approve")
    third = await talk.say("what happens if I don't approve")

    assert "PR-2204" in first.text
    assert "PR-2204" not in second.text
    assert "14 days" in second.part("article")["passage"]
    assert "As I said" in third.text


@pytest.mark.parametrize(
    ("before", "text", "after", "words"),
    [
        ("de", "do you speak english? where is my payout", "en", "on its way"),
        ("de", "Wo ist meine Auszahlung? Sorry, can we continue in English?", "en", "on its way"),
        ("en", "Ich kann kein Englisch, wo ist meine Auszahlung?", "de", "unterwegs"),
        ("en", "auf deutsch bitte: wo ist meine auszahlung", "de", "unterwegs"),
    ],
)
async def test_a_wish_for_a_language_and_the_question_with_it_are_both_obeyed(
    lotse: Assistant, before: str, text: str, after: str, words: str
) -> None:
    answer = await lotse.conversation("lena", before).say(text)

    assert answer.part("language") == after
    assert answer.part("payout")["reference"] == "PO-48213"
    assert words in answer.text
    assert {"de": "automatische", "en": "automated"}[after] in answer.text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "how do i trace it", "This is how PO-"),
        ("de", "wie kann ich nachforschen lassen", "So wird PO-"),
    ],
)
async def test_how_to_trace_what_was_sent_goes_on_with_it(
    lotse: Assistant, language: str, text: str, words: str
) -> None:
    talk = lotse.conversation(sub_of("paid", None), language)
    told = await talk.say(WHERE[language])

    answer = await talk.say(text)

    assert {"de": "gebucht", "en": "booked"}[language] in told.part("article")["passage"]
    assert words in answer.text
    assert reference_of("paid", None) in answer.text
    assert answer.part("handoff") is None


TOPICS = [
    ("en", "tell me about taxes", "tax-data"),
    ("en", "taxes?", "tax-data"),
    ("de", "steuern", "tax-data"),
    ("de", "was ist mit der steuer", "tax-data"),
    ("de", "rechnung", "invoices-statements"),
    ("de", "gebühren?", "payout-fees"),
    ("en", "thanks, and the fees?", "payout-fees"),
]


@pytest.mark.parametrize(("language", "text", "slug"), TOPICS)
async def test_a_word_or_two_are_enough_to_name_a_topic(
    lotse: Assistant, language: str, text: str, slug: str
) -> None:
    answer = await lotse.conversation(language=language).say(text)

    assert answer.part("article")["slug"] == slug


@pytest.mark.parametrize(
    ("language", "company", "done", "again"),
    [
        (
            "en",
            "my company account is Okafor Design Ltd, can't I use it?",
            "ok I added a new account, now what",
            "request the amount of",
        ),
        (
            "de",
            "das Konto gehört meiner Firma Feld GmbH, kann ich das nicht nehmen?",
            "ok ich habe jetzt ein neues Konto hinterlegt, und jetzt?",
            "Fordere danach den Betrag",
        ),
    ],
)
async def test_a_failed_payout_is_followed_to_its_next_try(
    lotse: Assistant, language: str, company: str, done: str, again: str
) -> None:
    talk = lotse.conversation(sub_of("failed", "name_mismatch"), language)
    await talk.say(WHERE[language])

    used = await talk.say(company)
    next_step = await talk.say(done)

    assert used.intent == "change_payout_method"
    assert used.part("handoff") is None
    assert again in next_step.text
    assert reference_of("failed", "name_mismatch") in next_step.text
    assert " 3 " in next_step.text


@pytest.mark.parametrize(
    ("language", "texts", "offer", "yes"),
    [
        ("de", ("Wie wird das Wetter morgen?", "Erzähl mir einen Witz"), "Menschen", "ja"),
        ("en", ("what's the weather like tomorrow", "write me a poem"), "person", "yes"),
    ],
)
async def test_off_topic_again_is_told_shorter_with_a_person_first(
    lotse: Assistant, language: str, texts: tuple[str, str], offer: str, yes: str
) -> None:
    talk = lotse.conversation(language=language)
    first = await talk.say(texts[0])

    again = await talk.say(texts[1])
    person = await talk.say(yes)

    assert again.intent == "out_of_scope"
    assert len(again.text) < len(first.text) / 2
    assert offer in again.text
    assert [button["payload"] for button in again.buttons] == ["/request_human"]
    assert person.part("handoff") == {"reason": "customer_asked", "rule": None}


@pytest.mark.parametrize(
    "texts", [("asdf gh", "kjhkjh"), ("Wie wird das Wetter?", "blubb"), ("asdf", "Witz bitte")]
)
async def test_twice_in_a_row_nothing_to_work_with_brings_a_person(
    lotse: Assistant, texts: tuple[str, str]
) -> None:
    talk = lotse.conversation(language="de")
    first = await talk.say(texts[0])

    second = await talk.say(texts[1])

    assert first.part("handoff") is None
    assert second.part("handoff") == FAILED_TWICE


@pytest.mark.parametrize(
    ("language", "first", "text"),
    [
        ("de", "Kann ich mein Konto löschen?", "ich verstehe nur bahnhof"),
        ("en", "Can I delete my account?", "I don't get it"),
    ],
)
async def test_an_article_that_was_not_understood_did_not_help(
    lotse: Assistant, language: str, first: str, text: str
) -> None:
    talk = lotse.conversation(language=language)
    article = (await talk.say(first)).part("article")

    answer = await talk.say(text)

    assert answer.intent == "not_clear"
    assert answer.part("article_vote")["slug"] == article["slug"]
    assert answer.part("article_vote")["helpful"] is False
    assert any("/request_human" in button["payload"] for button in answer.buttons)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [("de", "das verstehe ich nicht", "in Ruhe erklären"), ("en", "huh?", "can explain it")],
)
async def test_a_payout_answer_that_was_not_understood_leads_to_a_person(
    lotse: Assistant, language: str, text: str, words: str
) -> None:
    talk = lotse.conversation("lena", language)
    await talk.say(WHERE[language])

    first = await talk.say(text)
    second = await talk.say(text)

    assert words in first.text
    assert second.part("handoff") == FAILED_TWICE


BEGINNERS = [
    ("de", "hallo wie werde ich freelancer", "profile-checklist", "profile"),
    ("en", "how do I become a freelancer here", "profile-checklist", "profile"),
    ("en", "I want to hire somebody, how do I start", "hire-first-freelancer", "first-hire"),
    (
        "de",
        "Ich will jemanden beauftragen, wie fange ich an?",
        "hire-first-freelancer",
        "first-hire",
    ),
]


@pytest.mark.parametrize(("language", "text", "slug", "guide"), BEGINNERS)
async def test_who_is_new_gets_what_is_for_their_side(
    lotse: Assistant, language: str, text: str, slug: str, guide: str
) -> None:
    answer = await lotse.conversation(language=language).say(text)

    assert answer.part("article")["slug"] == slug
    assert any(f'"{guide}"' in button["payload"] for button in answer.buttons)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Ich bin neu hier, womit fange ich an?"), ("en", "I'm new here, how do I start?")],
)
async def test_which_side_somebody_new_is_on_is_asked_where_it_is_not_known(
    lotse: Assistant, language: str, text: str
) -> None:
    talk = lotse.conversation(language=language)
    asked = await talk.say(text)

    chosen = await talk.press(asked.buttons[1]["payload"])

    assert len(asked.buttons) == 2
    assert chosen.part("article")["slug"] == "hire-first-freelancer"
    assert chosen.part("article")["language"] == language


@pytest.mark.parametrize(
    ("language", "text", "offer"),
    [
        ("de", "Ist meine Identitätsprüfung durch?", "sag es einfach"),
        ("en", "Is my identity check done?", "just say so"),
    ],
)
async def test_a_person_is_offered_in_words_once_and_then_by_the_button(
    lotse: Assistant, language: str, text: str, offer: str
) -> None:
    talk = lotse.conversation("lena", language)
    first = await talk.say(WHERE[language])

    later = await talk.say(text)

    assert offer in first.text
    assert offer not in later.text
    assert any(button["payload"] == "/request_human" for button in later.buttons)


async def test_less_than_was_shown_is_a_matter_of_the_payout(lotse: Assistant) -> None:
    answer = await lotse.conversation("lena").say("Es kamen weniger an als angezeigt")

    assert answer.intent == "report_payout_problem"
    assert "PO-48213" in answer.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wo ist mein verdammtes Geld, ihr Betrüger"),
        ("en", "where is my damn money you crooks"),
    ],
)
async def test_insults_about_money_are_anger_and_no_alarm(
    lotse: Assistant, language: str, text: str
) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert answer.part("handoff") == {"reason": "rule", "rule": "anger"}


async def test_a_greeting_does_not_hide_the_question(lotse: Assistant) -> None:
    answer = await lotse.conversation("lena").say("Hi, wo ist mein Geld")

    assert answer.part("payout")["reference"] == "PO-48213"


@pytest.mark.parametrize(
    ("language", "text", "slug"),
    [
        ("de", "warum", "identity-check-steps"),
        ("en", "why?", "identity-check-steps"),
        ("en", "so what do i do now", "identity-check-steps"),
        ("de", "und wie", "identity-check-steps"),
    ],
)
async def test_a_bare_why_behind_a_payout_gets_the_reason_of_the_rule(
    lotse: Assistant, language: str, text: str, slug: str
) -> None:
    talk = lotse.conversation("waiting", language)
    await talk.say(WHERE[language])

    answer = await talk.say(text)

    assert answer.intent == "bare_question"
    assert answer.part("article")["slug"] == slug


@pytest.mark.parametrize(
    ("language", "text", "recalled"),
    [("de", "und wann genau?", "Wie gesagt"), ("en", "how long", "As I said")],
)
async def test_a_bare_question_of_time_behind_a_payout_is_about_it(
    lotse: Assistant, language: str, text: str, recalled: str
) -> None:
    talk = lotse.conversation("lena", language)
    await talk.say(WHERE[language])

    answer = await talk.say(text)

    assert recalled in answer.text
    assert "PO-48213" in answer.text


async def test_a_bare_question_behind_an_article_is_asked_of_that_article(
    lotse: Assistant,
) -> None:
    talk = lotse.conversation(language="en")
    first = await talk.say("How do refunds work?")

    answer = await talk.say("how long")

    assert answer.part("article")["slug"] == first.part("article")["slug"]


@pytest.mark.parametrize(
    ("language", "sub", "text", "words"),
    [
        ("de", sub_of("requested", None), "kann ich die noch stoppen", "abbrechen"),
        ("en", sub_of("on_hold", "paused"), "can I still cancel it", "you can cancel it"),
        ("en", "lena", "can I still stop it", "neither be stopped"),
    ],
)
async def test_whether_it_can_be_taken_back_depends_on_where_it_is(
    lotse: Assistant, language: str, sub: str, text: str, words: str
) -> None:
    talk = lotse.conversation(sub, language)
    await talk.say(WHERE[language])

    answer = await talk.say(text)

    assert words in answer.text


async def test_a_short_why_of_a_check_goes_to_a_person(lotse: Assistant) -> None:
    talk = lotse.conversation(sub_of("under_review", None), "en")
    await talk.say(WHERE["en"])

    answer = await talk.say("why check")

    assert answer.part("handoff") == {"reason": "rule", "rule": "payout_review_asked"}


async def test_a_wordy_second_question_is_answered_beside_the_first(lotse: Assistant) -> None:
    answer = await lotse.conversation("lena").say(
        "Könnten Sie mir mitteilen, wann die Auszahlung PO-48213 ankommt? "
        "Außerdem würde mich interessieren, welche Gebühren dabei anfallen."
    )

    assert answer.part("payout")["reference"] == "PO-48213"
    assert answer.part("article")["slug"] == "payout-fees"
