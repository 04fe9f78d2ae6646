"""Trying where a case would go, without sending it there."""

from dataclasses import dataclass

from handoff.domain.errors import Invalid
from handoff.domain.ids import ConversationId
from handoff.domain.routing import Rehearsal, Trial, rehearsed
from handoff.ports import Clock, OpenWork, Policy, Rush


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsals:
    """By the rules, the people and the rush of this moment; nothing is written."""

    open_look: OpenWork
    policy: Policy
    rush: Rush
    present_s: float
    now: Clock

    async def of_conversation(self, conversation: ConversationId) -> Rehearsal:
        """With the packet it was handed over with. Unknown; Invalid where there is none yet."""
        async with self.open_look() as work:
            it = await work.reads.conversation(conversation)
        if it.packet is None:
            raise Invalid("conversation", "has no packet: nobody has asked for a person yet")
        last_agent = it.last_agent.id if it.last_agent else None
        return await self.of(Trial(packet=it.packet, channel=it.channel, last_agent=last_agent))

    async def of(self, trial: Trial) -> Rehearsal:
        """As if such a case were handed over now."""
        async with self.open_look() as work:
            there = await work.queue.candidates(self.present_s)
        return rehearsed(self.policy(), trial, there, self.now(), self.rush())
