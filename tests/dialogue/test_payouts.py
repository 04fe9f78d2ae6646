"""Conversations about the customer's own payouts."""

import pytest

from tests.dialogue.assistant import Assistant
from tests.dialogue.world import CASES, reference_of, sub_of

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("state", "reason"), CASES)
async def test_every_state_and_reason_is_told_with_its_card(
    lotse: Assistant, state: str, reason: str | None, language: str
) -> None:
    talk = lotse.conversation(sub_of(state, reason), language)
    question = {"de": "Wo bleibt mein Geld?", "en": "Where is my payout?"}[language]

    answer = await talk.say(question)

    reference = reference_of(state, reason)
    card = answer.part("payout")
    assert answer.intent == "ask_payout_status"
    assert (card["reference"], card["state"]) == (reference, state)
    assert reference in answer.text
    assert card["amount"] in answer.text
    assert "{" not in answer.text
    assert ("Menschen" if language == "de" else "person") in answer.text


async def test_of_several_payouts_one_is_chosen_by_a_button(lotse: Assistant) -> None:
    talk = lotse.conversation("tomas", "en")

    asked = await talk.say("Where is my payout?")
    chosen = await talk.press(asked.buttons[1]["payload"])

    assert [button["title"] for button in asked.buttons] == [
        "PO-70077 · €99.00",
        "PO-70052 · €450.75",
        "PO-70011 · €300.00",
    ]
    assert chosen.part("payout")["reference"] == "PO-70052"


async def test_the_bare_number_chooses_too(lotse: Assistant) -> None:
    talk = lotse.conversation("tomas", "en")
    await talk.say("Where is my payout?")

    answer = await talk.say("70077")

    assert answer.part("payout")["reference"] == "PO-70077"


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("de", ("Wo ist PO-70052?", "und wenn sie bis dahin nicht da ist?", "nein, die andere")),
        ("en", ("Where is PO-70052?", "and if it isn't there by then?", "no, the other one")),
    ],
)
async def test_what_if_it_is_late_then_another_one(
    lotse: Assistant, language: str, texts: tuple[str, str, str]
) -> None:
    talk = lotse.conversation("tomas", language)

    told = await talk.say(texts[0])
    late = await talk.say(texts[1])
    others = await talk.say(texts[2])

    assert told.part("payout")["reference"] == "PO-70052"
    assert "PO-70052" in late.text
    assert ("überfällig" if language == "de" else "overdue") in late.text
    assert late.part("handoff") is None
    assert [button["title"].split()[0] for button in others.buttons] == ["PO-70077", "PO-70011"]


async def test_unknown_and_not_yours_are_told_alike(lotse: Assistant) -> None:
    unknown = await lotse.conversation("lena").say("Wo ist PO-99999?")
    foreign = await lotse.conversation("lena").say("Wo ist PO-70052?")

    assert unknown.text.replace("PO-99999", "…") == foreign.text.replace("PO-70052", "…")
    assert foreign.part("payout") is None


@pytest.mark.parametrize("sub", [None, "nobody"])
async def test_visitors_and_strangers_see_no_payout(lotse: Assistant, sub: str | None) -> None:
    answer = await lotse.conversation(sub).say("Wo ist PO-48213?")

    assert answer.part("payout") is None
    assert "640" not in answer.text


async def test_a_visitor_who_signs_in_goes_on_with_their_own(lotse: Assistant) -> None:
    talk = lotse.conversation()
    before = await talk.say("Wo ist mein Geld?")

    talk.sub = "lena"
    after = await talk.say("Wo ist mein Geld?")

    assert "anmelden" in before.text or "Melde dich" in before.text
    assert after.part("payout")["reference"] == "PO-48213"


async def test_without_a_payout_the_money_that_clears_is_told(lotse: Assistant) -> None:
    answer = await lotse.conversation("clearing").say("Wo bleibt mein Geld?")

    assert "200,00 € sind" in answer.text
    assert "in der Klärung" in answer.text


async def test_who_was_never_paid_is_told_how_to_begin(lotse: Assistant) -> None:
    answer = await lotse.conversation("new", "en").say("Where is my payout?")

    assert "no payout of yours" in answer.text
