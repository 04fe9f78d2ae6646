"""The customer's socket: resumes after a seq, then hears everything once and in order."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import structlog
from aiohttp import WSMessageTypeError, WSMsgType, web
from pydantic import ValidationError

from handoff.api import answers, crisis, frames, wire
from handoff.api.keys import CRISIS, FANOUT, LOOKING, RECOGNITION, SOCKETS, WAITING
from handoff.api.outlet import CloseCode, Outlet
from handoff.api.registry import registered
from handoff.api.transcript import Audience, event
from handoff.api.typing import TypingLimit
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, NotSignedIn, Unavailable, Unknown
from handoff.domain.events import (
    AgentSaid,
    AssistantFailed,
    AssistantSaid,
    CustomerSaid,
    Event,
    NoteAdded,
    NoticeGiven,
)
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.transitions import IN_LINE
from handoff.live.hub import Colleague, Who
from handoff.services.looking import Looking
from handoff.services.waiting import Waiting

log = structlog.get_logger()

RESUME_S = 10.0
"""Seconds a client has for its first frame."""

RETRY_S = 1.0
"""Seconds until we look again when the database was not there."""

HEARTBEAT_S = 25.0
"""Seconds between our pings; a half-open connection is noticed within two."""


REFUSALS: Mapping[type[Exception], CloseCode] = {
    ValidationError: CloseCode.BAD_FRAME,
    TypeError: CloseCode.BAD_FRAME,
    WSMessageTypeError: CloseCode.BAD_FRAME,
    TimeoutError: CloseCode.BAD_FRAME,
    NotSignedIn: CloseCode.NOT_SIGNED_IN,
    Unknown: CloseCode.UNKNOWN,
    Unavailable: CloseCode.TRY_AGAIN,
    Conflict: CloseCode.TRY_AGAIN,
}
"""How a frame can fail, once the connection is no longer one of HTTP."""


def refusal(why: Exception) -> CloseCode:
    """How the socket of a refused frame is closed."""
    return next(code for kind, code in REFUSALS.items() if isinstance(why, kind))


@dataclass(eq=False, slots=True)
class CustomerSocket:
    """One device looking at one conversation."""

    token: str
    customer: CustomerId
    conversation: ConversationId
    outlet: Outlet
    looking: Looking
    waiting: Waiting
    cursor: int = 0
    shown: answers.ConversationAnswer | None = None
    place: frames.Queue | None = None
    crisis: frames.CrisisNotice = field(default_factory=lambda: frames.CrisisNotice(text=None))
    typing_limit: TypingLimit = field(default_factory=TypingLimit)
    _dirty: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self, _conversation: ConversationId, seq: int | None) -> None:
        """Look for yourself, unless you have seen it."""
        if seq is None or seq > self.cursor:
            self._dirty.set()

    def typing(self, _conversation: ConversationId, who: Who) -> None:
        """Somebody on the other side writes."""
        if who != "customer":
            self.outlet.send(frames.SomebodyTypes(who=who))

    def joined(self, _conversation: ConversationId, _colleague: Colleague) -> None:
        """Nothing customers are told of."""

    def ticked(self, _conversation: ConversationId, guide: str) -> None:
        """Something was ticked, here or on another device."""
        self.outlet.send(frames.GuideChanged(guide=guide))

    @property
    def waits(self) -> bool:
        """Whether it is in the queue, as far as this device was told."""
        return self.shown is not None and self.shown.state is State.QUEUED

    def tell_place(self, place: frames.Queue) -> None:
        """Only when it is another one."""
        if place != self.place:
            self.place = place
            self.outlet.send(place)

    def tell_crisis(self, notice: frames.CrisisNotice) -> None:
        """Only when it is another one."""
        if notice != self.crisis:
            self.crisis = notice
            self.outlet.send(notice)

    async def follow(self) -> None:
        """Send what the log has beyond the cursor, whenever woken."""
        while True:
            await self._dirty.wait()
            self._dirty.clear()
            try:
                await self.catch_up()
            except Unavailable:
                await asyncio.sleep(RETRY_S)
                self._dirty.set()
            except Unknown:  # the visitor signed in, and it is the customer's now
                await self.outlet.close(CloseCode.NOT_SIGNED_IN)
            except Exception:
                log.exception("device lost its place", conversation=str(self.conversation))
                await self.outlet.close(CloseCode.TRY_AGAIN)

    async def catch_up(self) -> None:
        """Events first, then the state they led to."""
        news = await self.looking.log(self.conversation, self.cursor, None)
        for logged in news:
            shown = event(self.conversation, logged, Audience.CUSTOMER)
            self.outlet.send(frames.Happened(event=shown))
            self.cursor = logged.seq
        if not all(self._only_says(logged.event) for logged in news) or not news:
            self._tell_state(await self.looking.own(self.customer, self.conversation))
        if self.waits and self.place is None:
            place = (await self.waiting.places()).get(self.conversation)
            if place is not None:
                self.tell_place(frames.Queue(queue=wire.queue(place)))

    def _only_says(self, it: Event) -> bool:
        """Whether an event leaves all that is shown of the conversation as it is."""
        match it:
            case CustomerSaid(language=language):
                return self.shown is not None and self.shown.language is language
            case AssistantSaid() | AssistantFailed() | AgentSaid() | NoteAdded() | NoticeGiven():
                return True
            case _:
                return False

    def _tell_state(self, now: Conversation) -> None:
        shown = wire.conversation(now)
        before, self.shown = self.shown, shown
        if shown.state is not State.QUEUED:
            self.place = None
        if before is not None and _telling(before) != _telling(shown):
            self.outlet.send(frames.Changed(conversation=shown))


def _telling(shown: answers.ConversationAnswer) -> tuple[object, ...]:
    return shown.state, shown.agent, shown.next, shown.language, shown.back_by


async def connect(request: web.Request) -> web.StreamResponse:
    """Upgrade, resume, follow, until either side has had enough."""
    # A compressor would take three times the memory of all the rest, for frames of a few bytes.
    socket = web.WebSocketResponse(
        protocols=[frames.PROTOCOL],
        max_msg_size=frames.MAX_FRAME,
        heartbeat=HEARTBEAT_S,
        compress=False,
    )
    await socket.prepare(request)
    outlet = Outlet(socket, request.transport)
    try:
        customer = await _resumed(request, socket, outlet)
    except tuple(REFUSALS) as refused:
        await outlet.close(refusal(refused))
        return socket
    await _served(request, customer)
    return socket


async def _resumed(
    request: web.Request, socket: web.WebSocketResponse, outlet: Outlet
) -> CustomerSocket:
    first = frames.Resume.model_validate_json(await socket.receive_str(timeout=RESUME_S))
    customer = await request.app[RECOGNITION].customer(first.session)
    conversation, looking = ConversationId(first.conversation), request.app[LOOKING]
    own = await looking.own(customer.id, conversation)
    places = await request.app[WAITING].places() if own.state in IN_LINE else {}
    shown = wire.conversation(own, places.get(conversation))
    outlet.send(frames.Resumed(conversation=shown, last_seq=own.last_seq))
    return CustomerSocket(
        token=first.session,
        customer=customer.id,
        conversation=conversation,
        outlet=outlet,
        looking=looking,
        waiting=request.app[WAITING],
        cursor=first.after,
        shown=wire.conversation(own),
    )


async def _served(request: web.Request, customer: CustomerSocket) -> None:
    hub = request.app[FANOUT].hub
    with (
        hub.listening(customer, customer.conversation),
        registered(request.app[SOCKETS].chats, customer),
    ):
        customer.tell_crisis(crisis.frame(request.app[CRISIS].current))
        # Listen first, look then: nothing can happen unseen between the two.
        customer.wake(customer.conversation, None)
        tasks = [
            asyncio.create_task(customer.outlet.pump()),
            asyncio.create_task(customer.outlet.drop_if_slow()),
            asyncio.create_task(customer.follow()),
        ]
        try:
            await _heard(request, customer)
        finally:
            for task in tasks:
                task.cancel()
            request.app[SOCKETS].leave(customer.conversation)
            await asyncio.gather(*tasks, return_exceptions=True)


async def _heard(request: web.Request, customer: CustomerSocket) -> None:
    async for message in customer.outlet.socket:
        if message.type is not WSMsgType.TEXT:
            await customer.outlet.close(CloseCode.BAD_FRAME)
            return
        try:
            frame = frames.CUSTOMER_FRAME.validate_json(message.data)
        except ValidationError:
            await customer.outlet.close(CloseCode.BAD_FRAME)
            return
        match frame:
            case frames.Typing() if customer.typing_limit.passes():
                request.app[FANOUT].typing(customer.conversation, "customer")
            case frames.Ping():
                customer.outlet.send(frames.Pong())
