"""Several processes of each kind behind one address."""

import json
import shutil
import time
import urllib.request
from pathlib import Path

import pytest

from local import balancer, ports
from local.ports import Listening, Ports
from local.product import Product
from local.programs import RASA_SERVER
from local.trouble import Trouble
from tests.local.stand_in import stand_ins

AT = Ports(handoff=24001, rasa=24002, actions=24003)
BEHIND = Listening(handoff=(24011, 24012), rasa=(24021,), actions=(24031,))
needs_one = pytest.mark.skipif(
    balancer.found() is None, reason="neither HAProxy nor nginx is installed here"
)


def served_by(url: str) -> str:
    """The port of the front door that answers."""
    with urllib.request.urlopen(url) as response:
        return str(json.load(response)["HANDOFF_PORT"])


def seen(url: str, wanted: int) -> set[str]:
    """The front doors that answer, once there are as many as wanted or time is up."""
    found: set[str] = set()
    limit = time.monotonic() + 30
    while len(found) < wanted and time.monotonic() < limit:
        found.add(served_by(url))
        time.sleep(0.05)
    return found


@pytest.mark.parametrize("binary", ["/usr/sbin/haproxy", "/usr/sbin/nginx"])
def test_every_replica_is_named_behind_the_address_of_its_kind(binary: str, tmp_path: Path) -> None:
    program = balancer.program(binary, tmp_path, AT, BEHIND, "token")

    words = next((tmp_path / "balancer").glob("*.c*")).read_text("utf-8")
    named = (*BEHIND.handoff, *BEHIND.rasa, *BEHIND.actions)
    assert all(f"127.0.0.1:{port}" in words for port in (AT.handoff, AT.rasa, AT.actions, *named))
    assert program.name == "balancer"


@needs_one
def test_requests_go_on_while_a_front_door_is_gone() -> None:
    running = Product(demo=False, without={RASA_SERVER}, replicas=2, applications=stand_ins())
    with running:
        assert running.balanced
        before = seen(running.url, 2)
        running.stop_process("handoff-2")
        after = {served_by(running.url) for _ in range(20)}
        running.start_process("handoff-2")
        running.await_ready("handoff-2", 30)
        back = seen(running.url, 2)

    assert len(before) == 2
    assert len(after) == 1
    assert back == before


def test_without_a_balancer_there_are_as_many_front_doors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)

    running = Product(demo=False, without={RASA_SERVER}, replicas=2, applications=stand_ins())
    with running:
        doors = {served_by(url) for url in running.urls}

    assert not running.balanced
    assert len(doors) == 2


@pytest.mark.parametrize("wanted", ["0", "-1", "9", "three", "1.5"])
def test_a_number_of_replicas_that_is_none_is_refused(wanted: str) -> None:
    with pytest.raises(Trouble, match=f"REPLICAS={wanted}: a number from 1 to 8"):
        ports.replicas({"REPLICAS": wanted})


def test_one_of_each_is_usual() -> None:
    assert ports.replicas({}) == 1
