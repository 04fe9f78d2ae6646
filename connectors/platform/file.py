"""What the platform's read model knows of a customer, for the console."""

from dataclasses import dataclass, replace
from datetime import datetime

from connectors.platform.snapshots import snapshot
from handoff.domain.files import Gate, MilestoneSnapshot, PlatformChange, PlatformFile
from payouts.book import PayoutBook
from payouts.values import Change, Milestone


@dataclass(frozen=True, slots=True)
class PlatformFiles:
    """Reads the book; changes nothing."""

    book: PayoutBook

    async def file(self, sub: str) -> PlatformFile:
        """As it stands now."""
        profile = await self.book.profile(sub)
        money = PlatformFile(
            payouts=tuple(map(snapshot, await self.book.payouts_of(sub))),
            milestones=tuple(_milestone(it, sub) for it in await self.book.milestones_of(sub)),
        )
        if profile is None:
            return money
        return replace(
            money,
            segment=profile.segment,
            since=profile.since,
            time_zone=profile.time_zone,
            identity=_gate(profile.identity, profile.identity_since, profile.identity_reason),
            tax=_gate(profile.tax, profile.tax_since),
            method=_gate(profile.method, profile.method_since, profile.method_kind),
        )

    async def changes(
        self, sub: str, before: tuple[datetime, str] | None, limit: int
    ) -> tuple[PlatformChange, ...]:
        """What happened, the latest first."""
        return tuple(map(_change, await self.book.changes_of(sub, before, limit)))


def _gate(state: str | None, since: datetime | None, reason: str | None = None) -> Gate | None:
    return Gate(state=state, reason=reason, since=since) if state is not None else None


def _milestone(it: Milestone, sub: str) -> MilestoneSnapshot:
    return MilestoneSnapshot(
        id=it.id,
        project=it.project,
        title=it.title,
        state=it.state,
        reason=it.reason,
        amount=f"{it.amount:f}",
        currency=it.currency,
        since=it.since,
        pays=it.client == sub,
    )


def _change(it: Change) -> PlatformChange:
    return PlatformChange(
        id=it.id,
        topic=it.topic,
        subject=it.subject,
        title=it.title,
        state=it.state,
        reason=it.reason,
        amount=f"{it.amount:f}" if it.amount is not None else None,
        currency=it.currency,
        at=it.at,
    )
