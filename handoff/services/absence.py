"""An agent answered and the customer is away: the answer goes to their address."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from handoff.domain import letters
from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.events import AgentSaid
from handoff.domain.ids import ConversationId
from handoff.domain.mail import Mail, MailKind
from handoff.domain.messages import words
from handoff.domain.people import Customer
from handoff.ports import OpenWork, Tokens, Work

DAY_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """After which time away a mail is written, and how it leads back into the chat."""

    away_s: float
    link_s: float
    public_url: str | None
    """Where customers reach this front door."""
    platform_url: str | None


@dataclass(frozen=True, slots=True)
class Absence:
    """One mail for all that was said meanwhile; what was mailed is written down with it."""

    open_work: OpenWork
    tokens: Tokens
    ways: Ways

    async def seen(self, conversations: Collection[ConversationId], ago_s: float = 0.0) -> None:
        """Devices showed these conversations so long ago."""
        if conversations:
            async with self.open_work() as work:
                await work.mails.seen(conversations, ago_s)

    async def look(self) -> int:
        """How many mails were written."""
        async with self.open_work() as work:
            unread = await work.mails.unread(self.ways.away_s)
        return sum([await self._written(conversation) for conversation in unread])

    async def _written(self, conversation: ConversationId) -> bool:
        async with self.open_work() as work:
            it = await work.conversations.locked(conversation)
            said = await _unread(work, it)
            if not said or it.contact.email is None:
                return False  # read meanwhile, or another replica has written it
            customer = await work.customers.customer(it.customer)
            back = await self._back(work, it, customer)
            await work.mails.put(_answer(it, it.contact.email, said, back))
            await work.mails.mailed(conversation, said[-1].seq)
        return True

    async def _back(self, work: Work, it: Conversation, customer: Customer) -> str:
        """Only visitors get a link that opens their chat: it shows no account."""
        if customer.verified:
            return letters.back_by_signing_in(it.language, self.ways.platform_url)
        if self.ways.public_url is None:
            return letters.back_by_signing_in(it.language, None)
        token = self.tokens()
        await work.return_links.put(token, it.id, self.ways.link_s)
        url = f"{self.ways.public_url}/chat/{it.language}#{token}"
        return letters.back_by_link(it.language, url, round(self.ways.link_s / DAY_S))


async def _unread(work: Work, it: Conversation) -> Sequence[Logged]:
    mailed, device_at = await work.mails.told(it.id)
    log = await work.reads.log(it.id, max(mailed, it.said_seq))
    return [entry for entry in log if _is_news(entry, device_at)]


def _is_news(entry: Logged, device_at: datetime | None) -> bool:
    away = device_at is None or entry.at > device_at
    return isinstance(entry.event, AgentSaid) and away


def _answer(it: Conversation, to: str, said: Sequence[Logged], back: str) -> Mail:
    answers = [entry.event for entry in said if isinstance(entry.event, AgentSaid)]
    told = [words(each.parts) for each in answers]
    letter = letters.answer(it.language, it.case_number, answers[-1].agent.name, told, back)
    return Mail(
        id=uuid4(),
        key=f"{MailKind.ANSWER}:{it.id}:{said[-1].seq}",
        kind=MailKind.ANSWER,
        conversation=it.id,
        to=to,
        letter=letter,
    )
