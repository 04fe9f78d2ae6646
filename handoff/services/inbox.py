"""The customer spoke."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import MessageIdReused, Unknown, UnknownChoice
from handoff.domain.events import (
    Closed,
    CloseReason,
    CustomerSaid,
    Event,
    ReturnedToAssistant,
    Started,
)
from handoff.domain.guides import begin
from handoff.domain.ids import AttachmentId, ConversationId, CustomerId, MessageId
from handoff.domain.masking import mask
from handoff.domain.messages import Choice, GuideCard, ShownGuide, Text
from handoff.domain.notices import notice
from handoff.domain.people import Language
from handoff.domain.queueing import WakeReason, Woken
from handoff.ports import Hints, LanguageOf, OpenWork, Receipt, Vault, Work
from handoff.services.attachments import uploaded
from handoff.services.disclosure import sealed


@dataclass(frozen=True, slots=True)
class Inbox:
    """Takes in what customers say; acknowledged only once it is committed."""

    open_work: OpenWork
    language_of: LanguageOf
    hints: Hints
    vault: Vault

    async def say(
        self,
        customer: CustomerId,
        conversation: ConversationId,
        message: MessageId,
        text: str | None,
        files: Sequence[AttachmentId] = (),
    ) -> Receipt:
        """A text, files, or both. To a closed conversation it starts the next one.

        What no conversation needs is masked before anything else sees or keeps it.
        """
        masked = mask(text or "")

        def said(current: Conversation) -> CustomerSaid:
            return CustomerSaid(
                client_message_id=message,
                parts=(Text(text=masked.text),) if text else (),
                language=self.language_of(masked.text, current.language)
                if text
                else current.language,
                masked=masked.kinds,
            )

        async with self.open_work() as work:
            current = await self._current(work, customer, conversation)
            receipt = await _write(work, current, message, _said(masked.text, files), said, files)
            if masked.kinds and not receipt.repeat:
                after = await work.conversations.locked(receipt.conversation)
                told = notice(receipt.seq, masked.kinds, after.language)
                await work.conversations.append(after, told)
                await sealed(work, self.vault, after.id, receipt.seq, masked.original)
        await self._tell(receipt, current, conversation)
        return receipt

    async def choose(
        self, customer: CustomerId, conversation: ConversationId, message: MessageId, choice: str
    ) -> Receipt:
        """A button; only what was issued in this conversation can be pressed."""
        async with self.open_work() as work:
            issued = await work.conversations.choice(conversation, choice)
            current = await self._current(work, customer, conversation)
            if issued is None:
                raise UnknownChoice("choice: was never offered in this conversation")
            said = _pressed(message, issued)
            receipt = await _write(work, current, message, _digest("choice", choice), said)
        await self._tell(receipt, current, conversation)
        return receipt

    async def follow(
        self,
        customer: CustomerId,
        conversation: ConversationId,
        message: MessageId,
        card_in: Callable[[Language], GuideCard],
    ) -> Receipt:
        """A guide; the assistant shows it, and where no assistant speaks it is there at once."""
        async with self.open_work() as work:
            current = await self._current(work, customer, conversation)
            digest = _digest("guide", card_in(current.language).slug)
            said = _following(message, card_in)
            receipt = await _write(work, current, message, digest, said)
        await self._tell(receipt, current, conversation)
        return receipt

    async def leave_queue(self, customer: CustomerId, conversation: ConversationId) -> Conversation:
        """Back to the assistant instead of waiting."""
        return await self._happened(customer, conversation, ReturnedToAssistant())

    async def close(self, customer: CustomerId, conversation: ConversationId) -> Conversation:
        """The customer is done."""
        end = Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)
        return await self._happened(customer, conversation, end)

    async def _happened(
        self, customer: CustomerId, conversation: ConversationId, event: Event
    ) -> Conversation:
        async with self.open_work() as work:
            before = await owned(work, customer, conversation)
            after = await work.conversations.append(before, event)
        await self.hints.changed(conversation)
        self.hints.dispatch()  # an agent may have a place more
        return after

    async def _current(
        self, work: Work, customer: CustomerId, conversation: ConversationId
    ) -> Conversation:
        """The named conversation, or where it goes on if it is closed."""
        current = await owned(work, customer, conversation)
        while current.state is State.CLOSED and current.next is not None:
            current = await owned(work, customer, current.next)
        return current

    async def _tell(self, receipt: Receipt, before: Conversation, named: ConversationId) -> None:
        """Also those who look at a closed conversation: it goes on in another one now."""
        if receipt.repeat:
            return
        for conversation in dict.fromkeys((receipt.conversation, before.id, named)):
            await self.hints.changed(conversation, turn=True)
        if before.state is State.SNOOZED:
            self.hints.dispatch()


async def owned(work: Work, customer: CustomerId, conversation: ConversationId) -> Conversation:
    """The customer's own conversation, locked; somebody else's looks like none at all."""
    found = await work.conversations.locked(conversation)
    if found.customer != customer:
        raise Unknown(f"no conversation {conversation}")
    return found


async def _write(
    work: Work,
    current: Conversation,
    message: MessageId,
    digest: bytes,
    said: Callable[[Conversation], CustomerSaid],
    files: Sequence[AttachmentId] = (),
) -> Receipt:
    first = await work.receipts.first(current.customer, message)
    if first is not None:
        if first.digest != digest:
            raise MessageIdReused("client_message_id: was already used for another message")
        return replace(first, repeat=True)
    if current.state is State.CLOSED:
        current = await _next(work, current)
    attached = await uploaded(work, current.customer, files)
    event = said(current)
    event = replace(event, parts=(*event.parts, *attached))
    after = await work.conversations.append(current, event)
    if files:
        await work.attachments.attach(files, after.id, after.last_seq)
    receipt = Receipt(conversation=after.id, seq=after.last_seq, digest=digest)
    await work.receipts.keep(current.customer, message, receipt)
    if after.state is State.SNOOZED:
        await work.conversations.append(after, Woken(why=WakeReason.REPLY))
    return receipt


async def _next(work: Work, closed: Conversation) -> Conversation:
    """The customer's open conversation if there is one (a second device), else a new one."""
    elsewhere = await work.conversations.open_of(closed.customer)
    if elsewhere is not None:
        return elsewhere
    started = Started(
        channel=closed.channel,
        language=closed.language,
        page_url=closed.page_url,
        previous=closed.id,
    )
    return await work.conversations.start(closed.customer, started)


def _pressed(message: MessageId, choice: Choice) -> Callable[[Conversation], CustomerSaid]:
    return lambda current: CustomerSaid(
        client_message_id=message,
        parts=(Text(text=choice.title),),
        language=current.language,
        choice=choice,
    )


def _following(
    message: MessageId, card_in: Callable[[Language], GuideCard]
) -> Callable[[Conversation], CustomerSaid]:
    def said(current: Conversation) -> CustomerSaid:
        card = card_in(current.language)
        choice = begin(card)
        alone = current.state is not State.BOT
        return CustomerSaid(
            client_message_id=message,
            parts=(Text(text=choice.title), *([ShownGuide(guide=card)] if alone else ())),
            language=current.language,
            choice=choice,
        )

    return said


def _said(text: str, files: Sequence[AttachmentId]) -> bytes:
    if not files:
        return _digest("text", text)
    return _digest("attachments", " ".join(map(str, files)) + f" {text}")


def _digest(kind: str, body: str) -> bytes:
    return sha256(f"{kind}:{body}".encode()).digest()
