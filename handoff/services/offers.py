"""Asking one agent at a time, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from handoff.domain.capacity import full
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, NotAllowedNow, Unknown
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import HELPERS, Agent, Status
from handoff.domain.queueing import DeclineReason, OfferDeclined, Offered, OfferLapsed
from handoff.ports import Hints, OpenWork, Policy, Rush, Work


@dataclass(frozen=True, slots=True)
class Offers:
    """Locks are taken in one order everywhere: the agent first, then the conversation."""

    open_work: OpenWork
    hints: Hints
    policy: Policy
    rush: Rush

    async def offer(
        self, agent: AgentId, conversation: ConversationId, why: Mapping[str, str]
    ) -> bool:
        """Ask the agent; False when either has changed since it was decided."""
        try:
            async with self.open_work() as work:
                asked = await work.agents.locked(agent)
                before = await work.conversations.locked(conversation)
                if before.state is not State.QUEUED or not await self._can(work, asked, before):
                    return False
                await work.conversations.append(before, self.made(asked, before, why))
        except (Conflict, Unknown):
            return False  # another replica was first, or the agent is no more
        await self.hints.changed(conversation)
        return True

    def made(self, agent: Agent, before: Conversation, why: Mapping[str, str]) -> Offered:
        """The offer, open for as long as the team decided."""
        until = before.as_of + timedelta(seconds=self.policy().offer_s)
        return Offered(agent=agent.ref, until=until, why=why)

    async def _can(self, work: Work, agent: Agent, it: Conversation) -> bool:
        if agent.role not in HELPERS or agent.status is not Status.ONLINE:
            return False
        load = await work.agents.load(agent.id)
        return full(agent, load, it.channel, self.rush().extra_capacity) is None

    async def decline(
        self, agent: Agent, conversation: ConversationId, reason: DeclineReason
    ) -> Conversation:
        """Say no to what one was asked; it goes to the next at once."""
        async with self.open_work() as work:
            await work.agents.locked(agent.id)
            before = await work.conversations.locked(conversation)
            if not _asks(before, agent.id):
                raise NotAllowedNow("this is not offered to you any more")
            no = OfferDeclined(agent=agent.ref, reason=reason)
            after = await work.conversations.append(before, no)
            await work.agents.declined(agent.id)
        await self.hints.changed(conversation)
        self.hints.dispatch()
        return after

    async def lapse(self, agent: AgentId, conversation: ConversationId) -> bool:
        """The agent did not answer in time; whoever does that often is not at their desk."""
        async with self.open_work() as work:
            before = await work.conversations.locked(conversation)
            if (
                before.offer is None
                or not _asks(before, agent)
                or before.as_of < before.offer.until
            ):
                return False
            await work.conversations.append(before, OfferLapsed(agent=before.offer.agent))
        async with self.open_work() as work:
            await work.agents.missed(agent)
        await self.hints.changed(conversation)
        return True

    async def withdraw(self, agent: AgentId) -> None:
        """The agent takes no chats any more: ask others at once."""
        async with self.open_work() as work:
            offered = await work.agents.offered(agent)
        for conversation in offered:
            async with self.open_work() as work:
                before = await work.conversations.locked(conversation)
                if before.offer is None or not _asks(before, agent):
                    continue
                await work.conversations.append(before, OfferLapsed(agent=before.offer.agent))
            await self.hints.changed(conversation)
        self.hints.dispatch()


def _asks(conversation: Conversation, agent: AgentId) -> bool:
    return conversation.offer is not None and conversation.offer.agent.id == agent
