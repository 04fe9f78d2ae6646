"""What lives as long as the application: connections, and the loops that use them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import structlog
from aiohttp import ClientSession, web
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from handoff.api import crisis, keys, metrics
from handoff.api.board import Board
from handoff.api.outlet import CloseCode
from handoff.api.wallboard import Watchers
from handoff.domain.errors import Refused
from handoff.services.rounds import Rounds
from handoff.settings import Settings

log = structlog.get_logger()

CANCEL_AGAIN_S = 1.0
"""Seconds after which a loop that did not hear of its end is told again."""

Context: TypeAlias = Callable[[web.Application], AsyncIterator[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Connections to the world, each opened lazily and closed once."""

    engine: AsyncEngine
    redis: Redis
    http: ClientSession


def lifetime(parts: Parts, rounds: Rounds, settings: Settings) -> Context:
    """Starts the loops before the first request, ends them after the last."""

    async def context(app: web.Application) -> AsyncIterator[None]:
        app[keys.READY] = _checks(app, parts, settings)
        try:
            async with _running(app, rounds, settings):
                yield
        finally:
            await parts.http.close()
            await parts.redis.aclose()
            await parts.engine.dispose()

    return context


def watching(look: Callable[[], Coroutine[Any, Any, object]], pause_s: float) -> Context:
    """Looks at a file again and again, as long as the application lives."""

    async def context(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_every(pause_s, look))
        try:
            yield
        finally:
            await _ended([task])

    return context


@asynccontextmanager
async def _running(app: web.Application, rounds: Rounds, settings: Settings) -> AsyncIterator[None]:
    fanout = app[keys.FANOUT]
    board = Board(
        sockets=app[keys.SOCKETS],
        screens=app[keys.SCREENS],
        waiting=app[keys.WAITING],
        hub=fanout.hub,
    )
    watchers = Watchers(app[keys.SOCKETS], app[keys.BOARDS], app[keys.OFFERS].rush)

    async def notices() -> None:
        """What another front door has published is told here as well."""
        told = crisis.frame(await app[keys.CRISIS].look())
        for chat in app[keys.SOCKETS].chats:
            chat.tell_crisis(told)

    async def absence() -> None:
        """Whoever has the chat open is not away."""
        for chats, ago_s in app[keys.SOCKETS].watched():
            await app[keys.ABSENCE].seen(chats, ago_s)
        await app[keys.ABSENCE].look()

    async def rush() -> None:
        """Consoles are told at once, the waiting with their next place."""
        now = await app[keys.SURGES].look()
        metrics.SURGE.set(now.level)
        for console in app[keys.SOCKETS].consoles:
            console.tell_surge(now)

    loops = (
        rounds.run(),
        board.post(),
        board.spread(),
        board.place(),
        fanout.publish(),
        fanout.listen(),
        app[keys.DISPATCHER].run(),
        watchers.watch(),
        _every(settings.sweep_every_s, board.sweep),
        _every(settings.sweep_every_s, notices),
        _every(settings.sweep_every_s, rush),
        _every(settings.sweep_every_s, app[keys.OUTBOX].deliver),
        _every(settings.absence_every_s, absence),
        _every(settings.sweep_every_s, app[keys.PLAYBOOKS].sweep),
        _every(settings.sweep_every_s, app[keys.SWEEP].release_abandoned),
        _every(settings.erase_every_s, app[keys.DISCLOSURE].erase),
        _every(settings.erase_every_s, app[keys.ATTACHMENTS].erase),
    )
    with (
        fanout.hub.listening_for_turns(rounds),
        fanout.hub.listening_to_all(board),
        fanout.hub.dispatching(app[keys.DISPATCHER].wake),
    ):
        tasks = [asyncio.create_task(loop) for loop in loops]
        try:
            yield
        finally:
            await _ended(tasks)


async def goodbye(app: web.Application) -> None:
    """Tell sockets to come again elsewhere; they resume where they were."""
    sockets = app[keys.SOCKETS]
    outlets = [it.outlet for it in sockets.chats] + [it.outlet for it in sockets.consoles]
    await asyncio.gather(*(outlet.close(CloseCode.GOING_AWAY) for outlet in outlets))


async def _every(pause_s: float, look: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Look again and again; what fails now is tried again next time."""
    while True:
        await asyncio.sleep(pause_s)
        try:
            await look()
        except Refused as refused:
            log.warning("sweep put off", why=refused.code)
        except Exception:
            log.exception("sweep failed")


async def _ended(tasks: list[asyncio.Task[None]]) -> None:
    """Cancel until all have gone: a library may take a cancellation for a time-out of its own."""
    pending = set(tasks)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=CANCEL_AGAIN_S)
    for task in tasks:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a loop had ended early", error=repr(error))


def _checks(
    app: web.Application, parts: Parts, settings: Settings
) -> dict[str, Callable[[], Awaitable[bool]]]:
    async def redis() -> bool:
        return bool(await parts.redis.ping())

    async def rasa() -> bool:
        # Without a model it listens and answers nothing; of that only its status tells.
        token = {"token": settings.rasa_token.get_secret_value()}
        async with parts.http.get(f"{settings.rasa_url}/status", params=token) as response:
            return response.status == 200

    return {"postgresql": app[keys.SCREENS].answers, "redis": redis, "rasa": rasa}
