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
