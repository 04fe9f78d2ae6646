"""However the starting process ends, everything that it started ends with it."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from local.down import main as down
from local.places import PYTHON, ROOT
from tests.local.test_product import processes_naming


def start(state: Path) -> "subprocess.Popen[str]":
    """A product in a process of its own, ready."""
    running = subprocess.Popen(
        [PYTHON, "-m", "tests.local.run_product", state],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert running.stdout
    if running.stdout.readline() != "ready\n":
        pytest.fail(running.stdout.read())
    return running


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_ends_all(state: Path, request_to_end: signal.Signals) -> None:
    with start(state) as running:
        running.send_signal(request_to_end)

        running.wait(120)

    assert processes_naming(state) == []


def test_all_ends_when_the_starter_is_killed(state: Path) -> None:
    with start(state) as running:
        running.kill()

    limit = time.monotonic() + 120
    while processes_naming(state) and time.monotonic() < limit:
        time.sleep(0.1)
    assert processes_naming(state) == []


def test_make_down_ends_it_from_elsewhere(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_HOME", str(state))
    with start(state) as running:
        down()

        limit = time.monotonic() + 120
        while processes_naming(state / "pg") and time.monotonic() < limit:
            time.sleep(0.1)
        left = processes_naming(state / "pg")
        running.send_signal(signal.SIGINT)

    assert left == []
