"""What a customer has already done, as far as the platform has told: facts that tick steps."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from payouts.gates import lacks_document
from payouts.states import IdentityState, MethodState, MilestoneState, TaxState
from payouts.values import Milestone, Payout, Profile


class Achievement(StrEnum):
    """A fact of the read model that makes a step of a guide done."""

    IDENTITY_SUBMITTED = "identity_submitted"
    IDENTITY_VERIFIED = "identity_verified"
    TAX_COMPLETE = "tax_complete"
    METHOD_ADDED = "method_added"
    MILESTONE_AGREED = "milestone_agreed"
    MILESTONE_FUNDED = "milestone_funded"
    MILESTONE_SUBMITTED = "milestone_submitted"
    MILESTONE_APPROVED = "milestone_approved"
    FIRST_MILESTONE_FUNDED = "first_milestone_funded"


_REACHED: dict[MilestoneState, int] = {
    MilestoneState.UNFUNDED: 1,
    MilestoneState.FUNDED: 2,
    MilestoneState.IN_PROGRESS: 2,
    MilestoneState.SUBMITTED: 3,
    MilestoneState.CHANGES_REQUESTED: 3,
    MilestoneState.DISPUTED: 3,
    MilestoneState.APPROVED: 4,
    MilestoneState.AUTO_APPROVED: 4,
    MilestoneState.RELEASED: 4,
}
"""How far a milestone came; refunded and cancelled ones came to nothing."""

_ON_THE_WAY = (
    Achievement.MILESTONE_AGREED,
    Achievement.MILESTONE_FUNDED,
    Achievement.MILESTONE_SUBMITTED,
    Achievement.MILESTONE_APPROVED,
)


def achieved(
    profile: Profile | None, milestones: Sequence[Milestone], payouts: Sequence[Payout] = ()
) -> frozenset[Achievement]:
    """All facts that hold. `milestones` may come in any order."""
    return frozenset((*_of_profile(profile, payouts), *_of_milestones(milestones)))


def _of_profile(profile: Profile | None, payouts: Sequence[Payout]) -> Iterator[Achievement]:
    if profile is None:
        return
    pending = profile.identity is IdentityState.PENDING and lacks_document(payouts) is None
    if pending or profile.identity is IdentityState.VERIFIED:
        yield Achievement.IDENTITY_SUBMITTED
    if profile.identity is IdentityState.VERIFIED:
        yield Achievement.IDENTITY_VERIFIED
    if profile.tax is TaxState.OK:
        yield Achievement.TAX_COMPLETE
    if profile.method in {MethodState.COOLING, MethodState.ACTIVE}:
        yield Achievement.METHOD_ADDED


def _of_milestones(milestones: Sequence[Milestone]) -> Iterator[Achievement]:
    """The latest one counts, unless it is over: then the next begins at nothing."""
    latest = max(milestones, key=lambda it: it.since, default=None)
    if latest is not None:
        yield from _ON_THE_WAY[: _REACHED.get(latest.state, 0)]
    if any(_REACHED.get(it.state, 0) > 1 for it in milestones):
        yield Achievement.FIRST_MILESTONE_FUNDED
