"""Gives out the waiting cases: one replica at a time, every offer in a work of its own."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handoff.domain.conversation import State
from handoff.domain.ids import ConversationId
from handoff.domain.queueing import WakeReason, Woken
from handoff.domain.routing import Assignment, Candidate, assign
from handoff.ports import Alone, OpenWork, Queued
from handoff.services.offers import Offers

PAGE = 200
"""Waiting cases read at once; most rounds need no second page."""

AT_ONCE = 8
"""Offers written side by side."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Whom to ask is decided by what was read; the offer itself is checked under locks."""

    open_work: OpenWork
    offers: Offers
    alone: Alone
    present_s: float

    async def round(self) -> int | None:
        """How many offers were made; None when another replica is at it."""
        async with self.alone() as mine:
            if not mine:
                return None
            return await self._made(await self._found())

    async def pass_time(self) -> None:
        """Offers lapse, what was put off wakes, who waited long moves up."""
        async with self.open_work() as work:
            lapsed = await work.queue.lapsed()
            to_wake = await work.queue.to_wake()
            moved = await work.queue.age(self.offers.policy().ageing_s)
        for conversation, agent in lapsed:
            await self.offers.lapse(agent, conversation)
        for conversation in to_wake:
            await self._woken(conversation)
        for conversation in moved:
            await self.offers.hints.changed(conversation)

    async def _found(self) -> Sequence[Assignment]:
        """Page by page, until nobody has a place or nobody waits."""
        rush, after = self.offers.rush(), None
        found: list[Assignment] = []
        async with self.open_work() as work:
            candidates = await work.queue.candidates(self.present_s)
            while any(it.here and it.free + rush.extra_capacity > 0 for it in candidates):
                page = await work.queue.waiting(after, PAGE)
                if page:
                    cases = [it.case for it in page]
                    more = assign(cases, candidates, page[0].at, rush)
                    candidates = _taken(candidates, more, page)
                    found += more
                if len(page) < PAGE:
                    break
                after = page[-1].key
        return found

    async def _made(self, found: Sequence[Assignment]) -> int:
        gate = asyncio.Semaphore(AT_ONCE)

        async def made(it: Assignment) -> bool:
            async with gate:
                return await self.offers.offer(it.agent, it.conversation, it.why)

        return sum(await asyncio.gather(*map(made, found)))

    async def _woken(self, conversation: ConversationId) -> None:
        async with self.open_work() as work:
            before = await work.conversations.locked(conversation)
            if before.state is not State.SNOOZED or before.snoozed_until is None:
                return
            if before.as_of < before.snoozed_until:
                return
            await work.conversations.append(before, Woken(why=WakeReason.TIME))
        await self.offers.hints.changed(conversation)


def _taken(
    candidates: Sequence[Candidate], found: Sequence[Assignment], page: Sequence[Queued]
) -> tuple[Candidate, ...]:
    """The same people with what they were given."""
    channels = {it.case.conversation: it.case.channel for it in page}
    given = [(it.agent, channels[it.conversation]) for it in found]
    more = {agent: Counter(channel for to, channel in given if to == agent) for agent, _ in given}
    return tuple(
        replace(
            it,
            load=Counter(it.load) + more[it.agent.id],
            free=it.free - more[it.agent.id].total(),
        )
        if it.agent.id in more
        else it
        for it in candidates
    )
