"""Conversations about everything but one's own payouts, in both languages."""

import pytest

from tests.dialogue.assistant import Assistant

pytestmark = pytest.mark.timeout(600)

# Two messages for each intent of small talk and knowledge, and what is to come of it.
ARTICLES = [
    ("Wann wird ausgezahlt?", "de", "ask_payout_schedule"),
    ("When are payouts made?", "en", "ask_payout_schedule"),
    ("Welche Gebühren fallen an?", "de", "ask_fees"),
    ("What fees do you charge?", "en", "ask_fees"),
    ("Wie bekomme ich eine Rechnung?", "de", "ask_invoice"),
    ("Where can I find my invoices?", "en", "ask_invoice"),
    ("Wie bekomme ich mein Geld erstattet?", "de", "ask_refund"),
    ("How do refunds work?", "en", "ask_refund"),
    ("Wie schreibe ich ein gutes Angebot?", "de", "ask_proposal"),
    ("How do I write a good proposal?", "en", "ask_proposal"),
    ("Wie schreibe ich ein gutes Briefing?", "de", "ask_hiring"),
    ("How do I hire a freelancer?", "en", "ask_hiring"),
    ("Wie fange ich als Freelancer an?", "de", "ask_onboarding"),
    ("How do I start as a freelancer?", "en", "ask_onboarding"),
    ("Wie ändere ich mein Profilbild?", "de", "update_profile"),
    ("How do I change my profile picture?", "en", "update_profile"),
    ("Ich habe mein Passwort vergessen", "de", "reset_login"),
    ("I forgot my password", "en", "reset_login"),
    ("Ich möchte mein Konto löschen", "de", "delete_account"),
    ("I want to delete my account", "en", "delete_account"),
    ("Wann ist der Support erreichbar?", "de", "ask_support_hours"),
    ("When is support available?", "en", "ask_support_hours"),
    ("Wie läuft die Identitätsprüfung ab?", "de", "ask_identity_check"),
    ("Which documents do I need for the identity check?", "en", "ask_identity_check"),
    ("Wo trage ich meine Steuernummer ein?", "de", "ask_tax_info"),
    ("Why do you need my tax number?", "en", "ask_tax_info"),
    ("Wie ändere ich meine Bankverbindung?", "de", "change_payout_method"),
    ("How do I change my bank account?", "en", "change_payout_method"),
    ("Wie funktionieren Meilensteine?", "de", "ask_milestone"),
    ("How do milestones work?", "en", "ask_milestone"),
    ("Wie eröffne ich einen Streitfall?", "de", "open_dispute"),
    ("How do I open a dispute?", "en", "open_dispute"),
]
SMALL_TALK = [
    ("Hallo", "de", "greet", "automatische Assistent"),
    ("Hello", "en", "greet", "automated assistant"),
    ("Tschüss", "de", "goodbye", "Bis bald"),
    ("Goodbye", "en", "goodbye", "Goodbye"),
    ("Danke dir", "de", "thank", "Gern"),
    ("Thank you", "en", "thank", "welcome"),
    ("Bist du ein Bot?", "de", "ask_bot", "kein Mensch"),
    ("Are you a robot?", "en", "ask_bot", "not a person"),
    ("Vergiss es", "de", "stop", "lasse es dabei"),
    ("never mind", "en", "stop", "leave it there"),
    ("Wie wird das Wetter morgen?", "de", "out_of_scope", "nicht helfen"),
    ("What's the weather tomorrow?", "en", "out_of_scope", "can't help"),
    ("Die App stürzt ständig ab", "de", "report_technical_problem", "neu starten"),
    ("The app keeps crashing", "en", "report_technical_problem", "restart"),
]


@pytest.mark.parametrize(("text", "language", "intent"), ARTICLES)
async def test_questions_are_answered_by_an_article_with_a_link(
    lotse: Assistant, text: str, language: str, intent: str
) -> None:
    answer = await lotse.conversation(language=language).say(text)

    article = answer.part("article")
    assert answer.intent == intent
    assert article["url"] == f"/help/{language}/{article['slug']}"
    assert article["passage"]


@pytest.mark.parametrize(("text", "language", "intent", "words"), SMALL_TALK)
async def test_small_talk_is_answered_in_its_language(
    lotse: Assistant, text: str, language: str, intent: str, words: str
) -> None:
    answer = await lotse.conversation(language=language).say(text)

    assert answer.intent == intent
    assert words in answer.text


@pytest.mark.parametrize(
    ("language", "words"), [("de", "automatische Assistent"), ("en", "automated assistant")]
)
@pytest.mark.parametrize("text", ["Hallo", "PO-48213", "asdf jklö", "/ask_fees"])
async def test_at_first_contact_it_says_that_it_is_an_assistant_and_only_then(
    lotse: Assistant, text: str, language: str, words: str
) -> None:
    talk = lotse.conversation(language=language)

    first = await (talk.press(text) if text.startswith("/") else talk.say(text))
    second = await talk.say({"de": "Danke", "en": "Thanks"}[language])

    assert first.text.count(words) == 1
    assert words not in second.text


async def test_the_answer_follows_the_language_of_each_message(lotse: Assistant) -> None:
    talk = lotse.conversation("lena", "de")
    german = await talk.say("Wo ist meine Auszahlung?")

    talk.language = "en"
    english = await talk.say("and when will it arrive?")
    button = await talk.press("/ask_payout_schedule")

    assert "unterwegs" in german.text
    assert "on its way" in english.text
    assert button.part("article")["language"] == "en"


