"""What the read model knows of the customer's own case, beside the article about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.articles import Articles
from actions.clients import Book, Clock
from actions.guides import offered
from actions.links import Links
from actions.reply import Reply
from actions.standing import told
from actions.turn import Turn
from payouts.achievements import Achievement, achieved
from payouts.gates import Gate, gate_answer
from payouts.values import Payout, Profile


@dataclass(frozen=True, slots=True)
class Account:
    """Identity check, tax data and payout method."""

    book: Book
    articles: Articles
    now: Clock
    links: Links

    async def identity(self, turn: Turn) -> Reply:
        """How the identity check stands."""
        return await self._standing(turn, Gate.IDENTITY)

    async def tax(self, turn: Turn) -> Reply:
        """Whether tax data is missing."""
        return await self._standing(turn, Gate.TAX)

    async def method(self, turn: Turn) -> Reply:
        """Whether the payout method can be paid to."""
        return await self._standing(turn, Gate.METHOD)

    async def _standing(self, turn: Turn, gate: Gate) -> Reply:
        if turn.sub is None:
            return await self.articles.answer(turn)
        profile = await self.book.profile(turn.sub)
        payouts = await self.book.payouts_of(turn.sub)
        found = gate_answer(profile, gate, self.now(), turn.language, payouts=payouts)
        reply = told(self.articles, turn, gate, found)
        self.links.under(reply, found.acts)
        return _guided(reply, turn, profile, payouts)


def _guided(reply: Reply, turn: Turn, profile: Profile | None, payouts: Sequence[Payout]) -> Reply:
    """Who has handed everything in needs no guide to it."""
    submitted = Achievement.IDENTITY_SUBMITTED in achieved(profile, (), payouts)
    return reply if submitted else offered(reply, turn)
