"""What all sockets of this process share: rows for consoles, places in line, ended sessions."""

import asyncio
from dataclasses import dataclass, field

import structlog

from handoff.api import frames, wire
from handoff.api.outlet import CloseCode
from handoff.api.registry import Chat, Console, Sockets
from handoff.domain.ids import ConversationId
from handoff.domain.views import Listed
from handoff.live.hub import Hub, Who
from handoff.ports import Screens
from handoff.services.waiting import Waiting

log = structlog.get_logger()

GATHER_S = 0.02
"""Seconds in which changes are gathered into one read for all consoles."""

CONSOLE_S = PLACE_S = 0.0005
"""Seconds of rest for each console, or each chat in line, that was told something.

Ten times what it takes to tell one, so that however many there are, telling them is never all we
do. Offers do not wait for it.
"""

RETRY_S = 1.0
"""Seconds until rows that could not be read are read again."""

MISSED_S = 6.0
"""How far back the sweep looks for hints that were lost."""


@dataclass(eq=False, slots=True)
class Board:
    """Hears of every change; reads once, tells many. Each loop of it runs until cancelled."""

    sockets: Sockets
    screens: Screens
    waiting: Waiting
    hub: Hub
    _dirty: set[ConversationId] = field(default_factory=set)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _rows: dict[ConversationId, Listed] = field(default_factory=dict)
    _fresh: asyncio.Event = field(default_factory=asyncio.Event)
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self, conversation: ConversationId, _seq: int | None) -> None:
        """A row may have changed."""
        self._dirty.add(conversation)
        self._woken.set()

    def typing(self, _conversation: ConversationId, _who: Who) -> None:
        """Of no concern to lists."""

    async def post(self) -> None:
        """Read what changed, and tell whoever is asked to take it."""
        while True:
            await self._woken.wait()
            await asyncio.sleep(GATHER_S)
            self._woken.clear()
            changed, self._dirty = tuple(self._dirty), set()
            self._moved.set()
            try:
                await self._tell_offers(changed)
            except Exception as error:  # without this loop no console hears anything any more
                log.warning("rows not told", rows=len(changed), error=type(error).__name__)
                self._dirty.update(changed)
                await asyncio.sleep(RETRY_S)
                self._woken.set()

    async def spread(self) -> None:
        """Tell all consoles of rows that changed: at once, then as often as many can be told."""
        while True:
            await self._fresh.wait()
            self._fresh.clear()
            listed, self._rows = tuple(self._rows.values()), {}
            frame = frames.Rows(rows=tuple(map(wire.row, listed))).model_dump_json()
            for console in tuple(self.sockets.consoles):
                await console.outlet.tell(frame)
            await asyncio.sleep(len(self.sockets.consoles) * CONSOLE_S)

    async def place(self) -> None:
        """Tell those in line where they stand: at once, then as often as many can be told."""
        while True:
            await self._moved.wait()
            self._moved.clear()
            try:
                told = await self.tell_places()
            except Exception as error:  # the sweep tells them
                log.warning("places not told", error=type(error).__name__)
                told = 0
            await asyncio.sleep(told * PLACE_S)

    async def _tell_offers(self, changed: tuple[ConversationId, ...]) -> None:
        listed = await self.screens.these(changed) if self.sockets.consoles else ()
        for it in listed:
            self._rows[it.conversation.id] = it
            for console in self.sockets.consoles:
                console.tell_offer(it)
        if listed:
            self._fresh.set()

    async def tell_places(self) -> int:
        """Everybody who waits here; how many do."""
        waiting = [it for it in self.sockets.chats if it.waits]
        if not waiting:
            return 0
        places = await self.waiting.places()
        for chat in waiting:
            place = places.get(chat.conversation)
            if place is not None:
                chat.tell_place(frames.Queue(queue=wire.queue(place)))
        return len(waiting)

    async def sweep(self) -> None:
        """Make up for lost hints, and close the sockets of sessions that ended."""
        for conversation, seq in await self.screens.grown(MISSED_S):
            self.hub.wake(conversation, seq)
        await self.tell_places()
        everybody: list[Chat | Console] = [*self.sockets.chats, *self.sockets.consoles]
        valid = await self.screens.valid([socket.token for socket in everybody])
        ended = [socket for socket in everybody if socket.token not in valid]
        await asyncio.gather(*(it.outlet.close(CloseCode.NOT_SIGNED_IN) for it in ended))
