"""What people in the queue are told: their place, and when somebody will be there."""

from collections.abc import Mapping
from dataclasses import dataclass

from handoff.domain.ids import ConversationId
from handoff.domain.waiting import Place, expected_wait_s
from handoff.ports import Clock, Hours, OpenWork, Rush


@dataclass(frozen=True, slots=True)
class Waiting:
    """The queue as those see it who wait in it."""

    open_look: OpenWork
    hours: Hours
    now: Clock
    rush: Rush

    async def places(self) -> Mapping[ConversationId, Place]:
        """Everybody's place (1 = next) and expected wait at this moment."""
        rush = self.rush()
        async with self.open_look() as work:
            queue = await work.reads.queue()
            staff = await work.reads.staff(rush)
        now = self.now()
        is_open = self.hours.is_open(now)
        opens_at = None if is_open else self.hours.opens_after(now)
        return {
            conversation: Place(
                place=place,
                expected_wait_s=expected_wait_s(place, staff) if is_open else None,
                open=is_open,
                opens_at=opens_at,
                offer_email=rush.offer_email,
            )
            for place, conversation in enumerate(queue, 1)
        }
