"""The wallboard: read once a second for all consoles here that watch it, told when it changed."""

import asyncio
from dataclasses import dataclass, field

import structlog
from aiohttp import web

from handoff.api import frames, lead_answers, wire
from handoff.api import surge as rushes
from handoff.api.customers import answer
from handoff.api.keys import BOARDS, OFFERS
from handoff.api.registry import Console, Sockets
from handoff.domain.routing import Surge
from handoff.domain.wallboard import SPAN_S, Flow, Span, Wallboard
from handoff.ports import Boards, Rush

log = structlog.get_logger()

EVERY_S = 1.0
"""Seconds between two looks, as long as anybody watches."""


async def wallboard(request: web.Request) -> web.Response:
    """As it is at this moment."""
    board = await request.app[BOARDS].now()
    return answer(shown(board, request.app[OFFERS].rush()))


@dataclass(eq=False, slots=True)
class Watchers:
    """Whoever begins to watch hears at once; all hear of every change."""

    sockets: Sockets
    boards: Boards
    rush: Rush
    _told: lead_answers.WallboardAnswer | None = None
    _knowing: set[Console] = field(default_factory=set)

    async def watch(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self._look()
            except Exception as error:  # without this loop no lead sees anything any more
                log.warning("wallboard not told", error=type(error).__name__)

    async def _look(self) -> None:
        watching = {it for it in self.sockets.consoles if it.watches_wallboard}
        self._knowing &= watching
        if not watching:
            return
        now = shown(await self.boards.now(), self.rush())
        changed = self._told is None or not _alike(now, self._told)
        frame = frames.WallboardIs(wallboard=now).model_dump_json()
        for console in watching if changed else watching - self._knowing:
            console.outlet.send_text(frame)
        self._told, self._knowing = now, watching


def _alike(one: lead_answers.WallboardAnswer, other: lead_answers.WallboardAnswer) -> bool:
    """Whether only time has passed."""
    passing = {"at": other.at, "since": other.since}
    return one.model_copy(update=passing) == other


def shown(it: Wallboard, surge: Surge) -> lead_answers.WallboardAnswer:
    """As leads get it."""
    return lead_answers.WallboardAnswer(
        at=it.at,
        waiting=it.waiting,
        oldest=it.oldest,
        by_class=it.by_class,
        lines=tuple(
            lead_answers.LineAnswer(
                team=line.team,
                priority=line.priority,
                waiting=line.waiting,
                oldest=line.oldest,
            )
            for line in it.lines
        ),
        at_risk=it.promised.at_risk,
        missed=it.promised.missed,
        places=it.places,
        load=it.load,
        agents=tuple(map(wire.colleague, it.agents)),
        since=it.since,
        flow=_flow(it.flow),
        spans=tuple(map(_span, it.spans)),
        span_s=SPAN_S,
        surge=rushes.shown(surge),
    )


def _flow(it: Flow) -> lead_answers.FlowAnswer:
    """What came of those who asked."""
    return lead_answers.FlowAnswer(
        asked=it.asked, taken=it.taken, abandoned=it.abandoned, dropped=it.dropped
    )


def _span(it: Span) -> lead_answers.SpanAnswer:
    """The same for a part of the window."""
    return lead_answers.SpanAnswer(at=it.at, **_flow(it.flow).model_dump())
