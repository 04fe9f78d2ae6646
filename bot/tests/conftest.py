"""A real PostgreSQL: the server of the other environment, as a process beside."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a database server that lives for the run."""
    command = [str(ROOT / ".venv" / "bin" / "python"), "-m", "tests.databases"]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        yield running.stdout.readline().strip()
        running.stdin.close()


@pytest.fixture
def database(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a server on which no conversation is stored yet; where Rasa looks for it."""
    monkeypatch.setenv("RASA_TRACKER_URL", server)
    return server
