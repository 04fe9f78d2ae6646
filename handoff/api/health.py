"""Whether we live, and whether we can work."""

import asyncio
from collections.abc import Awaitable

import structlog
from aiohttp import web

from handoff.api.keys import READY

log = structlog.get_logger()

CHECK_S = 2.0


async def alive(_request: web.Request) -> web.Response:
    """The process answers; whatever else is broken, restarting it would not help."""
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.Response:
    """503 with what does not answer. Redis and Rasa may be away: we work on without them."""
    checks = request.app[READY]
    names = list(checks)
    answers = await asyncio.gather(*(_answers(name, checks[name]()) for name in names))
    shown = dict(zip(names, answers, strict=True))
    needed = shown.get("postgresql", False)
    body = {"status": "ready" if needed else "not ready", "checks": shown}
    return web.json_response(body, status=200 if needed else 503)


async def _answers(name: str, check: Awaitable[bool]) -> bool:
    try:
        async with asyncio.timeout(CHECK_S):
            return bool(await check)
    except Exception as error:  # whatever it is, the answer is no
        log.warning("check failed", check=name, error=type(error).__name__)
        return False
