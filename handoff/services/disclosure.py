"""Originals of masked texts: sealed as they arrive, shown to those who must see them, erased."""

from dataclasses import dataclass

from handoff.domain.accesses import Access, Action, Subject
from handoff.domain.conversation import Conversation
from handoff.domain.errors import NotOwner, Unknown
from handoff.domain.ids import ConversationId
from handoff.domain.masking import KEPT, mask
from handoff.domain.people import Agent, Role
from handoff.ports import OpenWork, Vault, Work


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whoever sees an original says what for, and it is on record before they see it."""

    open_work: OpenWork
    vault: Vault
    keep_s: float

    async def reveal(
        self, agent: Agent, conversation: ConversationId, seq: int, purpose: str
    ) -> str:
        """To the owner, or to a lead; Unknown when nothing was kept or not any more."""
        async with self.open_work() as work:
            it = await work.conversations.locked(conversation)
            _may_see(agent, it)
            sealed = await work.sealed.of(conversation, seq)
            if sealed is None:
                raise Unknown("nothing is kept of this message beside what is shown")
            text = self.vault.open(sealed, _place(conversation, seq))
            await work.accesses.record(
                Access(
                    agent=agent.id,
                    action=Action.READ,
                    subject=Subject.SEALED_TEXT,
                    customer=it.customer,
                    conversation=conversation,
                    seq=seq,
                    fields=tuple(kind for kind in mask(text).kinds if kind in KEPT),
                    purpose=mask(purpose).text,
                )
            )
        return text

    async def erase(self) -> int:
        """What has been kept long enough."""
        async with self.open_work() as work:
            return await work.sealed.erase(self.keep_s)


async def sealed(
    work: Work, vault: Vault, conversation: ConversationId, seq: int, original: str | None
) -> None:
    """Keep what was masked at `seq`, where an agent may need it."""
    if original is not None:
        at = _place(conversation, seq)
        await work.sealed.keep(conversation, seq, vault.seal(original, at))


def _place(conversation: ConversationId, seq: int) -> str:
    return f"{conversation}:{seq}"


def _may_see(agent: Agent, it: Conversation) -> None:
    owns = it.owner is not None and it.owner.id == agent.id
    if not owns and agent.role is not Role.LEAD:
        raise NotOwner("only the agent who accepted the conversation, or a lead, can see this")
