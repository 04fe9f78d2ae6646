"""Every pair of state and event, against a table written down by hand."""

from typing import get_args

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import NotAllowedNow
from handoff.domain.events import Event
from tests.handoff.domain.examples import conversation, every_event

WRITTEN_DOWN = """
event                  bot     queued   offered  agent    snoozed  closed
started                -       -        -        -        -        -
customer_said          bot     queued   offered  agent    snoozed  -
assistant_said         bot     -        -        -        -        -
assistant_failed       bot     -        -        -        -        -
notice_given           bot     queued   offered  agent    snoozed  -
language_changed       bot     -        -        -        -        -
human_asked            queued  -        -        -        -        -
returned_to_assistant  -       bot      bot      -        -        -
email_left             -       queued   offered  agent    snoozed  -
call_back_wanted       -       snoozed  snoozed  -        snoozed  -
offered                -       offered  -        -        -        -
offer_declined         -       -        queued   -        -        -
offer_lapsed           -       -        queued   -        -        -
agent_accepted         -       agent    agent    -        agent    -
agent_said             -       -        -        agent    -        -
note_added             bot     queued   offered  agent    snoozed  closed
playbook_noted         bot     queued   offered  agent    snoozed  closed
handed_back            -       -        -        bot      -        -
agent_vanished         -       -        -        queued   -        -
transferred            -       -        -        queued   -        -
taken_over             -       -        agent    agent    agent    -
snoozed                -       -        -        snoozed  -        -
woken                  -       -        -        -        queued   -
followed               bot     queued   offered  agent    snoozed  -
unfollowed             bot     queued   offered  agent    snoozed  -
tagged                 bot     queued   offered  agent    snoozed  closed
closed                 closed  closed   closed   closed   closed   -
"""

HEAD, *LINES = (line.split() for line in WRITTEN_DOWN.strip().splitlines())
PAIRS = [
    (State(state), line[0], State(then) if then != "-" else None)
    for line in LINES
    for state, then in zip(HEAD[1:], line[1:], strict=True)
]
EVENTS: dict[str, Event] = {event.type: event for event in every_event()}


def test_the_table_by_hand_names_every_state_and_every_event() -> None:
    types = {kind for each in get_args(Event) for kind in get_args(each.__annotations__["type"])}

    assert set(HEAD[1:]) == {state.value for state in State}
    assert {line[0] for line in LINES} == types
    assert set(EVENTS) == types


@pytest.mark.parametrize(("state", "kind", "then"), [it for it in PAIRS if it[2] is not None])
def test_an_event_that_the_table_has_leads_where_it_says(
    state: State, kind: str, then: State
) -> None:
    before = conversation(state)

    after = before.after(EVENTS[kind])

    assert (after.state, after.last_seq) == (then, before.last_seq + 1)


@pytest.mark.parametrize(("state", "kind"), [it[:2] for it in PAIRS if it[2] is None])
def test_an_event_that_the_table_has_not_is_refused(state: State, kind: str) -> None:
    with pytest.raises(NotAllowedNow):
        conversation(state).after(EVENTS[kind])