@pytest.mark.parametrize(
    ("text", "before", "after", "words"),
    [
        ("Can we continue in English please?", "de", "en", "in English"),
        ("Können wir auf Deutsch weitermachen?", "en", "de", "auf Deutsch"),
    ],
)
async def test_a_wish_for_another_language_is_marked_and_answered_in_it(
    lotse: Assistant, text: str, before: str, after: str, words: str
) -> None:
    talk = lotse.conversation(language=before)
    await talk.say("Danke")

    answer = await talk.say(text)

    assert answer.part("language") == after
    assert words in answer.text


async def test_a_language_it_does_not_speak_is_admitted(lotse: Assistant) -> None:
    talk = lotse.conversation(language="en")

    unknown = await talk.say("Can we speak Spanish?")
    chosen = await talk.press(unknown.buttons[1]["payload"])

    assert unknown.part("language") is None
    assert chosen.part("language") == "de"


async def test_no_brings_a_second_guess_and_then_the_truth(lotse: Assistant) -> None:
    talk = lotse.conversation(language="en")
    shown = [(await talk.say("What fees do you charge?")).part("article")["slug"]]

    for _ in range(6):
        answer = await talk.press("/deny")
        if answer.part("article") is None:
            break
        shown.append(answer.part("article")["slug"])

    assert len(set(shown)) == len(shown)
    assert "/request_human" in [button["payload"] for button in answer.buttons]


@pytest.mark.parametrize(("language", "words"), [("de", "Hilfe"), ("en", "help")])
async def test_a_guess_opens_its_article(lotse: Assistant, language: str, words: str) -> None:
    talk = lotse.conversation(language=language)
    await talk.say("Hallo" if language == "de" else "Hello")

    answer = await talk.press('/show_article{"article": "portfolio"}')

    assert answer.part("article")["slug"] == "portfolio"
    assert answer.part("article")["language"] == language
    assert words in answer.text


async def test_yes_to_an_article_ends_well(lotse: Assistant) -> None:
    talk = lotse.conversation(language="de")
    await talk.say("Welche Gebühren fallen an?")

    answer = await talk.say("ja")

    assert "geholfen" in answer.text


@pytest.mark.parametrize(
    ("question", "reply", "language", "helpful"),
    [
        ("Welche Gebühren fallen an?", "ja danke hat geholfen", "de", True),
        ("Welche Gebühren fallen an?", "danke dir", "de", True),
        ("Welche Gebühren fallen an?", "nein, das hat mir nicht geholfen", "de", False),
        ("What fees do you charge?", "yes, that answers it", "en", True),
        ("What fees do you charge?", "no that did not help", "en", False),
        ("What fees do you charge?", "thanks, but that didn't help", "en", False),
        ("What fees do you charge?", "/affirm", "en", True),
        ("What fees do you charge?", "/deny", "en", False),
    ],
)
async def test_what_is_said_of_an_article_is_marked_for_the_front_door(
    lotse: Assistant, question: str, reply: str, language: str, *, helpful: bool
) -> None:
    talk = lotse.conversation(language=language)
    article = (await talk.say(question)).part("article")

    answer = await (talk.press(reply) if reply.startswith("/") else talk.say(reply))

    vote = {"slug": article["slug"], "language": language, "helpful": helpful}
    assert answer.part("article_vote") == vote


async def test_the_own_case_comes_before_the_article(lotse: Assistant) -> None:
    talk = lotse.conversation("checked", "de")

    identity = await talk.say("Ist meine Identitätsprüfung durch?")
    tax = await talk.say("Fehlen bei mir noch Steuerdaten?")

    assert "läuft seit" in identity.text
    assert identity.part("article")
    assert "unvollständig" in tax.text


async def test_a_milestone_is_told_from_the_side_of_who_asks(lotse: Assistant) -> None:
    client = await lotse.conversation("helen", "en").say("What about my milestone PR-2204?")
    freelancer = await lotse.conversation("tomas", "en").say("What about my milestone PR-2204?")

    assert "Please check it" in client.text
    assert "Now your client checks it" in freelancer.text


async def test_somebody_elses_milestone_is_not_told(lotse: Assistant) -> None:
    answer = await lotse.conversation("new", "en").say("What about my milestone PR-2204?")

    assert "Landing page" not in answer.text


@pytest.mark.parametrize(("language", "words"), [("de", "im Kreis"), ("en", "in circles")])
async def test_twice_not_understood_brings_a_person(
    lotse: Assistant, language: str, words: str
) -> None:
    talk = lotse.conversation(language=language)

    first = await talk.say(" //")
    second = await talk.say("\u2003/ /")

    assert first.intent == second.intent == "nlu_fallback"
    assert first.part("handoff") is None
    assert first.buttons[0]["payload"] == "/request_human"
    assert second.part("handoff") == {"reason": "bot_failed_twice", "rule": None}
    assert words in second.text


async def test_words_that_say_little_are_asked_about_and_not_guessed(lotse: Assistant) -> None:
    said = ("dings bums", "so eins da", "hmpf tja")

    intents = {(await lotse.conversation().say(text)).intent for text in said}

    assert intents <= {"nlu_fallback", "out_of_scope"}


async def test_understood_in_between_the_count_starts_again(lotse: Assistant) -> None:
    talk = lotse.conversation(language="de")
    await talk.say(" //")
    await talk.say("Danke")

    again = await talk.say(" //")

    assert again.part("handoff") is None
