"""From one agent to another: by the owner, by a lead, or because the owner has gone."""

from dataclasses import dataclass

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import NotAllowedNow, NotThere, Unknown
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import HELPERS, Agent, Status
from handoff.domain.queueing import Followed, TakenOver, Transferred, Unfollowed
from handoff.ports import Work
from handoff.services.claims import must_be_current, must_have_place, must_own
from handoff.services.desk import Desk
from handoff.services.disclosure import sealed
from handoff.services.notes import note_of, of_epoch
from handoff.services.offers import Offers

BY_HAND = {"de": "Von {name} an Sie weitergegeben.", "en": "Passed on to you by {name}."}


@dataclass(frozen=True, slots=True)
class Passing:
    """Ownership changes hands; the customer waits in the queue meanwhile, and is told so."""

    desk: Desk
    offers: Offers

    async def to_team(
        self,
        agent: Agent,
        conversation: ConversationId,
        epoch: int,
        team: str,
        note: str | None = None,
    ) -> Conversation:
        """Others of a team are asked first."""
        if team not in {it.name for it in self.offers.policy().teams}:
            raise Unknown(f"team: there is none called {team}")
        passed = Transferred(by=agent.ref, to_team=team)
        left = (note_of(agent, of_epoch(conversation, epoch), note),) if note else ()
        return await self.desk.end(agent, conversation, epoch, *left, (passed, None))

    async def to_agent(
        self,
        agent: Agent,
        conversation: ConversationId,
        epoch: int,
        to: AgentId,
        note: str | None = None,
    ) -> Conversation:
        """Somebody who is there and has a place is asked; if they don't take it, others are."""
        if to == agent.id:
            raise NotAllowedNow("agent: it is yours already")
        async with self.desk.open_work() as work:
            asked = await work.agents.locked(to)
            before = await work.conversations.locked(conversation)
            must_own(before, agent, epoch)
            await self._must_take(work, asked, before)
            after = await self._noted(work, agent, before, note)
            passed = Transferred(by=agent.ref, to_agent=asked.ref)
            after = await work.conversations.append(after, passed)
            why = {language: text.format(name=agent.name) for language, text in BY_HAND.items()}
            offer = self.offers.made(asked, before, why)
            after = await work.conversations.append(after, offer)
        await self._told(conversation)
        return after

    async def take_over(
        self, lead: Agent, conversation: ConversationId, epoch: int
    ) -> Conversation:
        """A lead takes it from whoever has it; the customer goes on with the lead."""
        async with self.desk.open_work() as work:
            locked = await work.agents.locked(lead.id)
            before = await work.conversations.locked(conversation)
            must_be_current(before, epoch)
            holder = before.owner or (before.offer and before.offer.agent) or before.last_agent
            if before.owner is not None and before.owner.id == lead.id:
                raise NotAllowedNow("it is yours already")
            if before.offer is None or before.offer.agent.id != lead.id:
                extra = self.offers.rush().extra_capacity
                await must_have_place(work, locked, before, extra)
            taken = TakenOver(agent=holder, by=lead.ref)
            after = await work.conversations.append(before, taken)
            await work.agents.took(lead.id, self.desk.lease_s)
        await self._told(conversation)
        return after

    async def give_up_all(self, agent: Agent) -> None:
        """The agent has gone and says so: all they have waits for others, each by itself."""
        async with self.desk.open_work() as work:
            owned = await work.agents.owned(agent.id)
        for conversation in owned:
            async with self.desk.open_work() as work:
                before = await work.conversations.locked(conversation)
                if before.state is not State.AGENT or before.owner != agent.ref:
                    continue
                await work.conversations.append(before, Transferred(by=agent.ref))
            await self._told(conversation)

    async def follow(self, agent: Agent, conversation: ConversationId) -> Conversation:
        """Hear of it; doing it again changes nothing."""
        return await self._followed(agent, conversation, Followed(agent=agent.ref))

    async def unfollow(self, agent: Agent, conversation: ConversationId) -> Conversation:
        """Hear no more of it."""
        return await self._followed(agent, conversation, Unfollowed(agent=agent.ref))

    async def _followed(
        self, agent: Agent, conversation: ConversationId, event: Followed | Unfollowed
    ) -> Conversation:
        async with self.desk.open_work() as work:
            before = await work.conversations.locked(conversation)
            if (agent.id in before.followers) is isinstance(event, Followed):
                return before
            after = await work.conversations.append(before, event)
        await self.desk.hints.changed(conversation)
        return after

    async def _must_take(self, work: Work, agent: Agent, it: Conversation) -> None:
        if agent.role not in HELPERS:
            raise NotThere(f"agent: {agent.name} answers no customers")
        if agent.status is not Status.ONLINE:
            raise NotThere(f"agent: {agent.name} is {agent.status.value} now")
        await must_have_place(work, agent, it)

    async def _noted(
        self, work: Work, agent: Agent, before: Conversation, note: str | None
    ) -> Conversation:
        if not note:
            return before
        event, original = note_of(agent, of_epoch(before.id, before.epoch), note)
        after = await work.conversations.append(before, event)
        await sealed(work, self.desk.vault, before.id, after.last_seq, original)
        return after

    async def _told(self, conversation: ConversationId) -> None:
        await self.desk.hints.changed(conversation)
        self.desk.hints.dispatch()
