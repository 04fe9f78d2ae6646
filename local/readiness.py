"""Whether a process is ready, asked over HTTP."""

import time
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from urllib.error import HTTPError

from local.commands import last_words
from local.supervisor import Supervisor
from local.trouble import Trouble

FAILED = {"BACKOFF", "EXITED", "FATAL", "STOPPED", "UNKNOWN"}

WITHOUT_MODEL = "runs without a model, so that it answers nothing (`make train` makes a new one)"
"""Rasa listens once it has tried to load the model; it goes on without one, and never gets one."""


def answers(url: str) -> bool:
    """Whether the address answers with success."""
    return _status(url) == HTTPStatus.OK


def lacks_model(url: str) -> bool:
    """Whether a Rasa says of its status that it could not load the model."""
    return _status(url) == HTTPStatus.CONFLICT


def await_all(supervisor: Supervisor, urls: Mapping[str, str], seconds: float) -> None:
    """Wait until every process answers; one that cannot do so any more is trouble at once."""
    limit = time.monotonic() + seconds
    waiting = dict(urls)
    while waiting:
        for name in list(waiting):
            _refuse_ended(supervisor, name)
            match _status(waiting[name]):
                case HTTPStatus.OK:
                    del waiting[name]
                case HTTPStatus.CONFLICT:
                    raise _trouble(supervisor, name, WITHOUT_MODEL, about="load model")
                case _:
                    pass
        if waiting and time.monotonic() > limit:
            raise _trouble(supervisor, next(iter(waiting)), f"was not ready in {seconds:.0f} s")
        time.sleep(0.1)


def _status(url: str) -> int | None:
    """What the address answers; None where nobody does."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own addresses
            return int(response.status)
    except HTTPError as refused:
        return refused.code
    except OSError:
        return None


def _refuse_ended(supervisor: Supervisor, name: str) -> None:
    if not supervisor.alive:
        raise Trouble("supervisord ended while the product was starting.")
    if supervisor.state_of(name) in FAILED:
        raise _trouble(supervisor, name, "ended while starting")


def _trouble(supervisor: Supervisor, name: str, what: str, about: str = "") -> Trouble:
    log = supervisor.logs / f"{name}.log"
    return Trouble(f"{name} {what}: {last_words(log, about=about)} (all of it: {log})")
