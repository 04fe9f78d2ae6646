"""Who owes an answer since when, and how many conversations fit in."""

from datetime import timedelta

import pytest

from handoff.domain.capacity import full
from handoff.domain.events import AgentAccepted, Channel, Event
from handoff.domain.offer import NEW_ROUND, ROUND
from handoff.domain.owed import NOTHING, Due, Owed
from handoff.domain.queueing import Snoozed, WakeReason, Woken
from tests.handoff.domain.examples import AMIRA, BO, EARLIER, MONDAY, agent, event, said

ASKED = Owed(person_since=EARLIER, answer_since=EARLIER)


def _after(owed: Owed, *events: Event) -> Owed:
    for it in events:
        owed = owed.after(it, MONDAY)
    return owed


def test_with_the_assistant_nobody_of_us_owes_anything() -> None:
    assert _after(NOTHING, said(), event("assistant_said")) == NOTHING


def test_from_the_handoff_on_a_person_and_an_answer_are_owed() -> None:
    assert _after(NOTHING, event("human_asked")) == Owed(person_since=MONDAY, answer_since=MONDAY)


def test_more_words_of_the_customer_do_not_begin_the_wait_anew() -> None:
    assert _after(ASKED, said(), AgentAccepted(agent=BO), said()) == ASKED


def test_an_agents_words_are_the_answer_and_the_next_message_asks_for_another() -> None:
    answered = _after(ASKED, event("agent_said"))

    assert answered == Owed(person_since=EARLIER, answered=True)
    assert _after(answered, said()).answer_since == MONDAY


@pytest.mark.parametrize("kind", ["handed_back", "returned_to_assistant", "closed"])
def test_what_is_over_is_owed_no_more(kind: str) -> None:
    assert _after(ASKED, event(kind)) == NOTHING


def test_what_was_put_off_is_owed_again_when_its_time_has_come() -> None:
    put_off = _after(ASKED, Snoozed(agent=AMIRA, until=MONDAY))

    assert put_off.answer_since is None
    assert _after(put_off, Woken(why=WakeReason.TIME)).answer_since == MONDAY
    assert _after(put_off, said(), Woken(why=WakeReason.REPLY)).answer_since == MONDAY


def test_an_answer_is_due_before_the_end() -> None:
    assert Due(resolution=MONDAY).first == MONDAY
    assert Due(next_response=EARLIER, resolution=MONDAY).first == EARLIER
    assert Due().first is None


def test_those_who_said_no_are_asked_again_when_the_round_is_over() -> None:
    first = NEW_ROUND.with_no(AMIRA.id, MONDAY)
    both = first.with_no(BO.id, MONDAY + ROUND / 2)

    assert both.asked(MONDAY + ROUND) == {AMIRA.id, BO.id}
    assert both.asked(MONDAY + ROUND * 1.5) == frozenset()
    assert both.with_no(BO.id, MONDAY + ROUND * 2).declined == {BO.id}


@pytest.mark.parametrize(
    ("load", "extra", "named"),
    [
        ({}, 0, None),
        ({Channel.IN_APP: 2}, 0, None),
        ({Channel.WEB: 1}, 0, "channel_capacity: 1 conversations of web at once"),
        ({Channel.WEB: 1}, 1, None),
        ({Channel.IN_APP: 3}, 0, "capacity: 3 conversations at once"),
        ({Channel.IN_APP: 2, Channel.WEB: 1}, 1, None),
    ],
)
def test_capacity_is_kept_in_all_and_by_channel(
    load: dict[Channel, int], extra: int, named: str | None
) -> None:
    busy = agent(capacity=3, channel_capacity={"web": 1})

    assert full(busy, load, Channel.WEB, extra) == named


def test_a_wait_of_a_moment_counts() -> None:
    assert NEW_ROUND.with_no(AMIRA.id, MONDAY).asked(MONDAY + timedelta(microseconds=1))
