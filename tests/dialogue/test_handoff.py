"""When a person takes over, and with what mark."""

import pytest

from tests.dialogue.assistant import Assistant
from tests.dialogue.world import sub_of

pytestmark = pytest.mark.timeout(600)

AT_ONCE = [
    ("Ich möchte mit einem Menschen sprechen", "de", "customer_asked", None),
    ("Can I talk to a real person?", "en", "customer_asked", None),
    ("Mein Konto wurde gehackt!", "de", "risk", "security_report"),
    ("Someone hacked my account", "en", "risk", "security_report"),
    ("Warum ist mein Konto gesperrt?", "de", "rule", "account_locked"),
    ("My account has been suspended", "en", "rule", "account_locked"),
    ("Euer Service ist eine Frechheit", "de", "rule", "anger"),
    ("This is the worst service ever", "en", "rule", "anger"),
    ("Ihr seid der letzte Scheißladen, ich bin stinksauer", "de", "rule", "anger"),
    ("This is bullshit, you are useless", "en", "rule", "anger"),
]


@pytest.mark.parametrize(("text", "language", "reason", "rule"), AT_ONCE)
async def test_some_matters_go_to_a_person_at_once(
    lotse: Assistant, text: str, language: str, reason: str, rule: str | None
) -> None:
    answer = await lotse.conversation("lena", language).say(text)

    assert answer.part("handoff") == {"reason": reason, "rule": rule}
    assert ("gebe" if language == "de" else "passing") in answer.text


PAYOUT_RULES = [
    (sub_of("on_hold", "review"), "Wo bleibt mein Geld?", "payout_risk_hold"),
    (sub_of("failed", None), "Wo bleibt mein Geld?", "payout_unknown_reason"),
    (sub_of("under_review", None), "Warum wird meine Auszahlung geprüft?", "payout_review_asked"),
    (sub_of("canceled", "dispute"), "Wo bleibt mein Geld?", "payout_disputed"),
    ("late", "Wo bleibt mein Geld?", "payout_overdue"),
    ("lena", "Wo bleibt mein Geld? Ich brauche es dringend für die Miete", "urgent_need"),
    ("lena", "Wo bleibt PO-48213? Ich habe schon eine Mahnung bekommen.", "urgent_need"),
    ("lena", "Wann kommt meine Auszahlung? Mir droht die Räumung.", "urgent_need"),
    ("lena", "Where is my payout? My rent is due.", "urgent_need"),
    ("lena", "When does my payout arrive? I face eviction.", "urgent_need"),
    ("lena", "Wo ist mein Geld? Wir haben nichts zu essen.", "urgent_need"),
    ("lena", "Where is my money? We have no food.", "urgent_need"),
    ("disputing", "Ich habe einen Streitfall", "dispute"),
]


@pytest.mark.parametrize(("sub", "text", "rule"), PAYOUT_RULES)
async def test_the_answer_comes_first_and_then_the_person(
    lotse: Assistant, sub: str, text: str, rule: str
) -> None:
    answer = await lotse.conversation(sub).say(text)

    told = [reply for reply in answer.replies if "text" in reply]
    assert answer.part("handoff") == {"reason": "rule", "rule": rule}
    assert answer.replies[-1]["custom"] == {"handoff": {"reason": "rule", "rule": rule}}
    assert len(told) >= 3  # who speaks, the answer, and that a person takes over


async def test_the_reason_of_a_risk_hold_is_never_said(lotse: Assistant) -> None:
    answer = await lotse.conversation(sub_of("on_hold", "review")).say("Wo bleibt mein Geld?")

    assert not {"risiko", "geldwäsche", "verdacht"} & set(answer.text.casefold().split())
    assert answer.part("article") is None


async def test_a_person_is_within_one_message_from_everywhere(lotse: Assistant) -> None:
    for text in ("Wo ist mein Geld?", "Welche Gebühren fallen an?", "blarg wibble", "Danke"):
        talk = lotse.conversation("tomas", "de")
        await talk.say(text)

        answer = await talk.say("Mensch bitte")

        assert answer.part("handoff") == {"reason": "customer_asked", "rule": None}, text
