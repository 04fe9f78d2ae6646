"""The people of the demo, read from data/demo/people.yml."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from demo.days import ZONE, Moment, business_days_after
from payouts.events import PlatformEvent, parse_event

FILE = Path(__file__).parents[1] / "data" / "demo" / "people.yml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Gate(Moment):
    """How a gate stands, and since when."""

    state: str
    method: str | None = None
    account_holder: str | None = None


class Customer(_Strict):
    """Somebody who can sign in to the demo."""

    sub: str
    name: str
    kind: str
    language: str
    segment: str
    time_zone: str
    joined_days_ago: int
    identity: Gate | None = None
    tax: Gate | None = None
    method: Gate | None = None


class Step(Moment):
    """A state that a payout or milestone came into."""

    state: str
    reason: str | None = None
    expected_in_bd: Annotated[int, Field(ge=1)] | None = None


class Payout(_Strict):
    """A payout and its way."""

    reference: str
    sub: str
    amount: str
    currency: str
    method: str
    account_holder: str | None = None
    steps: tuple[Step, ...]


class Milestone(_Strict):
    """A milestone and its way."""

    milestone: str
    project: str
    title: str
    client: str | None
    freelancer: str | None
    amount: str
    currency: str
    steps: tuple[Step, ...]


class Agent(_Strict):
    """Somebody who answers."""

    name: str
    email: str
    role: str
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    levels: Mapping[str, int] = Field(default_factory=dict)
    teams: tuple[str, ...]
    capacity: int
    channel_capacity: Mapping[str, int] = Field(default_factory=dict)


class People(_Strict):
    """Everybody and everything in the file."""

    customers: tuple[Customer, ...]
    payouts: tuple[Payout, ...]
    milestones: tuple[Milestone, ...]
    agents: tuple[Agent, ...]

    def customer(self, sub: str) -> Customer | None:
        """Somebody who can sign in."""
        return next((one for one in self.customers if one.sub == sub), None)

    def events(self, now: datetime) -> Iterator[PlatformEvent]:
        """What the platform would have reported up to now."""
        for customer in self.customers:
            yield from _customer(customer, now)
        for payout in self.payouts:
            what = payout.model_dump(exclude={"steps"})
            yield from _steps("payout.changed", payout.reference, what, payout.steps, now)
        for milestone in self.milestones:
            what = milestone.model_dump(exclude={"steps"})
            yield from _steps("milestone.changed", milestone.milestone, what, milestone.steps, now)


def read(file: Path = FILE) -> People:
    """Read and check the file."""
    return People.model_validate(yaml.safe_load(file.read_text("utf-8")))


def event_id(now: datetime, *parts: object) -> str:
    """The id of an event of the demo; those of another day of loading are other events."""
    return ":".join(("demo", now.astimezone(ZONE).date().isoformat(), *map(str, parts)))


def _customer(customer: Customer, now: datetime) -> Iterator[PlatformEvent]:
    joined = now - timedelta(days=customer.joined_days_ago)
    profile = customer.model_dump(exclude={"joined_days_ago", "identity", "tax", "method"})
    yield _event(
        event_id(now, customer.sub, "customer"),
        "customer.changed",
        joined,
        {**profile, "since": joined.astimezone(ZONE).date().isoformat()},
    )
    gates = {"identity": customer.identity, "tax": customer.tax, "method": customer.method}
    for name, gate in gates.items():
        if gate is not None:
            told = gate.model_dump(include={"state", "method", "account_holder"}, exclude_none=True)
            yield _event(
                event_id(now, customer.sub, name),
                f"{name}.changed",
                gate.resolve(now),
                {"sub": customer.sub, **told},
            )


def _steps(
    type_: str, key: str, what: dict[str, object], steps: tuple[Step, ...], now: datetime
) -> Iterator[PlatformEvent]:
    for number, step in enumerate(steps, start=1):
        change: dict[str, object] = {"state": step.state, "reason": step.reason}
        if step.expected_in_bd is not None:
            today = now.astimezone(ZONE).date()
            change["expected_on"] = business_days_after(today, step.expected_in_bd).isoformat()
        yield _event(event_id(now, key, number), type_, step.resolve(now), {**what, **change})


def _event(id_: str, type_: str, at: datetime, data: dict[str, object]) -> PlatformEvent:
    return parse_event({"id": id_, "type": type_, "occurred_at": at.isoformat(), "data": data})
