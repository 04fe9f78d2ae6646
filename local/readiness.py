"""Whether a process is ready, asked over HTTP."""

import time
import urllib.request
from collections.abc import Mapping

from local.commands import last_words
from local.supervisor import Supervisor
from local.trouble import Trouble

FAILED = {"BACKOFF", "EXITED", "FATAL", "STOPPED", "UNKNOWN"}


def answers(url: str) -> bool:
    """Whether the address answers with success."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own addresses
            return bool(response.status == 200)
    except OSError:
        return False


def await_all(supervisor: Supervisor, urls: Mapping[str, str], seconds: float) -> None:
    """Wait until every process answers; one that ends meanwhile is trouble at once."""
    limit = time.monotonic() + seconds
    waiting = dict(urls)
    while waiting:
        for name in list(waiting):
            _refuse_ended(supervisor, name)
            if answers(waiting[name]):
                del waiting[name]
        if waiting and time.monotonic() > limit:
            raise _trouble(supervisor, next(iter(waiting)), f"was not ready in {seconds:.0f} s")
        time.sleep(0.1)


def _refuse_ended(supervisor: Supervisor, name: str) -> None:
    if not supervisor.alive:
        raise Trouble("supervisord ended while the product was starting.")
    if supervisor.state_of(name) in FAILED:
        raise _trouble(supervisor, name, "ended while starting")


def _trouble(supervisor: Supervisor, name: str, what: str) -> Trouble:
    log = supervisor.logs / f"{name}.log"
    return Trouble(f"{name} {what}: {last_words(log)} (all of it: {log})")
