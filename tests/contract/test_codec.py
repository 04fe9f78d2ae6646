"""What was written into the log is what is read from it."""

import json

import pytest
from hypothesis import given
from pydantic import ValidationError

from handoff.domain.events import Event
from handoff.domain.packet import Packet
from handoff.storage.codec import (
    event_from_json,
    event_to_json,
    packet_from_json,
    packet_to_json,
)
from tests.contract.events import EVENT, PACKET
from tests.handoff.domain.examples import every_event, packet


@given(EVENT)
def test_an_event_survives_the_log(event: Event) -> None:
    stored = json.loads(json.dumps(event_to_json(event)))

    read = event_from_json(stored)

    assert read == event
    assert type(read) is type(event)


@given(PACKET)
def test_a_packet_survives_its_column(packet: Packet) -> None:
    stored = json.loads(json.dumps(packet_to_json(packet)))

    assert packet_from_json(stored) == packet


def test_no_packet_is_no_packet() -> None:
    assert packet_to_json(None) is None
    assert packet_from_json(None) is None


@pytest.mark.parametrize("event", every_event(), ids=lambda event: str(event.type))
def test_an_event_is_stored_under_its_type(event: Event) -> None:
    assert event_to_json(event)["type"] == event.type


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "exploded"},
        {"type": "agent_accepted"},
        {"type": "agent_accepted", "agent": {"id": "x", "name": "Amira"}},
        {"type": "closed", "by": "nobody", "reason": "resolved"},
    ],
)
def test_a_damaged_log_is_noticed(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        event_from_json(body)


def test_a_damaged_packet_is_noticed() -> None:
    stored = packet_to_json(packet())
    assert stored is not None

    with pytest.raises(ValidationError):
        packet_from_json({**stored, "reason": "because"})
