"""Supervisord's configuration file."""

import os
import re
import resource
from collections.abc import Iterable, Mapping
from pathlib import Path

from local.places import ROOT
from local.programs import Program
from local.trouble import Trouble

# As many sockets as a big load test opens; less where the system allows less.
OPEN_FILES = 65536


def write(state: Path, socket: Path, programs: Iterable[Program]) -> Path:
    """Write it for the owner's eyes only: it holds secrets."""
    sections = [section(program, state / "logs") for program in programs]
    file = state / "supervisord.conf"
    file.touch(mode=0o600)
    file.write_text("\n".join((*_daemon(state, socket), *sections)), "utf-8")
    return file


def section(program: Program, logs: Path) -> str:
    """The program as the supervisor's configuration writes it."""
    lines = {
        "command": " ".join(_quoted(str(word)) for word in program.argv),
        "directory": str(ROOT),
        "environment": ",".join(f"{key}={_quoted(it)}" for key, it in program.environment.items()),
        "autostart": str(program.autostart).lower(),
        "autorestart": "true",
        # It never gives up: after a crash of the machine's other half, the process comes back.
        "startretries": "1000000",
        "stopsignal": program.stop_signal,
        "stopwaitsecs": "10",
        "stopasgroup": str(program.stop_signal == "TERM").lower(),
        "killasgroup": "true",
        "redirect_stderr": "true",
        "stdout_logfile": str(logs / f"{program.name}.log"),
        "stdout_logfile_maxbytes": "20MB",
        "stdout_logfile_backups": "2",
    }
    if program.user:
        lines["user"] = program.user
    return _section(f"program:{program.name}", lines)


def _quoted(value: str) -> str:
    if not re.search(r"""["\\\n]""", value):
        return f'"{value}"'
    if not re.search(r"['\\\n]", value):
        return f"'{value}'"
    raise Trouble(f"The supervisor cannot pass on this value: {value}")


def _daemon(state: Path, socket: Path) -> Iterable[str]:
    yield _section("unix_http_server", {"file": str(socket), "chmod": "0700"})
    yield _section(
        "supervisord",
        {
            "nodaemon": "true",
            "silent": "true",
            "logfile": str(state / "logs" / "supervisord.log"),
            "pidfile": str(state / "supervisord.pid"),
            "minfds": str(_open_files()),
            **({"user": "root"} if os.geteuid() == 0 else {}),
        },
    )
    factory = "supervisor.rpcinterface:make_main_rpcinterface"
    yield _section("rpcinterface:supervisor", {"supervisor.rpcinterface_factory": factory})


def _section(name: str, lines: Mapping[str, str]) -> str:
    body = "\n".join(f"{key}={value.replace('%', '%%')}" for key, value in lines.items())
    return f"[{name}]\n{body}\n"


def _open_files() -> int:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
