"""The customer does not want to wait in the chat: an address, or a time to be called."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from handoff.domain.contact import CallBackWanted, EmailLeft, address, call_back_times, phone
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Invalid
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.letters import confirmation
from handoff.domain.mail import Mail, MailKind
from handoff.ports import Hints, Hours, OpenWork, Work
from handoff.services.inbox import owned


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """When people can call, and how many calls they can promise for one time.

    Calls wake by the database's clock; `ahead` is how far the business clock is before it.
    """

    hours: Hours
    ahead: timedelta
    a_slot: int

    def times(self, team: str | None, now: datetime) -> tuple[datetime, ...]:
        """Within the opening hours of the team whose case it is."""
        hours = self.hours.of(team)
        return call_back_times(lambda at: hours.is_open(at + self.ahead), now)


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is left is confirmed: an address by a mail with the case number, a time in the chat."""

    open_work: OpenWork
    hints: Hints
    calling: Calling

    async def leave_address(
        self, customer: CustomerId, conversation: ConversationId, text: str
    ) -> Conversation:
        """The same address again adds nothing."""
        to = address(text)

        async def left(work: Work, before: Conversation) -> Conversation:
            if before.contact.email == to:
                return before
            after = await work.conversations.append(before, EmailLeft(address=to))
            await work.mails.put(_confirmation(after, to))
            await work.mails.seen([after.id])
            return after

        return await self._changed(customer, conversation, left)

    async def times(
        self, customer: CustomerId, conversation: ConversationId
    ) -> tuple[datetime, ...]:
        """When somebody can call; what is full is left out."""
        async with self.open_work() as work:
            return await self._free(work, await owned(work, customer, conversation))

    async def want_call(
        self, customer: CustomerId, conversation: ConversationId, at: datetime, number: str
    ) -> Conversation:
        """The case rests until then, and is due at that time."""
        to = phone(number)

        async def wanted(work: Work, before: Conversation) -> Conversation:
            if before.contact.call_back_at == at and before.contact.phone == to:
                return before
            if at not in await self._free(work, before):
                raise Invalid("at", "must be one of the times that are free in opening hours")
            return await work.conversations.append(before, CallBackWanted(call_at=at, phone=to))

        return await self._changed(customer, conversation, wanted)

    async def _free(self, work: Work, it: Conversation) -> tuple[datetime, ...]:
        taken = await work.call_backs.taken(it.as_of)
        mine = it.contact.call_back_at if it.state is State.SNOOZED else None
        free = (
            at
            for at in self.calling.times(it.team, it.as_of)
            if at == mine or taken.get(at, 0) < self.calling.a_slot
        )
        return tuple(free)

    async def _changed(
        self,
        customer: CustomerId,
        conversation: ConversationId,
        change: Callable[[Work, Conversation], Awaitable[Conversation]],
    ) -> Conversation:
        async with self.open_work() as work:
            before = await owned(work, customer, conversation)
            after = await change(work, before)
        if after.last_seq != before.last_seq:
            await self.hints.changed(conversation)
            self.hints.dispatch()  # whoever was asked to take it has a place more
        return after


def _confirmation(it: Conversation, to: str) -> Mail:
    return Mail(
        id=uuid4(),
        key=f"{MailKind.CONFIRMATION}:{it.id}:{to}",
        kind=MailKind.CONFIRMATION,
        conversation=it.id,
        to=to,
        letter=confirmation(it.language, it.case_number),
    )
