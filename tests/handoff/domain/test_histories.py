"""Whatever happens in whatever order, a conversation keeps its promises."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.conversation import TRANSITIONS, Conversation, State
from handoff.domain.errors import NotAllowedNow
from handoff.domain.events import AssistantFailed, AssistantSaid, Event
from tests.handoff.domain.examples import conversation, every_event

Step = tuple[Event, int]

STEPS = st.lists(
    st.tuples(st.sampled_from(every_event()), st.integers(min_value=0, max_value=12)), max_size=40
)
START = conversation(last_seq=1, said_seq=0, epoch=0)


def _after(before: Conversation, step: Step) -> Conversation | None:
    event, reply = step
    if isinstance(event, AssistantSaid | AssistantFailed):
        event = replace(event, in_reply_to=reply)
    try:
        return before.after(event)
    except NotAllowedNow:
        return None


def _history(steps: list[Step]) -> list[Conversation]:
    history = [START]
    for step in steps:
        history += [after for after in [_after(history[-1], step)] if after is not None]
    return history


@given(STEPS)
def test_each_event_takes_the_next_seq(steps: list[Step]) -> None:
    history = _history(steps)

    assert [it.last_seq for it in history] == list(range(1, len(history) + 1))


@given(STEPS)
def test_the_epoch_never_falls_and_rises_with_every_change_of_owner(steps: list[Step]) -> None:
    history = _history(steps)

    for before, after in pairwise(history):
        changed = before.owner != after.owner
        assert after.epoch in ({before.epoch + 1} if changed else {before.epoch, before.epoch + 1})


@given(STEPS)
def test_there_is_an_owner_exactly_while_an_agent_has_it(steps: list[Step]) -> None:
    for it in _history(steps):
        assert (it.owner is not None) == (it.state is State.AGENT)


@given(STEPS)
def test_answers_never_run_ahead_of_what_was_said(steps: list[Step]) -> None:
    history = _history(steps)

    for before, after in pairwise(history):
        assert before.answered_seq <= after.answered_seq <= after.said_seq <= after.last_seq


@given(STEPS)
def test_whoever_waits_has_a_time_since_when_and_a_packet(steps: list[Step]) -> None:
    for it in _history(steps):
        if it.state is State.QUEUED:
            assert it.waiting_since is not None
            assert it.packet is not None


@given(STEPS)
def test_a_closed_conversation_stays_closed(steps: list[Step]) -> None:
    states = [it.state for it in _history(steps)]

    if State.CLOSED in states:
        assert set(states[states.index(State.CLOSED) :]) == {State.CLOSED}


def test_every_open_state_has_a_way_to_its_end() -> None:
    ends = {state for (state, _), then in TRANSITIONS.items() if then is State.CLOSED}

    assert ends == set(State)
