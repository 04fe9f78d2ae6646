"""Ports are checked before anything is started on them."""

import socket

import pytest

from local import ports
from local.ports import Ports
from local.trouble import Trouble


def test_the_usual_ports_stand_when_nothing_is_said() -> None:
    assert ports.from_environment({}) == Ports(handoff=8080, rasa=5005, actions=5055)


def test_each_port_can_be_named() -> None:
    named = {"HANDOFF_PORT": "1", "RASA_PORT": "2", "ACTIONS_PORT": "3"}

    assert ports.from_environment(named) == Ports(handoff=1, rasa=2, actions=3)


@pytest.mark.parametrize("value", ["http", "0", "65536", "-1", "80.5"])
def test_what_is_no_port_is_refused(value: str) -> None:
    with pytest.raises(Trouble, match=r"RASA_PORT=.* is not a port"):
        ports.from_environment({"RASA_PORT": value})


def test_a_port_in_use_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]

        assert not ports.is_free(taken)
        assert taken not in ports.several(1, range(taken - 5, taken + 5))

    assert ports.is_free(taken)


def test_free_ports_differ_and_lie_below_those_of_outgoing_connections() -> None:
    found = ports.several(20)

    assert len(set(found)) == 20
    assert max(found) < 32768


def test_too_few_free_ports_are_trouble() -> None:
    with pytest.raises(Trouble, match="No free port"):
        ports.several(2, [24001])
