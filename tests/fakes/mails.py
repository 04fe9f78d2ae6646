"""The outbox, promised calls and ways back, in memory."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import AgentSaid
from handoff.domain.ids import ConversationId
from handoff.domain.mail import Letter, Mail, MailState
from tests.fakes.memory import Memory, Posted


@dataclass(frozen=True, slots=True)
class FakeMails:
    """By the store's own clock."""

    memory: Memory

    async def put(self, mail: Mail) -> None:
        """The same key again adds nothing."""
        if all(it.mail.key != mail.key for it in self.memory.mails.values()):
            now = self.memory.now()
            self.memory.mails[mail.id] = Posted(mail=mail, state=MailState.WAITS, at=now)

    async def claim(self, limit: int, silent_s: float) -> tuple[Mail, ...]:
        """Those silent for long are given up."""
        now = self.memory.now()
        claimed: list[Mail] = []
        for id_, it in tuple(self.memory.mails.items()):
            if it.state is MailState.SENDING and it.at <= now - timedelta(seconds=silent_s):
                self.memory.mails[id_] = replace(it, state=MailState.UNCERTAIN)
            if it.state is MailState.WAITS and it.at <= now and len(claimed) < limit:
                mail = replace(it.mail, tries=it.mail.tries + 1)
                self.memory.mails[id_] = Posted(mail=mail, state=MailState.SENDING, at=now)
                claimed.append(mail)
        return tuple(claimed)

    async def settle(self, mail: Mail, state: MailState, again_s: float | None = None) -> None:
        """What was sent is not kept."""
        it = self.memory.mails[mail.id]
        if it.state is not MailState.SENDING:
            return
        at = self.memory.now() + timedelta(seconds=again_s or 0.0)
        kept = it.mail
        if state is MailState.SENT:
            letter = Letter(subject=kept.letter.subject, text="")
            kept = replace(kept, to="", letter=letter)
        self.memory.mails[mail.id] = Posted(mail=kept, state=state, at=at)

    async def states(self, conversation: ConversationId) -> tuple[tuple[Mail, MailState], ...]:
        """Oldest first."""
        its = self.memory.mails.values()
        return tuple((it.mail, it.state) for it in its if it.mail.conversation == conversation)

    async def seen(self, conversations: Collection[ConversationId], ago_s: float = 0.0) -> None:
        """Only for those that have an address."""
        then = self.memory.now() - timedelta(seconds=ago_s)
        for id_ in conversations:
            if self.memory.conversations[id_].contact.email is not None:
                self.memory.devices[id_] = max(then, self.memory.devices.get(id_, then))

    async def unread(self, away_s: float) -> tuple[ConversationId, ...]:
        """Words nobody was there to read."""
        by = self.memory.now() - timedelta(seconds=away_s)
        return tuple(it.id for it in self.memory.conversations.values() if self._unread(it, by))

    async def told(self, conversation: ConversationId) -> tuple[int, datetime | None]:
        """What was mailed, and when a device was there."""
        return self.memory.mailed.get(conversation, 0), self.memory.devices.get(conversation)

    async def mailed(self, conversation: ConversationId, seq: int) -> None:
        """Up to here."""
        self.memory.mailed[conversation] = seq

    def _unread(self, it: Conversation, by: datetime) -> bool:
        device_at = self.memory.devices.get(it.id)
        after = max(self.memory.mailed.get(it.id, 0), it.said_seq)
        return it.contact.email is not None and any(
            isinstance(entry.event, AgentSaid)
            and entry.seq > after
            and entry.at <= by
            and (device_at is None or entry.at > device_at)
            for entry in self.memory.logs[it.id]
        )


@dataclass(frozen=True, slots=True)
class FakeCallBacks:
    """Works never overlap here, so there is nothing to lock."""

    memory: Memory

    async def taken(self, since: datetime) -> dict[datetime, int]:
        """Of conversations that are not closed."""
        its = self.memory.conversations.values()
        wanted = (it.contact.call_back_at for it in its if it.state is not State.CLOSED)
        return dict(Counter(at for at in wanted if at is not None and at >= since))


@dataclass(frozen=True, slots=True)
class FakeReturnLinks:
    """Single-use."""

    memory: Memory

    async def put(self, token: str, conversation: ConversationId, ttl_s: float) -> None:
        """It opens this conversation once."""
        until = self.memory.now() + timedelta(seconds=ttl_s)
        self.memory.return_links[token] = conversation, until

    async def spend(self, token: str) -> ConversationId | None:
        """Gone once used."""
        conversation, until = self.memory.return_links.pop(token, (None, None))
        return conversation if until is not None and until > self.memory.now() else None
