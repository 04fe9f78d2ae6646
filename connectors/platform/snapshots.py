"""A payout of the read model as packets and the console show it."""

from handoff.domain.packet import PayoutSnapshot, PayoutStep
from payouts.values import Payout


def snapshot(payout: Payout) -> PayoutSnapshot:
    """As it stands, with its way so far."""
    return PayoutSnapshot(
        reference=payout.reference,
        state=payout.state,
        reason=payout.reason,
        amount=f"{payout.amount:f}",
        currency=payout.currency,
        since=payout.since,
        expected_on=payout.expected_on,
        history=tuple(
            PayoutStep(state=step.state, reason=step.reason, at=step.at) for step in payout.history
        ),
    )
