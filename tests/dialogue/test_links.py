"""What the customer can do is a button to the platform's page, titled in their language."""

import pytest

from tests.dialogue.assistant import PLATFORM, Assistant
from tests.dialogue.world import sub_of

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize(
    ("language", "question", "titles"),
    [
        ("de", "Wo bleibt mein Geld?", ["Konto hinterlegen", "Auszahlung anfordern"]),
        ("en", "Where is my payout?", ["Add an account", "Request a payout"]),
    ],
)
async def test_the_way_out_of_a_failed_payout_is_two_buttons(
    lotse: Assistant, language: str, question: str, titles: list[str]
) -> None:
    answer = await lotse.conversation(sub_of("failed", "account_closed"), language).say(question)

    assert [link["title"] for link in answer.links] == titles
    pages = [f"{PLATFORM}/settings/payouts", f"{PLATFORM}/payouts"]
    assert [link["url"] for link in answer.links] == pages


async def test_a_review_is_left_to_people_without_a_button(lotse: Assistant) -> None:
    talk = lotse.conversation(sub_of("on_hold", "review"))

    answer = await talk.say("Wo bleibt mein Geld?")

    assert answer.links == []
