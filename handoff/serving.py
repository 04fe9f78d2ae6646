"""How the front door listens, whatever stands behind it."""

from collections.abc import Awaitable

import uvloop
from aiohttp import web

from handoff.settings import Settings

SHUTDOWN_S = 10.0
"""Requests under way may take so long to end."""


def serve(app: Awaitable[web.Application], settings: Settings) -> None:
    """Until SIGTERM or SIGINT."""
    web.run_app(
        app,
        host=settings.host,
        port=settings.port,
        shutdown_timeout=SHUTDOWN_S,
        print=None,
        access_log=None,
        loop=uvloop.new_event_loop(),
    )
