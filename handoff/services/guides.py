"""Guides as customers follow them: step by step, on any device, over all their conversations."""

from collections.abc import Callable
from dataclasses import dataclass

from handoff.domain.errors import Unknown
from handoff.domain.guides import Followed, StepDone, followed
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import GuideCard
from handoff.domain.people import Customer, Language
from handoff.ports import GuideBook, Hints, OpenWork, Standing

TOLD = 5
"""Conversations of a customer whose devices hear of a tick: the latest ones."""


@dataclass(frozen=True, slots=True)
class Guides:
    """Ticks are the customer's, whoever they talk to; what the platform knows needs none."""

    open_work: OpenWork
    book: GuideBook
    standing: Standing
    hints: Hints

    async def suiting(self, customer: Customer, language: Language) -> tuple[Followed, ...]:
        """All guides for this customer, with how far they are."""
        suiting = (it for it in self.book.all(language) if it.suits(customer.kind))
        async with self.open_work() as work:
            ticks = await work.guides.ticks(customer.id)
        facts = await self._facts(customer)
        return tuple(followed(guide, ticks, facts) for guide in suiting)

    async def begun(self, customer: Customer, language: Language) -> tuple[Followed, ...]:
        """Those in which they ever ticked something."""
        async with self.open_work() as work:
            ticks = await work.guides.ticks(customer.id)
        if not ticks:
            return ()
        facts = await self._facts(customer)
        everything = (followed(guide, ticks, facts) for guide in self.book.all(language))
        return tuple(it for it in everything if it.begun)

    async def one(self, customer: Customer, slug: str, language: Language) -> Followed:
        """Unknown when there is no such guide."""
        guide = self.book.guide(slug, language)
        async with self.open_work() as work:
            ticks = await work.guides.ticks(customer.id)
        return followed(guide, ticks, await self._facts(customer))

    async def cards(self, customer: Customer, slug: str) -> Callable[[Language], GuideCard]:
        """The guide as a message shows it, in whichever language that is in."""
        cards = {it: (await self.one(customer, slug, it)).card for it in Language}
        return cards.__getitem__

    async def card(self, conversation: ConversationId, slug: str) -> GuideCard:
        """The guide for whoever the conversation is with, in its language."""
        async with self.open_work() as work:
            about = await work.reads.conversation(conversation)
            customer = await work.customers.customer(about.customer)
        return (await self.one(customer, slug, about.language)).card

    async def tick(
        self, customer: Customer, said: StepDone, language: Language = Language.EN
    ) -> Followed:
        """A step is done, or is not after all; saying so twice changes nothing."""
        guide = self.book.guide(said.guide, language)
        if all(step.id != said.step for step in guide.steps):
            raise Unknown(f"no step {said.step} in guide {said.guide}")
        async with self.open_work() as work:
            await work.guides.tick(customer.id, said)
        await self.tell(customer.id, said.guide)
        return await self.one(customer, said.guide, language)

    async def tell(self, customer: CustomerId, guide: str) -> None:
        """Devices of the customer, and agents who look at them, should look again."""
        async with self.open_work() as work:
            latest = (await work.reads.of_customer(customer))[:TOLD]
        for conversation in latest:
            await self.hints.ticked(conversation.id, guide)

    async def _facts(self, customer: Customer) -> frozenset[str]:
        return await self.standing.achieved(customer.sub) if customer.sub else frozenset()
