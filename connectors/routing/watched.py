"""The file in use: a change is taken up while running, unless it breaks a rule."""

import asyncio
from pathlib import Path

import structlog

from connectors.routing.file import read
from connectors.routing.lines import RoutingError
from handoff.domain.routing import Routing

log = structlog.get_logger()


class Watched:
    """Called, it is the Routing in use. RoutingError when the file is wrong from the beginning."""

    def __init__(self, path: Path) -> None:
        """Read it, and remember what was read."""
        self._path = path
        self._seen = _content(path)
        self._routing = read(path)

    def __call__(self) -> Routing:
        """What holds now."""
        return self._routing

    async def look(self) -> None:
        """Take up what changed; keep the old where the new is wrong, and say so once."""
        await asyncio.to_thread(self._look)

    def _look(self) -> None:
        content = _content(self._path)
        if content == self._seen:
            return
        self._seen = content
        try:
            self._routing = read(self._path)
        except RoutingError as error:
            log.error("new routing refused, the old one is kept", why=str(error))
        else:
            log.info("new routing taken up", file=str(self._path))


def _content(path: Path) -> bytes | None:
    """None while there is none: an editor may replace it in two steps."""
    try:
        return path.read_bytes()
    except OSError:
        return None
