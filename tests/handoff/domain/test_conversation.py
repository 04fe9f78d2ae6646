"""What each event does to a conversation, beside its state."""

from datetime import timedelta

import pytest

from handoff.domain.conversation import PREVIEW, State
from handoff.domain.errors import NotAllowedNow
from handoff.domain.events import AgentAccepted, AssistantFailed, AssistantSaid, Closed, CloseReason
from handoff.domain.failure import Failure
from handoff.domain.messages import Text
from handoff.domain.people import Language
from tests.handoff.domain.examples import (
    AMIRA,
    BO,
    EARLIER,
    MONDAY,
    answered,
    conversation,
    event,
    packet,
    said,
)

OWNERSHIP = [
    (State.QUEUED, "returned_to_assistant"),
    (State.QUEUED, "agent_accepted"),
    (State.QUEUED, "closed"),
    (State.AGENT, "handed_back"),
    (State.AGENT, "agent_vanished"),
    (State.AGENT, "closed"),
    (State.BOT, "closed"),
]
OTHERS = [
    (State.BOT, "customer_said"),
    (State.BOT, "assistant_said"),
    (State.BOT, "assistant_failed"),
    (State.BOT, "language_changed"),
    (State.BOT, "human_asked"),
    (State.QUEUED, "customer_said"),
    (State.AGENT, "customer_said"),
    (State.AGENT, "agent_said"),
    (State.AGENT, "note_added"),
    (State.CLOSED, "note_added"),
]


@pytest.mark.parametrize(("state", "kind"), OWNERSHIP)
def test_whoever_wrote_as_owner_before_a_change_of_owner_is_stale_after_it(
    state: State, kind: str
) -> None:
    before = conversation(state)

    after = before.after(event(kind))

    assert after.epoch == before.epoch + 1


@pytest.mark.parametrize(("state", "kind"), OTHERS)
def test_what_does_not_change_the_owner_leaves_the_epoch(state: State, kind: str) -> None:
    before = conversation(state)

    after = before.after(event(kind))

    assert (after.epoch, after.owner) == (before.epoch, before.owner)


def test_the_agent_who_accepts_owns_the_conversation() -> None:
    after = conversation(State.QUEUED).after(AgentAccepted(agent=BO))

    assert (after.owner, after.accepted_at) == (BO, MONDAY)


@pytest.mark.parametrize("kind", ["handed_back", "agent_vanished", "closed"])
def test_nobody_owns_what_was_given_away_or_ended(kind: str) -> None:
    before = conversation(State.AGENT)

    after = before.after(event(kind))

    assert (before.owner, after.owner) == (AMIRA, None)


def test_waiting_begins_when_a_person_is_asked_for() -> None:
    after = conversation(State.BOT).after(event("human_asked"))

    assert (after.waiting_since, after.packet) == (MONDAY, packet())


def test_whose_agent_vanished_keeps_their_place_by_the_time_they_waited_already() -> None:
    after = conversation(State.AGENT, waiting_since=EARLIER).after(event("agent_vanished"))

    assert after.waiting_since == EARLIER


def test_whose_agent_vanished_waits_from_now_when_they_never_waited() -> None:
    after = conversation(State.AGENT, waiting_since=None).after(event("agent_vanished"))

    assert after.waiting_since == MONDAY


@pytest.mark.parametrize(
    ("state", "kind"), [(State.QUEUED, "returned_to_assistant"), (State.AGENT, "handed_back")]
)
def test_back_at_the_assistant_nothing_old_is_put_to_it(state: State, kind: str) -> None:
    before = conversation(state, said_seq=2, answered_seq=0)

    after = before.after(event(kind))

    assert (after.answered_seq, after.awaits_assistant, after.waiting_since) == (2, False, None)


def test_what_the_customer_says_awaits_the_assistant() -> None:
    before = conversation(said_seq=0, answered_seq=0, last_seq=4)

    after = before.after(said("Wann kommt mein Geld?"))

    assert (after.said_seq, after.awaits_assistant) == (5, True)
    assert after.preview == "Wann kommt mein Geld?"


def test_the_conversation_goes_on_in_the_language_the_customer_writes() -> None:
    after = conversation().after(said("Where is my money?", Language.EN))

    assert after.language is Language.EN


def test_what_is_said_to_a_person_does_not_await_the_assistant() -> None:
    after = conversation(State.AGENT).after(said())

    assert not after.awaits_assistant


@pytest.mark.parametrize(
    "reply",
    [
        answered("Es kommt morgen.", to=2),
        AssistantFailed(in_reply_to=2, why=Failure.EMPTY, parts=(Text(text="Leider nicht."),)),
    ],
)
def test_an_answer_settles_the_message_it_answers(
    reply: AssistantSaid | AssistantFailed,
) -> None:
    after = conversation(said_seq=2, answered_seq=0).after(reply)

    assert (after.answered_seq, after.awaits_assistant) == (2, False)


def test_an_answer_leaves_later_messages_waiting() -> None:
    before = conversation(last_seq=3, said_seq=3, answered_seq=0)

    after = before.after(answered(to=2))

    assert (after.answered_seq, after.awaits_assistant) == (2, True)


@pytest.mark.parametrize("to", [0, 1, 2])
def test_a_message_is_answered_once(to: int) -> None:
    before = conversation(last_seq=5, said_seq=4, answered_seq=2)

    with pytest.raises(NotAllowedNow):
        before.after(answered(to=to))


def test_what_nobody_said_cannot_be_answered() -> None:
    with pytest.raises(NotAllowedNow):
        conversation(last_seq=9, said_seq=4, answered_seq=2).after(answered(to=5))


def test_a_failure_cannot_follow_an_answer_to_the_same_message() -> None:
    before = conversation().after(answered(to=2))

    with pytest.raises(NotAllowedNow):
        before.after(event("assistant_failed"))


@pytest.mark.parametrize(
    ("state", "kind", "preview"),
    [
        (State.BOT, "assistant_said", "before"),
        (State.AGENT, "agent_said", "Ich schaue nach."),
        (State.AGENT, "note_added", "before"),
        (State.BOT, "assistant_failed", "before"),
        (State.BOT, "human_asked", "before"),
    ],
)
def test_lists_show_what_a_person_said_last_and_no_notes(
    state: State, kind: str, preview: str
) -> None:
    after = conversation(state).after(event(kind))

    assert after.preview == preview


def test_a_preview_is_short() -> None:
    after = conversation().after(said("ä" * 8000))

    assert after.preview == "ä" * PREVIEW


def test_the_customer_can_change_the_language_without_writing_in_it() -> None:
    after = conversation(language=Language.DE).after(event("language_changed"))

    assert after.language is Language.EN


def test_the_end_is_remembered_with_its_reason() -> None:
    after = conversation(State.AGENT).after(Closed(by="agent", reason=CloseReason.SPAM))

    assert (after.closed_at, after.close_reason) == (MONDAY, CloseReason.SPAM)


def test_an_event_never_happens_before_the_one_before_it() -> None:
    ahead = MONDAY + timedelta(seconds=3)
    before = conversation(updated_at=ahead, as_of=MONDAY)

    after = before.after(said())

    assert after.updated_at == ahead


def test_a_refused_event_leaves_the_conversation_as_it_was() -> None:
    before = conversation(State.CLOSED)

    with pytest.raises(NotAllowedNow):
        before.after(said())

    assert before == conversation(State.CLOSED)
