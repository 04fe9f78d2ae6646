"""What the platform's read model knows of a customer, for the packet."""

from dataclasses import dataclass

from connectors.platform.snapshots import snapshot
from handoff.domain.packet import Facts
from handoff.domain.people import CustomerKind
from payouts.book import PayoutBook
from payouts.choosing import named_or_latest


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """The read model as a packet shows it."""

    book: PayoutBook

    async def facts(self, sub: str, _kind: CustomerKind, reference: str | None) -> Facts:
        """The payout that is named, failing that the latest."""
        profile = await self.book.profile(sub)
        payout = await named_or_latest(self.book, sub, reference)
        shown = snapshot(payout) if payout else None
        if profile is None:
            return Facts(payout=shown)
        return Facts(
            segment=profile.segment,
            since=profile.since,
            time_zone=profile.time_zone,
            identity=profile.identity,
            tax=profile.tax,
            payout=shown,
        )
