"""The console's socket: every row that changes, and the events of what is being watched."""

import asyncio
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import structlog
from aiohttp import WSMsgType, web

from handoff.api import colleagues, frames, surge, wire
from handoff.api.auth import AGENT, COOKIE
from handoff.api.colleagues import PresentLimit
from handoff.api.keys import DISPATCHER, FANOUT, LOOKING, PRESENCE, SCREENS, SOCKETS, SURGES
from handoff.api.outlet import CloseCode, Outlet
from handoff.api.registry import registered
from handoff.api.sockets import HEARTBEAT_S, REFUSALS, RESUME_S, RETRY_S, refusal
from handoff.api.transcript import Audience, event
from handoff.api.typing import TypingLimit
from handoff.domain.conversation import Conversation
from handoff.domain.errors import Conflict, Unavailable, Unknown
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.offer import Offer
from handoff.domain.people import OVERSEERS, Agent
from handoff.domain.routing import Surge
from handoff.domain.transitions import IN_LINE
from handoff.domain.views import Listed
from handoff.live.hub import Colleague, Doing, Hub, Who
from handoff.services.looking import Looking

log = structlog.get_logger()

WATCHED = 50
"""Conversations one console may watch at once."""


@dataclass(eq=False, slots=True)
class AgentSocket:
    """One console."""

    token: str
    who: Agent
    outlet: Outlet
    oversees: bool
    """Whether it may watch the wallboard."""
    looking: Looking
    hub: Hub
    cursors: dict[ConversationId, int] = field(default_factory=dict)
    typing_limit: TypingLimit = field(default_factory=TypingLimit)
    present: PresentLimit = field(default_factory=PresentLimit)
    watches_wallboard: bool = False
    told: frames.Surge | None = None
    _watches: dict[ConversationId, ExitStack] = field(default_factory=dict)
    _offers: dict[ConversationId, datetime] = field(default_factory=dict)
    _dirty: set[ConversationId] = field(default_factory=set)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def agent(self) -> AgentId:
        """Whose it is."""
        return self.who.id

    def wake(self, conversation: ConversationId, seq: int | None) -> None:
        """A watched log may have grown."""
        if seq is None or seq > self.cursors.get(conversation, 0):
            self._dirty.add(conversation)
            self._woken.set()

    def typing(self, conversation: ConversationId, who: Who) -> None:
        """The customer writes."""
        if who == "customer":
            self.outlet.send(frames.SomebodyTypes(who=who, conversation=conversation))

    def ticked(self, conversation: ConversationId, guide: str) -> None:
        """The customer got on with a guide."""
        self.outlet.send(frames.GuideChanged(guide=guide, conversation=conversation))

    def joined(self, conversation: ConversationId, colleague: Colleague) -> None:
        """Another agent; of oneself one need not be told, at whatever console."""
        if colleague.id != self.agent:
            self.outlet.send(colleagues.frame(conversation, colleague))

    def watch(self, conversation: ConversationId, after: int) -> None:
        """From `after` on; watching again goes on from there."""
        self.cursors[conversation] = after
        if conversation not in self._watches:
            stack = ExitStack()
            stack.enter_context(self.hub.listening(self, conversation))
            self._watches[conversation] = stack
        self.wake(conversation, None)

    def watch_wallboard(self, *, on: bool) -> None:
        """Unknown to those who have no part in it."""
        if not self.oversees:
            raise Unknown("there is no wallboard for this role")
        self.watches_wallboard = on

    def unwatch(self, conversation: ConversationId) -> None:
        """Enough of it."""
        self.cursors.pop(conversation, None)
        self.present.forget(conversation)
        stack = self._watches.pop(conversation, None)
        if stack is not None:
            stack.close()

    def unwatch_all(self) -> None:
        """The console is gone."""
        for conversation in tuple(self._watches):
            self.unwatch(conversation)

    def tell_offer(self, listed: Listed) -> None:
        """Once for each offer, and once when it has ended."""
        it = listed.conversation
        known = self._offers.get(it.id)
        if it.offer is not None and it.offer.agent.id == self.agent:
            if known != it.offer.until:
                self._offers[it.id] = it.offer.until
                self.outlet.send(_offer(listed, it.offer))
        elif known is not None:
            del self._offers[it.id]
            self.outlet.send(frames.OfferEnded(conversation=it.id, why=_ended(it, self.agent)))

    def tell_surge(self, now: Surge) -> None:
        """Only when it is another one; of none only those who were told of one."""
        frame = surge.frame(now, self.who)
        if frame != self.told and (now.level or self.told is not None):
            self.told = frame
            self.outlet.send(frame)

    async def follow(self) -> None:
        """Send what watched logs have beyond their cursors, whenever woken."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            while self._dirty:
                await self._caught_up(self._dirty.pop())

    async def _caught_up(self, conversation: ConversationId) -> None:
        try:
            await self._catch_up(conversation)
        except Unavailable:
            await asyncio.sleep(RETRY_S)
            self.wake(conversation, None)
        except Exception:
            log.exception("console lost its place", conversation=str(conversation))
            await self.outlet.close(CloseCode.TRY_AGAIN)

    async def _catch_up(self, conversation: ConversationId) -> None:
        cursor = self.cursors.get(conversation)
        if cursor is None:
            return
        for logged in await self.looking.log(conversation, cursor, None):
            shown = event(conversation, logged, Audience.AGENTS)
            self.outlet.send(frames.Happened(event=shown))
            self.cursors[conversation] = logged.seq


def _offer(listed: Listed, offer: Offer) -> frames.Offer:
    it = listed.conversation
    return frames.Offer(
        row=wire.row(listed),
        until=offer.until,
        left_s=max(0.0, (offer.until - it.as_of).total_seconds()),
        why=offer.why,
        summary=it.packet.summary if it.packet else {},
    )


def _ended(it: Conversation, agent: AgentId) -> Literal["accepted", "passed_on", "taken"]:
    if it.owner is not None and it.owner.id == agent:
        return "accepted"
    return "passed_on" if it.state in IN_LINE else "taken"


def _resumed(request: web.Request) -> frames.AgentResumed:
    return frames.AgentResumed(
        agent=wire.agent(request[AGENT]), offers=request.app[DISPATCHER].gives
    )


async def connect(request: web.Request) -> web.StreamResponse:
    """Upgrade, then serve until either side has had enough."""
    # What goes to all consoles would be compressed for each of them anew.
    socket = web.WebSocketResponse(
        protocols=[frames.PROTOCOL],
        max_msg_size=frames.MAX_FRAME,
        heartbeat=HEARTBEAT_S,
        compress=False,
    )
    await socket.prepare(request)
    console = AgentSocket(
        token=request.cookies[COOKIE],
        who=request[AGENT],
        outlet=Outlet(socket, request.transport),
        oversees=request[AGENT].role in OVERSEERS,
        looking=request.app[LOOKING],
        hub=request.app[FANOUT].hub,
    )
    try:
        frames.AgentResume.model_validate_json(await socket.receive_str(timeout=RESUME_S))
        await request.app[PRESENCE].arrive(console.agent)
    except tuple(REFUSALS) as refused:
        await console.outlet.close(refusal(refused))
        return socket
    console.outlet.send(_resumed(request))
    await _served(request, console)
    return socket


async def _served(request: web.Request, console: AgentSocket) -> None:
    with registered(request.app[SOCKETS].consoles, console):
        for it in await request.app[SCREENS].offered_to(console.agent):
            console.tell_offer(it)
        console.tell_surge(request.app[SURGES]())
        tasks = [
            asyncio.create_task(console.outlet.pump()),
            asyncio.create_task(console.outlet.drop_if_slow()),
            asyncio.create_task(console.follow()),
        ]
        try:
            await _heard(request, console)
        finally:
            _left(request, console, *console.cursors)
            console.unwatch_all()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _heard(request: web.Request, console: AgentSocket) -> None:
    async for message in console.outlet.socket:
        if message.type is not WSMsgType.TEXT:
            await console.outlet.close(CloseCode.BAD_FRAME)
            return
        try:
            await _obeyed(request, console, frames.AGENT_FRAME.validate_json(message.data))
        except tuple(REFUSALS) as refused:
            await console.outlet.close(refusal(refused))
            return


async def _obeyed(request: web.Request, console: AgentSocket, frame: frames.AgentFrame) -> None:
    match frame:
        case frames.Watch(conversation=watched, after=after):
            if len(console.cursors) >= WATCHED:
                console.unwatch(next(iter(console.cursors)))
            await request.app[LOOKING].any(ConversationId(watched))
            console.watch(ConversationId(watched), after)
        case frames.AgentPresent(conversation=about, doing=doing):
            _joined(request, console, ConversationId(about), doing)
        case frames.Unwatch(conversation=watched):
            _left(request, console, ConversationId(watched))
            console.unwatch(ConversationId(watched))
        case frames.WatchWallboard(on=on):
            console.watch_wallboard(on=on)
        case frames.AgentTyping(conversation=about):
            await _typed(request, console, ConversationId(about))
        case frames.Ping():
            await _ponged(request, console)


def _joined(
    request: web.Request, console: AgentSocket, conversation: ConversationId, doing: Doing
) -> None:
    if conversation in console.cursors and console.present.passes(conversation, doing):
        colleague = Colleague(id=console.agent, name=console.who.name, doing=doing)
        request.app[FANOUT].joined(conversation, colleague)


def _left(request: web.Request, console: AgentSocket, *conversations: ConversationId) -> None:
    for conversation in conversations:
        _joined(request, console, conversation, "gone")


async def _typed(request: web.Request, console: AgentSocket, about: ConversationId) -> None:
    if not console.typing_limit.passes():
        return
    typed = await request.app[LOOKING].any(about)
    if typed.owner is not None and typed.owner.id == console.agent:  # others look on
        request.app[FANOUT].typing(typed.id, "agent")


async def _ponged(request: web.Request, console: AgentSocket) -> None:
    status = None
    with suppress(Unavailable, Conflict):  # the next ping renews the lease as well
        status = await request.app[PRESENCE].beat(console.agent)
    console.outlet.send(frames.AgentPong(status=status))
