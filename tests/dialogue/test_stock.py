"""Rasa's own commands work in the tree as it is, without any of our environment."""

import json
import os
import subprocess
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from local.places import BOT_PYTHON, RASA, ROOT
from local.ports import several
from local.programs import RASA_QUIET
from tests.dialogue.assistant import PORTS

pytestmark = pytest.mark.timeout(600)
OURS = (
    "RASA_TRACKER_URL",
    "ACTIONS_URL",
    "LOTSE_CHANNEL_SECRET",
    "POSTGRESQL_SCHEMA",
    "PYTHONPATH",
)


def _bare() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in OURS} | RASA_QUIET


def rasa(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Rasa's from the root."""
    return subprocess.run(
        [BOT_PYTHON, RASA, *words],
        cwd=ROOT,
        env=_bare(),
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


def test_the_data_are_valid() -> None:
    # Named one by one: what else lies in data/ has keys of its own that Rasa takes for its.
    lessons = ("--data", "data/nlu", "data/rules", "data/stories")
    checked = rasa("data", "validate", "-c", "config.yml", "--fail-on-warnings", *lessons)

    assert checked.returncode == 0, checked.stderr[-3000:]


def test_every_test_story_is_understood_and_answered_as_written(
    trained: Path, tmp_path: Path
) -> None:
    stories = "tests/dialogue/test_stories.yml"

    ran = rasa(
        "test", "core", "--model", str(trained), "--stories", stories, "--out", str(tmp_path)
    )

    assert ran.returncode == 0, ran.stderr[-3000:]
    report = json.loads((tmp_path / "story_report.json").read_text("utf-8"))
    failed = (tmp_path / "failed_test_stories.yml").read_text("utf-8")
    assert report["conversation_accuracy"]["accuracy"] == 1, failed
    assert report["conversation_accuracy"]["total"] == 8


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Bist du ein Bot?", "ein Programm, kein Mensch"),
        ("Are you a bot?", "a program, not a person"),
    ],
)
def test_the_shell_answers_in_the_language_of_the_words(
    trained: Path, typed: str, words: str
) -> None:
    [port] = several(1, PORTS)
    place = ("-i", "127.0.0.1", "-p", str(port))
    command = [str(BOT_PYTHON), str(RASA), "shell", *place, "--model", str(trained)]
    environment = {**_bare(), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    ) as shell:
        assert shell.stdin
        assert shell.stdout
        shell.stdin.write(f"{typed}\n".encode())
        shell.stdin.flush()
        said = b""
        while words.encode() not in said and (more := os.read(shell.stdout.fileno(), 65_536)):
            said += more
        shell.kill()

    assert words.encode() in said
