"""The agent acts."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

from handoff.domain.conversation import Conversation
from handoff.domain.drafting import DraftUse
from handoff.domain.errors import Invalid, MessageIdReused
from handoff.domain.events import (
    AgentAccepted,
    AgentSaid,
    Closed,
    CloseReason,
    Event,
    HandedBack,
    NoteAdded,
)
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.masking import mask
from handoff.domain.messages import Article, Part, ShownGuide, Text
from handoff.domain.people import Agent
from handoff.domain.queueing import Snoozed
from handoff.domain.replying import NO_STEPS, NOTHING_BESIDE, Beside
from handoff.ports import Hints, OpenWork, Receipt, Vault, Work
from handoff.services.attachments import uploaded
from handoff.services.claims import may_claim, must_have_place, must_own
from handoff.services.disclosure import sealed
from handoff.services.drafting import used
from handoff.services.notes import Writing, note_of, of_epoch
from handoff.services.steps import taken


@dataclass(frozen=True, slots=True)
class Desk:
    """What agents do with conversations; every write names the epoch it believes in.

    Locks are taken in one order everywhere: the agent first, then the conversation.
    """

    open_work: OpenWork
    hints: Hints
    lease_s: float
    vault: Vault

    async def accept(
        self, agent: Agent, conversation: ConversationId, epoch: int, extra: int = 0
    ) -> Conversation:
        """Own what waits, or is offered to them: one agent only, never more than they can have.

        `extra` is what a rush adds to what they can have.
        """
        async with self.open_work() as work:
            locked = await work.agents.locked(agent.id)
            before = await work.conversations.locked(conversation)
            may_claim(before, agent, epoch)
            if before.offer is None:  # one that was offered has its place already
                await must_have_place(work, locked, before, extra)
            after = await work.conversations.append(before, AgentAccepted(agent=agent.ref))
            await work.agents.took(agent.id, self.lease_s)
        await self.hints.changed(conversation)
        return after

    async def say(
        self,
        agent: Agent,
        conversation: ConversationId,
        message: MessageId,
        text: str | None,
        epoch: int,
        beside: Beside = NOTHING_BESIDE,
    ) -> Receipt:
        """Write to the customer: a text, files or both; only the owner can.

        What a macro does then happens with it.
        """
        masked = mask(text or "")
        event = AgentSaid(
            agent=agent.ref,
            client_message_id=message,
            parts=(*([Text(text=masked.text)] if text else ()), *beside.parts),
            masked=masked.kinds,
            draft=await self._used(conversation, beside.draft, masked.text),
        )
        return await self._once(agent, conversation, (event, masked.original), epoch, beside)

    async def _used(self, it: ConversationId, draft: UUID | None, text: str) -> DraftUse | None:
        if draft is None:
            return None
        async with self.open_work() as work:
            return await used(work, it, draft, text)

    async def note(
        self, agent: Agent, conversation: ConversationId, message: MessageId, text: str
    ) -> Receipt:
        """Leave a note for other agents; no ownership needed."""
        return await self._once(agent, conversation, note_of(agent, message, text), None)

    async def hand_back(
        self, agent: Agent, conversation: ConversationId, epoch: int, note: str | None = None
    ) -> Conversation:
        """Give the conversation to the assistant, with a note for the next agent if need be."""
        left = (note_of(agent, of_epoch(conversation, epoch), note),) if note else ()
        back = HandedBack(agent=agent.ref)
        return await self.end(agent, conversation, epoch, *left, (back, None))

    async def close(
        self, agent: Agent, conversation: ConversationId, epoch: int, reason: CloseReason
    ) -> Conversation:
        """The case is done."""
        end = Closed(by="agent", reason=reason)
        return await self.end(agent, conversation, epoch, (end, None))

    async def snooze(
        self, agent: Agent, conversation: ConversationId, epoch: int, until: datetime | None
    ) -> Conversation:
        """Put it off until a time, or until the customer writes."""
        if until is not None:
            async with self.open_work() as work:
                now = (await work.reads.conversation(conversation)).as_of
            if until <= now:
                raise Invalid("until", "must be in the future")
        put_off = Snoozed(agent=agent.ref, until=until)
        return await self.end(agent, conversation, epoch, (put_off, None))

    async def end(
        self, agent: Agent, conversation: ConversationId, epoch: int, *writings: Writing[Event]
    ) -> Conversation:
        """What the owner does last; a place becomes free."""
        async with self.open_work() as work:
            after = await work.conversations.locked(conversation)
            must_own(after, agent, epoch)
            for event, original in writings:
                after = await work.conversations.append(after, event)
                await sealed(work, self.vault, conversation, after.last_seq, original)
        await self.hints.changed(conversation)
        self.hints.dispatch()
        return after

    async def _once(
        self,
        agent: Agent,
        conversation: ConversationId,
        writing: Writing[AgentSaid | NoteAdded],
        epoch: int | None,
        beside: Beside = NOTHING_BESIDE,
    ) -> Receipt:
        event, original = writing
        async with self.open_work() as work:
            before = await work.conversations.locked(conversation)
            digest = _digest(conversation, event, beside)
            first = await work.receipts.first(agent.id, event.client_message_id)
            if first is not None:
                return _repeat(first, digest)
            if epoch is not None:
                must_own(before, agent, epoch)
            event = await _with_files(work, agent, event, beside)
            said = await work.conversations.append(before, event)
            if beside.files:
                await work.attachments.attach(beside.files, said.id, said.last_seq)
            receipt = Receipt(conversation=said.id, seq=said.last_seq, digest=digest)
            await sealed(work, self.vault, conversation, receipt.seq, original)
            await work.receipts.keep(agent.id, event.client_message_id, receipt)
            after = await taken(work, agent, said, beside.steps)
        await self.hints.changed(conversation)
        if after.epoch != said.epoch:
            self.hints.dispatch()
        return receipt


async def _with_files(
    work: Work, agent: Agent, event: AgentSaid | NoteAdded, beside: Beside
) -> AgentSaid | NoteAdded:
    """Files go to customers only; a note has none."""
    if isinstance(event, NoteAdded):
        return event
    return replace(event, parts=(*event.parts, *await uploaded(work, agent.id, beside.files)))


def _repeat(first: Receipt, digest: bytes) -> Receipt:
    if first.digest != digest:
        raise MessageIdReused("client_message_id: was already used for another message")
    return replace(first, repeat=True)


def _digest(conversation: ConversationId, event: AgentSaid | NoteAdded, beside: Beside) -> bytes:
    kind: Literal["note", "text"]
    match event:
        case NoteAdded(text=body):
            kind = "note"
        case AgentSaid(parts=parts):
            kind, body = "text", "".join(map(_identified, parts))
    more = "".join(f"\n{it}" for it in beside.files)
    if beside.steps != NO_STEPS:
        more += f"\n{beside.steps}"
    return sha256(f"{kind}:{conversation}:{body}{more}".encode()).digest()


def _identified(part: Part) -> str:
    """What tells one message of an agent from another."""
    match part:
        case Text(text=text):
            return text
        case ShownGuide(guide=card):
            return f"\n{card.slug}"
        case Article(article=link):
            return f"\n{link.url}"
        case _:
            return ""
