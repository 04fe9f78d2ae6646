"""Rasa's own commands work in the tree as it is, without any of our environment."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from local.places import BOT_PYTHON, RASA, ROOT
from local.programs import RASA_QUIET

pytestmark = pytest.mark.timeout(600)
OURS = (
    "RASA_TRACKER_URL",
    "ACTIONS_URL",
    "LOTSE_CHANNEL_SECRET",
    "POSTGRESQL_SCHEMA",
    "PYTHONPATH",
)


def rasa(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command of Rasa's from the root."""
    bare = {name: value for name, value in os.environ.items() if name not in {*OURS, "PYTHONPATH"}}
    return subprocess.run(
        [BOT_PYTHON, RASA, *words],
        cwd=ROOT,
        env={**bare, **RASA_QUIET},
        input=typed,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


def test_the_data_are_valid() -> None:
    checked = rasa("data", "validate", "-c", "config.yml", "--fail-on-warnings")

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
    assert report["conversation_accuracy"]["total"] == 5


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
    # One message a shell: beyond that it forgets what was typed ahead.
    ran = rasa("shell", "--model", str(trained), typed=f"{typed}\n/stop\n")

    assert words in ran.stdout, ran.stderr[-3000:]
