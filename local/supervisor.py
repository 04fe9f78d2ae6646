"""Supervisord: it keeps the processes running and ends them all together."""

import os
import signal
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xmlrpc.client import Fault, ServerProxy

from supervisor.xmlrpc import SupervisorTransport

from local import configuration, sockets
from local.commands import last_words
from local.places import PYTHON, ROOT
from local.programs import Program
from local.trouble import Trouble

# Each process is killed after ten seconds of its own; see the configuration.
ENDING_S = 15.0


@dataclass
class Supervisor:
    """One supervisord with its configuration, control socket and logs in a state directory."""

    state: Path
    _programs: tuple[Program, ...] = field(default=(), init=False)
    _daemon: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    @property
    def logs(self) -> Path:
        """Where the output of every process goes."""
        return self.state / "logs"

    @property
    def alive(self) -> bool:
        """Whether supervisord itself runs."""
        return self._daemon is not None and self._daemon.poll() is None

    def start(self, all_programs: Iterable[Program]) -> None:
        """Start supervisord with the programs that start by themselves."""
        self._refuse_a_second()
        self._programs = tuple(all_programs)
        self.logs.mkdir(parents=True, exist_ok=True)
        self.logs.chmod(0o700)
        config = configuration.write(self.state, self._socket(), self._programs)
        # It reads from us and ends with us, even when we are killed: see local/supervisord.py.
        with (self.logs / "supervisord.err").open("wb") as errors:
            self._daemon = subprocess.Popen(
                [PYTHON, "-m", "local.supervisord", "-c", config],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        self._await_answer()

    def stop(self) -> None:
        """End every process and wait until all are gone; the stores go last."""
        if self._daemon is None:
            return
        # Each in turn, as supervisord would do it by itself, takes a second for each.
        with suppress(OSError, Fault):
            self._end_all(autostart=False)
            self._end_all(autostart=True)
            self._call("shutdown")
        self._daemon.terminate()
        try:
            self._daemon.wait(60)
        except subprocess.TimeoutExpired:
            self._daemon.kill()
            self._daemon.wait()
        if self._daemon.stdin:
            self._daemon.stdin.close()
        self._daemon = None

    def shut_down(self) -> bool:
        """Tell a supervisord that another process started to end; False when none runs."""
        try:
            self._call("shutdown")
        except OSError:
            return False
        return True

    def start_program(self, name: str) -> None:
        """Start a program that is not running."""
        self._call("startProcess", name, False)

    def stop_program(self, name: str) -> None:
        """Stop a program, so that it stays stopped."""
        self._call("stopProcess", name, True)

    def pid(self, name: str) -> int:
        """The process id of a running program; 0 while it does not run."""
        return int(self.facts(name)["pid"])

    def state_of(self, name: str) -> str:
        """STARTING, RUNNING, BACKOFF, STOPPED and so on, in supervisord's words."""
        return str(self.facts(name)["statename"])

    def facts(self, name: str) -> dict[str, Any]:
        """What supervisord knows of a program."""
        found: dict[str, Any] = self._call("getProcessInfo", name)
        return found

    def send(self, name: str, number: signal.Signals) -> int:
        """Send a signal to a running program; its process id is returned."""
        pid = self.pid(name)
        if not pid:
            raise ProcessLookupError(f"{name} does not run")
        os.kill(pid, number)
        return pid

    def _end_all(self, *, autostart: bool) -> None:
        names = [program.name for program in self._programs if program.autostart == autostart]
        for name in names:
            with suppress(Fault):
                self._call("stopProcess", name, False)
        limit = time.monotonic() + ENDING_S
        while any(map(self.pid, names)) and time.monotonic() < limit:
            time.sleep(0.05)

    def _call(self, method: str, *arguments: object) -> Any:
        transport = SupervisorTransport(None, None, f"unix://{self._socket()}")
        proxy = ServerProxy("http://127.0.0.1", transport=transport)
        try:
            return getattr(proxy.supervisor, method)(*arguments)
        finally:
            transport.close()

    def _socket(self) -> Path:
        return sockets.folder(self.state / "run", "supervisor.sock") / "supervisor.sock"

    def _refuse_a_second(self) -> None:
        with suppress(OSError):
            pid = self._call("getPID")
            raise Trouble(
                f"Lotse already runs here under process {pid}; end it first, "
                "with Ctrl-C where it was started or with `make down`."
            )

    def _await_answer(self) -> None:
        limit = time.monotonic() + 15
        while time.monotonic() < limit and self.alive:
            try:
                self._call("getPID")
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise Trouble(f"supervisord did not start: {last_words(self.logs / 'supervisord.err')}")
