"""Programs are run to their end, or to ours."""

import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from local import commands
from local.places import PYTHON, ROOT
from local.trouble import Trouble


def test_what_a_program_says_goes_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "log"

    commands.run(
        "Greeting", ("sh", "-c", "echo $GREETING; echo there >&2"), log, {"GREETING": "hi"}
    )

    assert log.read_text() == "hi\nthere\n"


def test_failure_is_one_sentence_with_the_last_words(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("of an earlier run\n")

    with pytest.raises(Trouble, match=f"^Greeting failed: no tongue \\(all of it: {log}\\)$"):
        commands.run("Greeting", ("sh", "-c", "echo hm; echo no tongue; echo; exit 3"), log)


def test_silence_is_not_taken_for_the_words_of_an_earlier_run(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("of an earlier run\n")

    with pytest.raises(Trouble, match="Greeting failed: it said nothing"):
        commands.run("Greeting", ("false",), log)


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no-such-program cannot be started"):
        commands.run("Greeting", ("no-such-program",), tmp_path / "log")


def test_an_interrupt_ends_the_children_of_a_program_too(tmp_path: Path) -> None:
    script = (
        "from local import commands, endings; from pathlib import Path; "
        f"log = Path({str(tmp_path / 'log')!r}); "
        "endings.run(lambda: commands.run('Sleep', ['sh', '-c', 'sleep 987 & echo $!; wait'], log))"
    )
    with subprocess.Popen([PYTHON, "-c", script], cwd=ROOT, stderr=subprocess.DEVNULL) as running:
        while not (tmp_path / "log").exists() or not (tmp_path / "log").read_text():
            time.sleep(0.02)
        child = int((tmp_path / "log").read_text())
        running.send_signal(signal.SIGTERM)

    assert not psutil.pid_exists(child) or psutil.Process(child).status() == "zombie"
