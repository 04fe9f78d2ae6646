"""What the platform's read model knows of a customer, for the console."""

from dataclasses import dataclass
from datetime import datetime

from handoff.domain.files import Gate, MilestoneSnapshot, PlatformChange, PlatformFile
from handoff.domain.packet import PayoutSnapshot, PayoutStep
from payouts.book import PayoutBook
from payouts.values import Change, Milestone, Payout


@dataclass(frozen=True, slots=True)
class PlatformFiles:
    """Reads the book; changes nothing."""

    book: PayoutBook

    async def file(self, sub: str) -> PlatformFile:
        """As it stands now."""
        profile = await self.book.profile(sub)
        money = PlatformFile(
            payouts=tuple(map(_payout, await self.book.payouts_of(sub))),
            milestones=tuple(_milestone(it, sub) for it in await self.book.milestones_of(sub)),
        )
        if profile is None:
            return money
        return PlatformFile(
            segment=profile.segment,
            since=profile.since,
            time_zone=profile.time_zone,
            identity=_gate(profile.identity, profile.identity_since, profile.identity_reason),
            tax=_gate(profile.tax, profile.tax_since),
            method=_gate(profile.method, profile.method_since, profile.method_kind),
            payouts=money.payouts,
            milestones=money.milestones,
        )

    async def changes(
        self, sub: str, before: tuple[datetime, str] | None, limit: int
    ) -> tuple[PlatformChange, ...]:
        """What happened, the latest first."""
        return tuple(map(_change, await self.book.changes_of(sub, before, limit)))


def _gate(state: str | None, since: datetime | None, reason: str | None = None) -> Gate | None:
    return Gate(state=state, reason=reason, since=since) if state is not None else None


def _payout(it: Payout) -> PayoutSnapshot:
    return PayoutSnapshot(
        reference=it.reference,
        state=it.state,
        reason=it.reason,
        amount=f"{it.amount:f}",
        currency=it.currency,
        since=it.since,
        expected_on=it.expected_on,
        history=tuple(
            PayoutStep(state=step.state, reason=step.reason, at=step.at) for step in it.history
        ),
    )


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
