"""Takes turns off the work list, as many at once as are allowed."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from handoff.domain.errors import Refused
from handoff.domain.ids import ConversationId
from handoff.ports import OpenWork, Turn
from handoff.services.relay import Relay

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the work list is worked off; times in seconds."""

    at_once: int = 32
    lease_s: float = 15.0
    """Longer than any turn takes: what outlives it is taken over by another relay."""
    look_every_s: float = 1.0
    """Looks for itself, in case nobody woke it."""


@dataclass(eq=False, slots=True)
class Rounds:
    """One relay loop of one process; any number of processes may run one."""

    open_look: OpenWork
    """A claim is one statement and needs no transaction around it."""
    relay: Relay
    pace: Pace
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: set[asyncio.Task[None]] = field(default_factory=set)

    def wake(self, _conversation: ConversationId, _seq: int | None) -> None:
        """There may be a turn to take."""
        self._woken.set()

    def typing(self, _conversation: ConversationId, _who: str) -> None:
        """Nobody's turn yet."""

    async def run(self) -> None:
        """Until cancelled; then the turns under way are let go."""
        try:
            while True:
                self._woken.clear()
                if not await self._take():
                    await self._rest()
        finally:
            for task in self._busy:
                task.cancel()
            await asyncio.gather(*self._busy, return_exceptions=True)

    async def _take(self) -> bool:
        """Whether there may be more to take at once."""
        free = self.pace.at_once - len(self._busy)
        if free <= 0:
            await asyncio.wait(self._busy, return_when=asyncio.FIRST_COMPLETED)
            return True
        try:
            async with self.open_look() as work:
                turns = await work.turns.claim(free, self.pace.lease_s)
        except Refused as refused:
            log.warning("no turns taken", why=refused.code)
            await asyncio.sleep(self.pace.look_every_s)
            return True
        except Exception:
            # Whatever it is, without this loop nobody is answered any more.
            log.exception("no turns taken")
            await asyncio.sleep(self.pace.look_every_s)
            return True
        for turn in turns:
            task = asyncio.create_task(self._carry(turn))
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)
        return len(turns) == free

    async def _carry(self, turn: Turn) -> None:
        try:
            await self.relay.carry(turn)
        except Exception:
            # The turn stays on the work list; its lease or release lets the next try come soon.
            log.exception("turn failed", conversation=str(turn.conversation.id), seq=turn.seq)
            await asyncio.sleep(self.pace.look_every_s)

    async def _rest(self) -> None:
        # Not wait_for: in Python 3.11 it can swallow a cancellation that comes with the wake-up.
        with suppress(TimeoutError):
            async with asyncio.timeout(self.pace.look_every_s):
                await self._woken.wait()
