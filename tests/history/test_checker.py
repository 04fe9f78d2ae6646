"""The checker itself: a good history passes, each planted fault is found under its name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.history.checker import Broken, History, Outcome, Sent, check

Json = dict[str, Any]


def _log() -> list[Json]:
    return [
        {"seq": 1, "type": "started"},
        {"seq": 2, "type": "customer_said", "client_message_id": "a"},
        {"seq": 3, "type": "assistant_said", "in_reply_to": 2},
        {"seq": 4, "type": "customer_said", "client_message_id": "b"},
        {"seq": 5, "type": "assistant_said", "in_reply_to": 4},
        {"seq": 6, "type": "human_asked"},
        {"seq": 7, "type": "agent_accepted", "agent": {"name": "Amira"}},
        {"seq": 8, "type": "agent_said", "agent": {"name": "Amira"}},
        {"seq": 9, "type": "customer_said", "client_message_id": "c"},
        {"seq": 10, "type": "handed_back", "agent": {"name": "Amira"}},
        {"seq": 11, "type": "customer_said", "client_message_id": "d"},
        {"seq": 12, "type": "assistant_said", "in_reply_to": 11},
    ]


def _good() -> History:
    sent = [Sent("a", Outcome.OK, 2), Sent("b", Outcome.OK, 4), Sent("c", Outcome.OK, 9)]
    return History("it", [*sent, Sent("d", Outcome.UNKNOWN)], _log(), [_log(), _log()])


def _lost(good: History) -> History:
    log = [
        {**event, "client_message_id": "z"} if event["seq"] == 4 else event for event in good.log
    ]
    return replace(good, log=log, heard=())


def _doubled(good: History) -> History:
    again = {"seq": 13, "type": "customer_said", "client_message_id": "a"}
    answer = {"seq": 14, "type": "assistant_said", "in_reply_to": 13}
    return replace(good, log=[*good.log, again, answer], heard=())


def _unreal(good: History) -> History:
    return replace(good, sent=[*good.sent[:3], Sent("d", Outcome.FAIL)])


def _reordered(good: History) -> History:
    return replace(good, sent=[good.sent[1], good.sent[0], *good.sent[2:]])


def _gap(good: History) -> History:
    log = [event for event in good.log if event["seq"] != 8]
    return replace(good, log=log, heard=())


def _answered_twice(good: History) -> History:
    return replace(
        good, log=[*good.log, {"seq": 13, "type": "assistant_said", "in_reply_to": 11}], heard=()
    )


def _unanswered(good: History) -> History:
    return replace(good, log=good.log[:-1], heard=())


def _heard_twice(good: History) -> History:
    return replace(good, heard=[[*_log()[:5], *_log()[4:]]])


def _heard_less(good: History) -> History:
    return replace(good, heard=[_log()[:-1]])


def _two_owners(good: History) -> History:
    log = [
        {**event, "agent": {"name": "Jonas"}} if event["seq"] == 8 else event for event in good.log
    ]
    return replace(good, log=log, heard=())


def _accepted_twice(good: History) -> History:
    log = [
        {"seq": 8, "type": "agent_accepted", "agent": {"name": "Jonas"}}
        if event["seq"] == 8
        else event
        for event in good.log
    ]
    return replace(good, log=log, heard=())


def _bot_over_person(good: History) -> History:
    log = [
        {"seq": 8, "type": "assistant_failed", "in_reply_to": 1} if event["seq"] == 8 else event
        for event in good.log
    ]
    return replace(good, log=log, heard=())


def test_a_good_history_has_no_violations() -> None:
    assert check([_good()]) == []


@pytest.mark.parametrize(
    ("plant", "broken"),
    [
        (_lost, Broken.LOST),
        (_doubled, Broken.DOUBLED),
        (_unreal, Broken.UNREAL),
        (_reordered, Broken.REORDERED),
        (_gap, Broken.GAP),
        (_answered_twice, Broken.ANSWERED_TWICE),
        (_unanswered, Broken.UNANSWERED),
        (_heard_twice, Broken.MISHEARD),
        (_heard_less, Broken.MISHEARD),
        (_two_owners, Broken.TWO_OWNERS),
        (_accepted_twice, Broken.TWO_OWNERS),
        (_bot_over_person, Broken.BOT_OVER_PERSON),
    ],
)
def test_a_planted_fault_is_found(plant: Callable[[History], History], broken: Broken) -> None:
    planted = plant(_good())

    found = {violation.broken for violation in check([planted])}

    assert broken in found


def test_an_unknown_message_may_be_in_the_log_or_not() -> None:
    good = _good()
    without = replace(good, log=good.log[:-2], heard=())

    assert check([without]) == []
