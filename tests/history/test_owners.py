"""The checker of ownership: a good history passes, each planted fault is found by its name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.history.owners import Fault, Written, check

Json = dict[str, Any]
AMIRA, JONAS, PETRA = ({"id": name, "name": name} for name in ("Amira", "Jonas", "Petra"))

Plant = Callable[[list[Json], list[Written]], None]


def _log() -> list[Json]:
    events: list[Json] = [
        {"type": "started"},
        {"type": "human_asked"},
        {"type": "offered", "agent": AMIRA},
        {"type": "agent_accepted", "agent": AMIRA},
        {"type": "agent_said", "agent": AMIRA, "client_message_id": "a"},
        {"type": "transferred", "by": AMIRA},
        {"type": "offered", "agent": PETRA},
        {"type": "offer_lapsed", "agent": PETRA},
        {"type": "agent_accepted", "agent": JONAS},
        {"type": "agent_said", "agent": JONAS, "client_message_id": "b"},
        {"type": "taken_over", "agent": JONAS, "by": PETRA},
        {"type": "agent_said", "agent": PETRA, "client_message_id": "c"},
        {"type": "handed_back", "agent": PETRA},
        {"type": "assistant_said"},
    ]
    return [{**event, "seq": seq} for seq, event in enumerate(events, 1)]


def _written() -> list[Written]:
    return [
        Written("it", "a", "Amira", epoch=1, seq=5),
        Written("it", "b", "Jonas", epoch=3, seq=10),
        Written("it", "c", "Petra", epoch=4, seq=12),
    ]


def _accepted_twice(log: list[Json], written: list[Written]) -> None:
    log[4] = {"type": "agent_accepted", "agent": JONAS, "seq": 5}


def _accepted_unasked(log: list[Json], written: list[Written]) -> None:
    log[3] = {"type": "agent_accepted", "agent": JONAS, "seq": 4}


def _spoke_after_the_take_over(log: list[Json], written: list[Written]) -> None:
    log[11] = {**log[11], "agent": JONAS}


def _passed_on_by_another(log: list[Json], written: list[Written]) -> None:
    log[5] = {**log[5], "by": JONAS}


def _wrote_under_an_ended_epoch(log: list[Json], written: list[Written]) -> None:
    written[1] = replace(written[1], epoch=1)


def _wrote_under_two_epochs(log: list[Json], written: list[Written]) -> None:
    log[2] = {"type": "offered", "agent": AMIRA, "seq": 3}
    log[5] = {"type": "agent_said", "agent": AMIRA, "client_message_id": "d", "seq": 6}
    written.append(Written("it", "d", "Amira", epoch=2, seq=6))


def _lost(log: list[Json], written: list[Written]) -> None:
    written.append(Written("it", "e", "Petra", epoch=4, seq=13))


def _doubled(log: list[Json], written: list[Written]) -> None:
    log[11] = {"type": "agent_said", "agent": PETRA, "client_message_id": "b", "seq": 12}


def _missing(log: list[Json], written: list[Written]) -> None:
    del log[6]


def _assistant_meanwhile(log: list[Json], written: list[Written]) -> None:
    log[9] = {"type": "assistant_said", "seq": 10}


def test_a_good_history_has_nothing_wrong() -> None:
    assert check({"it": _log()}, _written()) == []


@pytest.mark.parametrize(
    ("plant", "fault"),
    [
        (_accepted_twice, Fault.TWO_OWNERS),
        (_accepted_unasked, Fault.NOT_ASKED),
        (_spoke_after_the_take_over, Fault.NOT_OWNER),
        (_passed_on_by_another, Fault.NOT_OWNER),
        (_wrote_under_an_ended_epoch, Fault.STALE),
        (_wrote_under_two_epochs, Fault.STALE),
        (_lost, Fault.LOST),
        (_doubled, Fault.DOUBLED),
        (_missing, Fault.GAP),
        (_assistant_meanwhile, Fault.BOT_OVER_PERSON),
    ],
)
def test_a_planted_fault_is_found(plant: Plant, fault: Fault) -> None:
    log, written = _log(), _written()
    plant(log, written)

    found = {wrong.fault for wrong in check({"it": log}, written)}

    assert fault in found
