"""Which of a customer's payouts is meant."""

from typing import Protocol

from payouts.values import Payout


class Book(Protocol):
    """As much of the book of payouts as this needs."""

    async def payout(self, sub: str, reference: str) -> Payout | None: ...
    async def payouts_of(self, sub: str) -> tuple[Payout, ...]: ...


async def named_or_latest(book: Book, sub: str, reference: str | None) -> Payout | None:
    """The payout that is named, failing that the latest; a reference that is not theirs is none."""
    named = await book.payout(sub, reference) if reference else None
    return named or next(iter(await book.payouts_of(sub)), None)
