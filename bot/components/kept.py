"""Connections to the action server that are kept for the next call.

Rasa 3.6.21 opens one for each call and closes it again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT

# A connection must not be used while the other side closes it: the action server and a balancer
# before it wait 5 s or longer for the next call.
IDLE_S = 2.0
_sessions: dict[asyncio.AbstractEventLoop, ClientSession] = {}


@asynccontextmanager
async def session() -> AsyncIterator[ClientSession]:
    """The session of this event loop; it stays open."""
    loop = asyncio.get_running_loop()
    if loop not in _sessions or _sessions[loop].closed:
        _sessions[loop] = ClientSession(
            connector=TCPConnector(limit=0, keepalive_timeout=IDLE_S),
            timeout=ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
        )
    yield _sessions[loop]


async def close() -> None:
    """End what is kept by this event loop."""
    kept = _sessions.pop(asyncio.get_running_loop(), None)
    if kept is not None:
        await kept.close()
