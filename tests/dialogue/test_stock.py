"""Rasa's own commands work in the tree as it is, without any of our environment."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
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


# Rasa takes many seconds to load: its commands run one after the other in one process.
IN_ONE = """
import json, sys
from rasa.__main__ import main

codes = []
for words in json.loads(sys.argv[1]):
    sys.argv = ["rasa", *words]
    try:
        codes.append(main())
    except SystemExit as end:
        codes.append(end.code)
open(words[-1] + "/codes.json", "w").write(json.dumps(codes))
"""


@dataclass(frozen=True)
class Ran:
    """How the commands ended, what they said, and the folder they wrote to."""

    validate: int | None
    stories: int | None
    said: str
    folder: Path


@pytest.fixture(scope="module")
def ran(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """`rasa data validate` and `rasa test core`, run from the root."""
    out = tmp_path_factory.mktemp("stories")
    # Named one by one: what else lies in data/ has keys of its own that Rasa takes for its.
    lessons = ("--data", "data/nlu", "data/rules", "data/stories")
    validate = ("data", "validate", "-c", "config.yml", "--fail-on-warnings", *lessons)
    core = ("--model", str(trained), "--stories", "tests/dialogue/test_stories.yml")
    commands = json.dumps([validate, ("test", "core", *core, "--out", str(out))])
    process = subprocess.run(
        [BOT_PYTHON, "-c", IN_ONE, commands],
        cwd=ROOT,
        env=_bare(),
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert process.returncode == 0, process.stderr[-3000:]
    validate_code, core_code = json.loads((out / "codes.json").read_text("utf-8"))
    return Ran(validate_code, core_code, process.stderr[-6000:], out)


def test_the_data_are_valid(ran: Ran) -> None:
    assert not ran.validate, ran.said


def test_every_test_story_is_understood_and_answered_as_written(ran: Ran) -> None:
    assert not ran.stories, ran.said
    report = json.loads((ran.folder / "story_report.json").read_text("utf-8"))
    failed = (ran.folder / "failed_test_stories.yml").read_text("utf-8")
    assert report["conversation_accuracy"]["accuracy"] == 1, failed
    assert report["conversation_accuracy"]["total"] == 8


TYPED = {
    "Bist du ein Bot?": "ein Programm, kein Mensch",
    "Are you a bot?": "a program, not a person",
}


def test_the_shell_answers_in_the_language_of_the_words(trained: Path) -> None:
    with ExitStack() as stack:
        # Both at once, because each takes many seconds to load.
        shells = [stack.enter_context(_shell(trained, typed)) for typed in TYPED]
        heard = [_heard(shell, words) for shell, words in zip(shells, TYPED.values(), strict=True)]

    assert heard == [True, True]


@contextmanager
def _shell(model: Path, line: str) -> Iterator["subprocess.Popen[bytes]"]:
    [port] = several(1, PORTS)
    place = ("-i", "127.0.0.1", "-p", str(port))
    command = [str(BOT_PYTHON), str(RASA), "shell", *place, "--model", str(model)]
    environment = {**_bare(), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    ) as shell:
        assert shell.stdin
        shell.stdin.write(f"{line}\n".encode())
        shell.stdin.flush()
        try:
            yield shell
        finally:
            shell.kill()


def _heard(shell: "subprocess.Popen[bytes]", words: str) -> bool:
    """Whether the shell says these words before it ends."""
    assert shell.stdout
    said = b""
    while words.encode() not in said and (more := os.read(shell.stdout.fileno(), 65_536)):
        said += more
    return words.encode() in said
