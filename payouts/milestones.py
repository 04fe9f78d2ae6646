"""What to answer about a milestone and the money it earned."""

from datetime import date, datetime, timedelta

from payouts.acts import of_earning, of_milestone
from payouts.calendar import Calendar
from payouts.localisation import Local, local
from payouts.responses import Answer
from payouts.states import CustomerKind, EarningState, MilestoneState
from payouts.terms import DEFAULT_TERMS, Terms
from payouts.values import Earning, Milestone, Profile

WITHDREW = "freelancer_withdrew"
"""The one reason of a cancelled milestone that changes what its client can do."""

COMMON = ("project", "title", "amount", "since")

_EXTRA: dict[MilestoneState, tuple[str, ...]] = {
    MilestoneState.SUBMITTED: ("release_on",),
    MilestoneState.APPROVED: ("available_on",),
    MilestoneState.AUTO_APPROVED: ("available_on",),
    MilestoneState.RELEASED: ("available_on",),
}

MILESTONE_VALUES: dict[str, tuple[str, ...]] = {
    **{
        f"utter_milestone_{state}_{kind}": COMMON + _EXTRA.get(state, ())
        for state in MilestoneState
        for kind in CustomerKind
    },
    **{f"utter_milestone_cancelled_{kind}_{WITHDREW}": COMMON for kind in CustomerKind},
    **{f"utter_earning_{state}": ("amount", "since") for state in EarningState},
    "utter_earning_pending_clearance": ("amount", "since", "available_on"),
}

_ARTICLES = {
    MilestoneState.UNFUNDED: "milestone-unfunded",
    MilestoneState.SUBMITTED: "milestone-approval",
    MilestoneState.CHANGES_REQUESTED: "change-requests",
    MilestoneState.APPROVED: "milestone-approval",
    MilestoneState.AUTO_APPROVED: "milestone-approval",
    MilestoneState.DISPUTED: "dispute-process",
    MilestoneState.REFUNDED: "refunds-clients",
}


def milestone_answer(
    milestone: Milestone,
    profile: Profile,
    now: datetime,
    language: str,
    *,
    terms: Terms = DEFAULT_TERMS,
) -> Answer:
    """Answer where a milestone is, seen from the side of the customer who asks."""
    write, calendar = local(profile, now, language), Calendar(terms)
    is_client = milestone.client == profile.sub
    kind = CustomerKind.CLIENT if is_client else CustomerKind.FREELANCER
    withdrawn = milestone.state is MilestoneState.CANCELLED and milestone.reason == WITHDREW
    response = "_".join(
        ("utter_milestone", milestone.state, kind, *((WITHDREW,) if withdrawn else ()))
    )
    values = _values(milestone, write, calendar, now)
    return Answer(
        response=response,
        values={key: values[key] for key in MILESTONE_VALUES[response]},
        article=_ARTICLES.get(milestone.state, "milestones-basics"),
        acts=of_milestone(milestone.state, kind),
    )


def earning_answer(earning: Earning, profile: Profile, now: datetime, language: str) -> Answer:
    """Answer where earned money is before it becomes a payout."""
    write = local(profile, now, language)
    response = f"utter_earning_{earning.state}"
    values = {
        "amount": write.money(earning.amount, earning.currency),
        "since": write.day_of(earning.since),
        "available_on": write.day(earning.available_on or clears_on(earning.since)),
    }
    return Answer(
        response=response,
        values={key: values[key] for key in MILESTONE_VALUES[response]},
        article="payout-schedule",
        acts=of_earning(earning.state),
    )


def clears_on(released: datetime, terms: Terms = DEFAULT_TERMS) -> date:
    """The day on which released money can be paid out."""
    return Calendar(terms).day(released) + timedelta(days=terms.clearance_days)


def _values(
    milestone: Milestone, write: Local, calendar: Calendar, now: datetime
) -> dict[str, str]:
    """Every value that any response about a milestone may use."""
    since, terms = milestone.since, calendar.terms
    silent_until = calendar.day(since) + timedelta(days=terms.auto_release_days)
    return {
        "project": milestone.project,
        "title": milestone.title,
        "amount": write.money(milestone.amount, milestone.currency),
        "since": write.day_of(since),
        "release_on": write.day(max(silent_until, calendar.day(now))),
        "available_on": write.day(clears_on(since, terms)),
    }
