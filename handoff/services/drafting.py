"""Drafts of replies: made of what is known, kept until they are used, never sent by themselves."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

from handoff.domain.asked import asked
from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.drafting import (
    Draft,
    DraftUse,
    Maker,
    Material,
    Phrases,
    Statement,
    name_of,
    sources_of,
    worded,
)
from handoff.domain.errors import Invalid
from handoff.domain.ids import ConversationId
from handoff.domain.messages import ArticleLink
from handoff.domain.people import Agent, Customer
from handoff.ports import Articles, OpenWork, Work
from handoff.ports.composing import DraftWriter, Statements
from handoff.services.canned import first_name, spoken_of

SURE = 0.5
"""Below this score a passage does not answer the question; it is better not said."""

PASSAGES = 2
"""Quoted in a draft: who gets more reads none."""

PAYOUT_CASES = frozenset({"ask_payout_status", "report_payout_problem"})

_REFERENCE = re.compile(r"\bPO-[0-9]{5,8}\b")
_OF_MONEY = re.compile(
    r"auszahl|geld\b|überweis|ueberweis|gutschrift|payout|payment|money|transfer|withdraw|paid\b"
    r"|\bPO-[0-9]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """Writes with the sentences of the file alone."""

    phrases: Phrases

    async def write(self, material: Material) -> tuple[str, Maker]:
        """Always the same for the same material."""
        return worded(material, self.phrases), Maker.BUILT_IN


@dataclass(frozen=True, slots=True)
class Drafting:
    """Looks up what answers the customer's last messages, and has it put into words."""

    open_work: OpenWork
    statements: Statements
    articles: Articles
    writer: DraftWriter

    async def draft(self, agent: Agent, it: ConversationId) -> Draft:
        """For this agent to read, change, and send or not."""
        async with self.open_work() as work:
            found = await work.reads.conversation(it)
            customer = await work.customers.customer(found.customer)
            log = await work.reads.log(it)
        material = await self._material(agent, found, customer, log)
        text, maker = await self.writer.write(material)
        draft = Draft(
            id=uuid4(),
            language=material.language,
            text=text,
            maker=maker,
            sources=sources_of(material),
        )
        async with self.open_work() as work:
            await work.drafts.keep(it, agent.id, draft)
        return draft

    async def _material(
        self, agent: Agent, it: Conversation, customer: Customer, log: tuple[Logged, ...]
    ) -> Material:
        question = asked(log)
        passages = self._passages(question, it)
        told = await self._told(question, it, customer, answered=bool(passages))
        if told is not None:  # what holds for everybody adds nothing to what holds for this payout
            passages = tuple(link for link in passages if not link.slug.startswith("payout-"))
        return Material(
            language=it.language,
            customer=first_name(customer),
            agent=agent.name,
            question=question,
            statement=told,
            passages=passages,
        )

    def _passages(self, question: str, it: Conversation) -> tuple[ArticleLink, ...]:
        found = self.articles.search(question, it.language, PASSAGES) if question else ()
        return tuple(each.link for each in found if each.score >= SURE)

    async def _told(
        self, question: str, it: Conversation, customer: Customer, *, answered: bool
    ) -> Statement | None:
        """The payout, where the question is about one or nothing else answers it."""
        case = it.packet.case_type if it.packet else None
        of_payout = _OF_MONEY.search(question) or (case in PAYOUT_CASES and not answered)
        if customer.sub is None or not of_payout:
            return None
        named = _REFERENCE.findall(question)
        reference = named[-1] if named else spoken_of(it.packet)
        asks_why = case == "report_payout_problem"
        return await self.statements.about(customer.sub, reference, it.language, asks_why=asks_why)


async def used(work: Work, it: ConversationId, draft: UUID, text: str) -> DraftUse:
    """What a message owes to a draft; Invalid where that draft is none of this conversation."""
    known = await work.drafts.of(it, draft)
    if known is None:
        raise Invalid("draft", "is not known in this conversation, or not any more")
    return DraftUse(
        id=known.id,
        maker=known.maker,
        edited=known.text.strip() != text.strip(),
        sources=tuple(map(name_of, known.sources)),
    )
