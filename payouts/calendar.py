"""Business days (TARGET, the euro's settlement calendar), the cut-off, and expected arrivals."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import cast

import holidays

from payouts.states import PayoutState
from payouts.terms import DEFAULT_TERMS, Terms
from payouts.values import Payout

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def _closed(year: int) -> Container[date]:
    """The TARGET closing days of a year."""
    return cast("Container[date]", holidays.financial_holidays("XECB", years=year))


def is_business_day(day: date) -> bool:
    """Whether banks settle on this day."""
    return day.weekday() < SATURDAY and day not in _closed(day.year)


def on_or_after(day: date) -> date:
    """The first business day that is not before `day`."""
    while not is_business_day(day):
        day += DAY
    return day


def plus(day: date, business_days: int) -> date:
    """The business day `business_days` after `day`; with 0, `day` or the next one that is open."""
    day = on_or_after(day)
    for _ in range(business_days):
        day = on_or_after(day + DAY)
    return day


def day_past(start: date, business_days: int) -> date:
    """The first day on which more than `business_days` have begun since `start`."""
    while not is_business_day(start):
        start -= DAY
    return plus(start, business_days + 1)


MOVING = frozenset({PayoutState.REQUESTED, PayoutState.UNDER_REVIEW, PayoutState.PROCESSING})


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day something is expected on; often the same."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Answers when, in the platform's zone and by its terms."""

    terms: Terms = DEFAULT_TERMS

    def day(self, at: datetime) -> date:
        """The platform's calendar day of an instant."""
        return at.astimezone(self.terms.zone).date()

    def processing_day(self, requested: datetime) -> date:
        """The day whose cut-off a request meets."""
        local = requested.astimezone(self.terms.zone)
        met = is_business_day(local.date()) and local.time() < self.terms.cut_off
        return local.date() if met else on_or_after(local.date() + DAY)

    def next_step(self, payout: Payout, now: datetime) -> date:
        """The day the current state should be over by; never in the past."""
        since = self.day(payout.since)
        match payout.state:
            case PayoutState.REQUESTED:
                planned = self.processing_day(payout.since)
            case PayoutState.UNDER_REVIEW:
                planned = plus(since, self.terms.under_review_bd)
            case _:
                planned = plus(since, 1)
        return max(planned, on_or_after(self.day(now)))

    def arrival(self, payout: Payout, now: datetime) -> Window | None:
        """The days a payout is expected to arrive on; None when it is not on its way."""
        if payout.state is PayoutState.IN_TRANSIT:
            return self._transit(payout)
        if payout.state not in MOVING:
            return None
        if payout.expected_on is not None and payout.expected_on >= self.day(now):
            return Window(payout.expected_on, payout.expected_on)
        transit = self.terms.transit(payout.method)
        handed_on = self.next_step(payout, now)
        # The provider may take a day; a payout that is there already has that day behind it.
        spare = 0 if payout.state is PayoutState.PROCESSING else 1
        return Window(plus(handed_on, transit.earliest), plus(handed_on, transit.latest + spare))

    def person_from(self, payout: Payout) -> date | None:
        """The first day on which waiting longer needs a person; None when nothing is waited for."""
        since, terms = self.day(payout.since), self.terms
        match payout.state:
            case PayoutState.REQUESTED:
                return day_past(since, terms.requested_bd)
            case PayoutState.UNDER_REVIEW:
                return day_past(since, terms.under_review_bd)
            case PayoutState.PROCESSING:
                return day_past(since, terms.processing_bd)
            case PayoutState.IN_TRANSIT:
                return day_past(self._transit(payout).last, terms.in_transit_grace_bd)
            case PayoutState.PAID:
                return day_past(since, terms.transit(payout.method).trace)
            case _:
                return None

    def settled_on(self, payout: Payout) -> date:
        """The day from which a booked payout counts as history."""
        return day_past(self.day(payout.since), self.terms.settled_bd)

    def balance_by(self, payout: Payout) -> date:
        """The day by which the money of a stopped payout is back in the balance."""
        return plus(self.day(payout.since), self.terms.balance_bd)

    def active_on(self, added: datetime) -> date:
        """The day on which a new payout method becomes active."""
        return self.day(added) + DAY * self.terms.method_cooling_days

    def _transit(self, payout: Payout) -> Window:
        """The days of arrival after sending: the platform's date, or the method's usual time."""
        if payout.expected_on is not None:
            return Window(payout.expected_on, payout.expected_on)
        sent, transit = self.day(payout.since), self.terms.transit(payout.method)
        return Window(plus(sent, transit.earliest), plus(sent, transit.latest))
