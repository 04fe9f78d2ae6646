"""Run a program to its end, with its words in a log and nothing of it left behind."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from local.places import ROOT
from local.trouble import Trouble


def run(
    what: str,
    argv: Sequence[str | Path],
    log: Path,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> None:
    """Run a program; its failure is told in one sentence with its last words."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        began = out.tell()
        code = _finish(argv, {**os.environ, **(env or {})}, cwd, out.fileno())
    if code:
        raise Trouble(f"{what} failed: {last_words(log, began)} (all of it: {log})")


def last_words(log: Path, since: int = 0, about: str = "") -> str:
    """The last line of a log that says something, or something about what is named."""
    if not log.is_file():
        return "it said nothing"
    with log.open("rb") as file:
        file.seek(max(since, log.stat().st_size - 8192))
        lines = file.read().decode("utf-8", "replace").splitlines()
    spoken = [line.strip() for line in lines if line.strip()]
    telling = [line for line in spoken if about in line] or spoken
    return telling[-1] if telling else "it said nothing"


def _finish(argv: Sequence[str | Path], env: Mapping[str, str], cwd: Path, out: int) -> int:
    # A session of its own, so that an interrupt ends the program's children with it.
    try:
        program = subprocess.Popen(
            argv,
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    except OSError as error:
        raise Trouble(f"{argv[0]} cannot be started: {error.strerror}") from error
    try:
        return program.wait()
    except BaseException:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGTERM)
        _wait_or_kill(program)
        raise


def _wait_or_kill(program: "subprocess.Popen[bytes]") -> None:
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
