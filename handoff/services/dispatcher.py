"""The loop that keeps the queue moving; every replica runs one, one of them at a time acts."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from handoff.domain.errors import Refused
from handoff.services.dispatch import Dispatch

log = structlog.get_logger()

AGAIN_S = 0.02
"""Seconds until we try again while another replica gives out: it may have read before us."""


@dataclass(eq=False, slots=True)
class Dispatcher:
    """Acts whenever woken, and looks for itself in case nobody woke it."""

    dispatch: Dispatch
    look_every_s: float
    gives: bool = True
    """False where agents pick for themselves; time passes all the same."""
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """There is something to give out, or somebody to take it."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled."""
        loop = asyncio.get_running_loop()
        looked = -self.look_every_s
        while True:
            self._woken.clear()
            look = loop.time() - looked >= self.look_every_s
            if look:
                looked = loop.time()
            await self._act(look=look)
            await self._rest()

    async def _act(self, *, look: bool) -> None:
        try:
            if look:
                await self.dispatch.pass_time()
            if self.gives and await self.dispatch.round() is None:
                await asyncio.sleep(AGAIN_S)
                self._woken.set()
        except Refused as refused:
            log.warning("nothing given out", why=refused.code)
            await asyncio.sleep(self.look_every_s)
        except Exception:
            # Whatever it is, without this loop nobody is offered anything any more.
            log.exception("nothing given out")
            await asyncio.sleep(self.look_every_s)

    async def _rest(self) -> None:
        # Not wait_for: in Python 3.11 it can swallow a cancellation that comes with the wake-up.
        with suppress(TimeoutError):
            async with asyncio.timeout(self.look_every_s):
                await self._woken.wait()
