"""What all sockets of this process share: rows for consoles, places in line, ended sessions."""

import asyncio
from dataclasses import dataclass, field

import structlog

from handoff.api import frames, wire
from handoff.api.outlet import CloseCode
from handoff.api.registry import Chat, Console, Sockets
from handoff.domain.ids import ConversationId
from handoff.live.hub import Hub, Who
from handoff.ports import Screens
from handoff.services.waiting import Waiting

log = structlog.get_logger()

GATHER_S = 0.02
"""Seconds in which changes are gathered into one read for all consoles."""

RETRY_S = 1.0
"""Seconds until rows that could not be read are read again."""

MISSED_S = 6.0
"""How far back the sweep looks for hints that were lost."""


@dataclass(eq=False, slots=True)
class Board:
    """Hears of every change; reads once, tells many."""

    sockets: Sockets
    screens: Screens
    waiting: Waiting
    hub: Hub
    _dirty: set[ConversationId] = field(default_factory=set)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self, conversation: ConversationId, _seq: int | None) -> None:
        """A row may have changed."""
        self._dirty.add(conversation)
        self._woken.set()

    def typing(self, _conversation: ConversationId, _who: Who) -> None:
        """Of no concern to lists."""

    async def post(self) -> None:
        """Tell consoles of rows that changed, and the waiting of their places."""
        while True:
            await self._woken.wait()
            await asyncio.sleep(GATHER_S)
            self._woken.clear()
            changed, self._dirty = tuple(self._dirty), set()
            try:
                await self._tell_consoles(changed)
                await self.tell_places()
            except Exception as error:  # without this loop no console hears anything any more
                log.warning("rows not told", rows=len(changed), error=type(error).__name__)
                self._dirty.update(changed)
                await asyncio.sleep(RETRY_S)
                self._woken.set()
                self._woken.set()

    async def _tell_consoles(self, changed: tuple[ConversationId, ...]) -> None:
        listed = await self.screens.these(changed) if self.sockets.consoles else ()
        if not listed:
            return
        frame = frames.Rows(rows=tuple(map(wire.row, listed))).model_dump_json()
        for console in self.sockets.consoles:
            console.outlet.send_text(frame)
            for it in listed:
                console.tell_offer(it)

    async def tell_places(self) -> None:
        """Everybody who waits here."""
        waiting = [it for it in self.sockets.chats if it.waits]
        if not waiting:
            return
        places = await self.waiting.places()
        for chat in waiting:
            place = places.get(chat.conversation)
            if place is not None:
                chat.tell_place(frames.Queue(queue=wire.queue(place)))

    async def sweep(self) -> None:
        """Make up for lost hints, and close the sockets of sessions that ended."""
        for conversation, seq in await self.screens.grown(MISSED_S):
            self.hub.wake(conversation, seq)
        await self.tell_places()
        everybody: list[Chat | Console] = [*self.sockets.chats, *self.sockets.consoles]
        valid = await self.screens.valid([socket.token for socket in everybody])
        ended = [socket for socket in everybody if socket.token not in valid]
        await asyncio.gather(*(it.outlet.close(CloseCode.NOT_SIGNED_IN) for it in ended))
