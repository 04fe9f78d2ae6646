"""Who a conversation is with, and the one table that says what may follow what."""

from enum import StrEnum
from itertools import chain
from types import MappingProxyType

from handoff.domain import contact as c
from handoff.domain import events as e
from handoff.domain import queueing as q
from handoff.domain.tagging import Tagged


class State(StrEnum):
    """Who the conversation is with."""

    BOT = "bot"
    QUEUED = "queued"
    OFFERED = "offered"
    """It waits, and one agent is asked to take it."""
    AGENT = "agent"
    SNOOZED = "snoozed"
    """An agent put it off; it is nobody's until it wakes."""
    CLOSED = "closed"


WITH_PEOPLE = frozenset({State.QUEUED, State.OFFERED, State.AGENT, State.SNOOZED})
"""Handed to people, and not done yet."""

IN_LINE = frozenset({State.QUEUED, State.OFFERED})
"""In the queue, as the customer sees it."""

_STAYING = (
    (kind, state)
    for kind, states in (
        (e.CustomerSaid, WITH_PEOPLE | {State.BOT}),
        (e.NoticeGiven, WITH_PEOPLE | {State.BOT}),
        (e.NoteAdded, frozenset(State)),
        (e.PlaybookNoted, frozenset(State)),
        (Tagged, frozenset(State)),
        (c.EmailLeft, WITH_PEOPLE),
        (q.Followed, WITH_PEOPLE | {State.BOT}),
        (q.Unfollowed, WITH_PEOPLE | {State.BOT}),
        (e.AssistantSaid, {State.BOT}),
        (e.AssistantFailed, {State.BOT}),
        (e.LanguageChanged, {State.BOT}),
        (e.AgentSaid, {State.AGENT}),
    )
    for state in states
)

_MOVING = (
    (State.BOT, e.HumanAsked, State.QUEUED),
    (State.BOT, e.Closed, State.CLOSED),
    (State.QUEUED, q.Offered, State.OFFERED),
    (State.QUEUED, c.CallBackWanted, State.SNOOZED),
    (State.QUEUED, e.AgentAccepted, State.AGENT),
    (State.QUEUED, e.ReturnedToAssistant, State.BOT),
    (State.QUEUED, e.Closed, State.CLOSED),
    (State.OFFERED, c.CallBackWanted, State.SNOOZED),
    (State.OFFERED, e.AgentAccepted, State.AGENT),
    (State.OFFERED, q.OfferDeclined, State.QUEUED),
    (State.OFFERED, q.OfferLapsed, State.QUEUED),
    (State.OFFERED, q.TakenOver, State.AGENT),
    (State.OFFERED, e.ReturnedToAssistant, State.BOT),
    (State.OFFERED, e.Closed, State.CLOSED),
    (State.AGENT, q.Transferred, State.QUEUED),
    (State.AGENT, q.TakenOver, State.AGENT),
    (State.AGENT, q.Snoozed, State.SNOOZED),
    (State.AGENT, e.HandedBack, State.BOT),
    (State.AGENT, e.AgentVanished, State.QUEUED),
    (State.AGENT, e.Closed, State.CLOSED),
    (State.SNOOZED, c.CallBackWanted, State.SNOOZED),
    (State.SNOOZED, q.Woken, State.QUEUED),
    (State.SNOOZED, e.AgentAccepted, State.AGENT),
    (State.SNOOZED, q.TakenOver, State.AGENT),
    (State.SNOOZED, e.Closed, State.CLOSED),
)

TRANSITIONS: MappingProxyType[tuple[State, type], State] = MappingProxyType(
    dict(
        chain(
            (((state, kind), state) for kind, state in _STAYING),
            (((state, kind), then) for state, kind, then in _MOVING),
        )
    )
)
"""What is absent is refused; a customer's message to a closed conversation starts the next one."""
