"""A person is within one message even while the action server is dead."""

import signal
from dataclasses import dataclass

import pytest

from tests.dialogue.assistant import Answer, Assistant, Conversation
from tests.dialogue.test_form import asked

pytestmark = pytest.mark.timeout(600)
ASKED = {"reason": "customer_asked", "rule": None}
PERSON = "Ich will einen Menschen sprechen"


@dataclass
class Outage:
    """What was answered while the action server was dead; it is started again but once."""

    talk: Conversation
    lost: Answer
    person: Answer
    person_in_form: Answer


@pytest.fixture(scope="module")
async def outage(lotse: Assistant) -> Outage:
    """A while without the action server."""
    talk, in_form = lotse.conversation("lena"), await asked(lotse, "de")
    lotse.actions.stop(signal.SIGKILL)
    try:
        lost = await talk.say("Wo ist mein Geld?")
        person, in_form_too = await talk.say(PERSON), await in_form.say(PERSON)
    finally:
        await lotse.actions.start()
    return Outage(talk, lost, person, in_form_too)


async def test_with_the_action_server_dead_there_is_no_answer_yet_a_person(
    outage: Outage,
) -> None:
    # The front door takes an empty answer for a failure, says so and offers a person.
    assert (outage.lost.status, outage.lost.replies) == (200, [])
    assert "automatische Assistent" in outage.person.text
    assert outage.person.part("handoff") == ASKED


async def test_a_person_needs_no_action_server_in_the_form_either(outage: Outage) -> None:
    assert outage.person_in_form.part("handoff") == ASKED


async def test_once_it_is_back_the_conversation_goes_on(outage: Outage) -> None:
    healed = await outage.talk.say("Wo ist mein Geld?")

    assert healed.part("payout")["reference"] == "PO-48213"
