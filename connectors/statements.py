"""What can be said about a customer's payout, as the payouts library words it."""

from dataclasses import dataclass

from handoff.domain.people import Language
from handoff.ports import Clock
from handoff.ports.composing import Statement
from payouts import answers
from payouts.book import PayoutBook


@dataclass(frozen=True, slots=True)
class PayoutStatements:
    """The same facts and dates that the assistant names."""

    book: PayoutBook
    now: Clock

    async def about(self, sub: str, reference: str | None, language: Language) -> Statement | None:
        """A reference that is not theirs counts as none."""
        payout = await self.book.payout(sub, reference) if reference else None
        if payout is None:
            payout = next(iter(await self.book.payouts_of(sub)), None)
        if payout is None:
            return None
        profile = await self.book.profile(sub)
        told = answers.answer(payout, profile, self.now(), language)
        return Statement(
            reference=payout.reference,
            amount=told.values["amount"],
            state=payout.state,
            response=told.response,
            values=told.values,
            preface=told.preface,
            expected=told.values.get("expected"),
            article=told.article,
        )
