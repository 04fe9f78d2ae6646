"""The agent acts."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal, TypeAlias, TypeVar
from uuid import uuid5

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import (
    AlreadyClaimed,
    AtCapacity,
    MessageIdReused,
    NotAllowedNow,
    NotOwner,
    StaleEpoch,
)
from handoff.domain.events import (
    AgentAccepted,
    AgentRef,
    AgentSaid,
    Closed,
    CloseReason,
    Event,
    HandedBack,
    NoteAdded,
)
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.masking import mask
from handoff.domain.messages import GuideCard, Part, ShownGuide, Text
from handoff.domain.people import Agent
from handoff.ports import Hints, OpenWork, Receipt, Vault, Work
from handoff.services.disclosure import sealed

Written = TypeVar("Written")
Writing: TypeAlias = tuple[Written, str | None]
"""What is to happen, and the original of its text where that is kept."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What agents do with conversations; every write names the epoch it believes in.

    Locks are taken in one order everywhere: the agent first, then the conversation.
    """

    open_work: OpenWork
    hints: Hints
    lease_s: float
    vault: Vault

    async def accept(self, agent: Agent, conversation: ConversationId, epoch: int) -> Conversation:
        """Own a waiting conversation: one agent only, and never more than their capacity."""
        async with self.open_work() as work:
            locked = await work.agents.locked(agent.id)
            before = await work.conversations.locked(conversation)
            _may_claim(before, epoch)
            if await work.agents.load(agent.id) >= locked.capacity:
                raise AtCapacity(f"capacity: {locked.capacity} conversations at once")
            after = await work.conversations.append(before, AgentAccepted(agent=_ref(agent)))
            await work.agents.beat(agent.id, self.lease_s)
        await self.hints.changed(conversation)
        return after

    async def say(
        self,
        agent: Agent,
        conversation: ConversationId,
        message: MessageId,
        text: str,
        epoch: int,
        guide: GuideCard | None = None,
    ) -> Receipt:
        """Write to the customer, with a guide below if one helps; only the owner can."""
        masked = mask(text)
        event = AgentSaid(
            agent=_ref(agent),
            client_message_id=message,
            parts=(Text(text=masked.text), *([ShownGuide(guide=guide)] if guide else ())),
            masked=masked.kinds,
        )
        return await self._once(agent, conversation, (event, masked.original), epoch)

    async def note(
        self, agent: Agent, conversation: ConversationId, message: MessageId, text: str
    ) -> Receipt:
        """Leave a note for other agents; no ownership needed."""
        return await self._once(agent, conversation, _note(agent, message, text), None)

    async def hand_back(
        self, agent: Agent, conversation: ConversationId, epoch: int, note: str | None = None
    ) -> Conversation:
        """Give the conversation to the assistant, with a note for the next agent if need be."""
        left = (_note(agent, _of_epoch(conversation, epoch), note),) if note else ()
        back = HandedBack(agent=_ref(agent))
        return await self._end(agent, conversation, epoch, *left, (back, None))

    async def close(
        self, agent: Agent, conversation: ConversationId, epoch: int, reason: CloseReason
    ) -> Conversation:
        """The case is done."""
        end = Closed(by="agent", reason=reason)
        return await self._end(agent, conversation, epoch, (end, None))

    async def _end(
        self, agent: Agent, conversation: ConversationId, epoch: int, *writings: Writing[Event]
    ) -> Conversation:
        async with self.open_work() as work:
            after = await work.conversations.locked(conversation)
            _must_own(after, agent, epoch)
            for event, original in writings:
                after = await work.conversations.append(after, event)
                await sealed(work, self.vault, conversation, after.last_seq, original)
        await self.hints.changed(conversation)
        return after

    async def _once(
        self,
        agent: Agent,
        conversation: ConversationId,
        writing: Writing[AgentSaid | NoteAdded],
        epoch: int | None,
    ) -> Receipt:
        event, original = writing
        async with self.open_work() as work:
            before = await work.conversations.locked(conversation)
            digest = _digest(conversation, event)
            first = await work.receipts.first(agent.id, event.client_message_id)
            if first is not None:
                return _repeat(first, digest)
            if epoch is not None:
                _must_own(before, agent, epoch)
            receipt = await _appended(work, before, event, digest)
            await sealed(work, self.vault, conversation, receipt.seq, original)
            await work.receipts.keep(agent.id, event.client_message_id, receipt)
        await self.hints.changed(conversation)
        return receipt


async def _appended(
    work: Work, before: Conversation, event: AgentSaid | NoteAdded, digest: bytes
) -> Receipt:
    after = await work.conversations.append(before, event)
    return Receipt(conversation=after.id, seq=after.last_seq, digest=digest)


def _may_claim(conversation: Conversation, epoch: int) -> None:
    if conversation.state is State.AGENT:
        owner = conversation.owner
        raise AlreadyClaimed(f"{owner.name if owner else 'somebody'} has accepted it")
    if conversation.state is not State.QUEUED:
        raise NotAllowedNow(f"nobody waits here: the conversation is in state {conversation.state}")
    _must_be_current(conversation, epoch)


def _must_own(conversation: Conversation, agent: Agent, epoch: int) -> None:
    _must_be_current(conversation, epoch)
    if conversation.owner is None or conversation.owner.id != agent.id:
        raise NotOwner("only the agent who accepted the conversation can do this")


def _must_be_current(conversation: Conversation, epoch: int) -> None:
    if conversation.epoch != epoch:
        raise StaleEpoch(f"epoch: is {conversation.epoch} by now, not {epoch}")


def _repeat(first: Receipt, digest: bytes) -> Receipt:
    if first.digest != digest:
        raise MessageIdReused("client_message_id: was already used for another message")
    return replace(first, repeat=True)


def _digest(conversation: ConversationId, event: AgentSaid | NoteAdded) -> bytes:
    kind: Literal["note", "text"]
    match event:
        case NoteAdded(text=body):
            kind = "note"
        case AgentSaid(parts=parts):
            kind, body = "text", "".join(map(_identified, parts))
    return sha256(f"{kind}:{conversation}:{body}".encode()).digest()


def _identified(part: Part) -> str:
    """What tells one message of an agent from another."""
    match part:
        case Text(text=text):
            return text
        case ShownGuide(guide=card):
            return f"\n{card.slug}"
        case _:
            return ""


def _of_epoch(conversation: ConversationId, epoch: int) -> MessageId:
    """An epoch ends once: what is said at its end needs no other id."""
    return MessageId(uuid5(conversation, f"epoch {epoch}"))


def _note(agent: Agent, message: MessageId, text: str) -> Writing[NoteAdded]:
    masked = mask(text)
    note = NoteAdded(
        agent=_ref(agent), client_message_id=message, text=masked.text, masked=masked.kinds
    )
    return note, masked.original


def _ref(agent: Agent) -> AgentRef:
    return AgentRef(id=agent.id, name=agent.name)
