"""A generated past: customers, payouts and milestones of the last 90 days, the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from demo.days import DAY, ZONE, business_days_after, business_days_before
from demo.people import event_id
from payouts.events import PlatformEvent, parse_event

FILE = Path(__file__).parents[1] / "data" / "demo" / "history.yml"

FREELANCERS = 34
CLIENTS = 8
PAYOUTS = 250
MILESTONES = 90
# 90 days hold about this many business days.
BUSINESS_DAYS = 64
RECENT = 5
SEED = 20_2611


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody of the past."""

    sub: str
    name: str
    language: str
    currency: str
    method: str
    joined: datetime


@dataclass(frozen=True, slots=True)
class History:
    """Draws a past that ends now. Equal draws give equal pasts, moved by the days between."""

    now: datetime
    words: dict[str, Any]
    draw: Random

    def events(self) -> Iterator[PlatformEvent]:
        """What the platform would have reported."""
        freelancers = [self._customer(f"freelancer-{n}") for n in range(1, FREELANCERS + 1)]
        clients = [self._customer(f"client-{n}") for n in range(1, CLIENTS + 1)]
        for customer in freelancers:
            yield from self._profile(customer, "freelancer")
            yield from self._gates(customer)
        for customer in clients:
            yield from self._profile(customer, "client")
        for number in range(PAYOUTS):
            yield from self._payout(f"PO-{200_000 + 37 * number}", self.draw.choice(freelancers))
        for number in range(MILESTONES):
            pair = self.draw.choice(clients), self.draw.choice(freelancers)
            yield from self._milestone(number, *pair)

    def _customer(self, sub: str) -> Customer:
        language = self.draw.choice(["de", "de", "en"])
        given = self.draw.choice(self.words["given_names"][language])
        family = self.draw.choice(self.words["family_names"][language])
        account = self.draw.choice(self.words["accounts"][language])
        joined = self.now - DAY * self.draw.randint(95, 1400)
        return Customer(sub, f"{given} {family}", language, joined=joined, **account)

    def _profile(self, customer: Customer, kind: str) -> Iterator[PlatformEvent]:
        yield self._event(
            "customer.changed",
            (customer.sub, "customer"),
            customer.joined,
            {
                "sub": customer.sub,
                "name": customer.name,
                "kind": kind,
                "segment": self.draw.choice(self.words["segments"]),
                "since": customer.joined.astimezone(ZONE).date().isoformat(),
                "time_zone": self.draw.choice(self.words["time_zones"][customer.language]),
                "language": customer.language,
            },
        )

    def _gates(self, customer: Customer) -> Iterator[PlatformEvent]:
        """Gates of most customers are open."""
        gates: dict[str, dict[str, object]] = {
            "identity": {"state": self.draw.choice(["verified"] * 8 + ["pending", "expired"])},
            "tax": {"state": self.draw.choice(["ok"] * 8 + ["missing", "overdue"])},
            "method": {
                "state": self.draw.choice(["active"] * 9 + ["errored"]),
                "method": customer.method,
            },
        }
        for days, (name, gate) in enumerate(gates.items(), start=1):
            at = customer.joined + DAY * days
            key = (customer.sub, name)
            yield self._event(f"{name}.changed", key, at, {"sub": customer.sub, **gate})

    def _payout(self, reference: str, customer: Customer) -> Iterator[PlatformEvent]:
        facts = {
            "reference": reference,
            "sub": customer.sub,
            "amount": self._amount(),
            "currency": customer.currency,
            "method": customer.method,
        }
        for number, (at, state) in enumerate(self._way("payout_ways")):
            yield self._event("payout.changed", (reference, number), at, {**facts, **state})

    def _milestone(
        self, number: int, client: Customer, freelancer: Customer
    ) -> Iterator[PlatformEvent]:
        key = f"ms-{5000 + number}"
        facts = {
            "milestone": key,
            "project": f"PR-{5000 + number}",
            "title": self.draw.choice(self.words["titles"][client.language]),
            "client": client.sub,
            "freelancer": freelancer.sub,
            "amount": self._amount(),
            "currency": freelancer.currency,
        }
        for step, (at, state) in enumerate(self._way("milestone_ways")):
            yield self._event("milestone.changed", (key, step), at, {**facts, **state})
            if state["state"] == "released":
                yield from self._earning(key, facts, at)

    def _earning(
        self, milestone: str, facts: dict[str, str], released: datetime
    ) -> Iterator[PlatformEvent]:
        """What was released clears five days later."""
        available = released + DAY * 5
        earning = {
            "earning": f"earning-{milestone}",
            "sub": facts["freelancer"],
            "milestone": milestone,
            "amount": facts["amount"],
            "currency": facts["currency"],
            "available_on": available.astimezone(ZONE).date().isoformat(),
        }
        for at, state in ((released, "pending_clearance"), (available, "available")):
            if at <= self.now:
                key = (earning["earning"], state)
                yield self._event("earning.changed", key, at, {**earning, "state": state})

    def _way(self, kind: str) -> list[tuple[datetime, dict[str, str]]]:
        """Draw a way and a day it began on; tell the steps of it that lie in the past."""
        ways = self.words[kind]
        (way,) = self.draw.choices(ways, [way["weight"] for way in ways])
        today = self.now.astimezone(ZONE).date()
        # Every fourth began lately, so that something is always on its way.
        longest = self.draw.choice([RECENT, BUSINESS_DAYS, BUSINESS_DAYS, BUSINESS_DAYS])
        begun = business_days_before(today, self.draw.randint(0, longest))
        at = datetime.combine(begun, time(self.draw.randint(8, 11), self.draw.randint(0, 59)), ZONE)
        steps = []
        for step in way["steps"]:
            state, _, days = step.partition(" ")
            name, _, reason = state.partition("/")
            # A later step on the same day comes an hour or so later.
            at += timedelta(minutes=self.draw.randint(40, 90))
            if int(days):
                at = datetime.combine(business_days_after(at.date(), int(days)), at.timetz())
            steps.append((at, {"state": name, **({"reason": reason} if reason else {})}))
        return [step for step in steps if step[0] <= self.now]

    def _amount(self) -> str:
        return f"{self.draw.randint(45, 2400)}.{self.draw.choice(['00', '00', '50', '75', '20'])}"

    def _event(
        self, type_: str, key: tuple[object, ...], at: datetime, data: dict[str, Any]
    ) -> PlatformEvent:
        body = {"id": event_id(self.now, *key), "type": type_, "data": data}
        return parse_event({**body, "occurred_at": at.isoformat()})


def history(now: datetime) -> Iterator[PlatformEvent]:
    """The generated past as seen from now."""
    words: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return History(now, words, Random(SEED)).events()  # noqa: S311 - a past, not a secret
