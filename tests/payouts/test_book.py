"""The book keeps what the platform reported, on real PostgreSQL."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from payouts.book import PayoutBook
from payouts.events import PlatformEvent
from payouts.states import (
    EarningState,
    IdentityState,
    MethodState,
    MilestoneState,
    PayoutState,
    Reason,
    TaxState,
)
from payouts.tables import EventRow, PayoutRow
from tests.payouts.examples import MONDAY, customer_event, event, payout_event


async def record(book: PayoutBook, *events: PlatformEvent) -> None:
    for each in events:
        await book.record(each)


async def test_a_payout_is_told_with_all_it_was_reported_with(book: PayoutBook) -> None:
    await record(
        book,
        payout_event("e1", "processing"),
        payout_event(
            "e2",
            "failed",
            hours=5,
            reason="name_mismatch",
            account_holder="Brandt GmbH",
            expected_on="2026-11-26",
        ),
    )

    told = await book.payout("lena", "PO-48213")

    assert told is not None
    assert (told.state, told.reason) == (PayoutState.FAILED, "name_mismatch")
    assert told.public_reason is Reason.NAME_MISMATCH
    assert (told.amount, told.currency, told.method) == (Decimal("640.00"), "EUR", "sepa")
    assert (told.holder, told.expected_on) == ("Brandt GmbH", date(2026, 11, 26))
    assert told.since == MONDAY + timedelta(hours=5)
    assert [(step.state, step.reason) for step in told.history] == [
        (PayoutState.PROCESSING, None),
        (PayoutState.FAILED, "name_mismatch"),
    ]


async def test_an_event_that_was_seen_before_adds_nothing(book: PayoutBook) -> None:
    assert await book.record(payout_event("e1", "requested")) is True

    assert await book.record(payout_event("e1", "paid", hours=9)) is False

    told = await book.payout("lena", "PO-48213")
    assert told is not None
    assert [step.state for step in told.history] == [PayoutState.REQUESTED]


async def test_an_import_takes_in_what_is_new(book: PayoutBook) -> None:
    await book.record(payout_event("e1", "requested"))

    new = await book.record_all(
        [
            customer_event(),
            payout_event("e3", "paid", hours=9),
            payout_event("e1", "requested"),
            payout_event("e2", "processing", hours=2),
            payout_event("f1", "requested", reference="PO-10002"),
        ]
    )

    told = await book.payout("lena", "PO-48213")
    assert new == 4
    assert told is not None
    assert [step.state for step in told.history] == ["requested", "processing", "paid"]
    assert len(await book.payouts_of("lena")) == 2


async def test_a_late_event_does_not_turn_back_the_state(book: PayoutBook) -> None:
    await record(
        book,
        payout_event("e3", "in_transit", hours=20),
        payout_event("e1", "requested"),
        payout_event("e2", "processing", hours=3),
    )

    told = await book.payout("lena", "PO-48213")

    assert told is not None
    assert told.state is PayoutState.IN_TRANSIT
    assert [step.state for step in told.history] == [
        PayoutState.REQUESTED,
        PayoutState.PROCESSING,
        PayoutState.IN_TRANSIT,
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("in_transit", "processing"), ("paid", "failed"), ("paid", "returned")],
)
async def test_a_payout_may_fall_back(book: PayoutBook, before: str, after: str) -> None:
    await record(book, payout_event("e1", before), payout_event("e2", after, hours=30))

    told = await book.payout("lena", "PO-48213")

    assert told is not None
    assert told.state == after
    assert [step.state for step in told.history] == [before, after]


async def test_a_repeated_state_began_with_its_first_event(book: PayoutBook) -> None:
    await record(
        book,
        payout_event("e1", "processing"),
        payout_event("e2", "in_transit", hours=2),
        payout_event("e3", "in_transit", hours=8, expected_on="2026-11-27"),
    )

    told = await book.payout("lena", "PO-48213")

    assert told is not None
    assert told.since == MONDAY + timedelta(hours=2)
    assert told.expected_on == date(2026, 11, 27)


async def test_somebody_elses_payout_looks_like_an_unknown_one(book: PayoutBook) -> None:
    await book.record(payout_event("e1", "paid"))

    assert await book.payout("murat", "PO-48213") is None
    assert await book.payout("murat", "PO-99999") is None
    assert await book.payouts_of("murat") == ()


async def test_a_payout_that_changes_hands_takes_no_history_along(book: PayoutBook) -> None:
    await record(
        book,
        payout_event("e1", "on_hold", reason="risk", sub="murat"),
        payout_event("e2", "paid", hours=4),
    )

    told = await book.payout("lena", "PO-48213")

    assert told is not None
    assert [step.state for step in told.history] == [PayoutState.PAID]
    assert await book.payout("murat", "PO-48213") is None


async def test_payouts_come_newest_first(book: PayoutBook) -> None:
    await record(
        book,
        payout_event("a2", "paid", hours=90, reference="PO-10001"),
        payout_event("a1", "requested", reference="PO-10001"),
        payout_event("c1", "requested", hours=50, reference="PO-10003"),
        payout_event("b1", "requested", hours=25, reference="PO-10002"),
    )

    told = await book.payouts_of("lena")

    assert [each.reference for each in told] == ["PO-10003", "PO-10002", "PO-10001"]
    assert [len(each.history) for each in told] == [1, 1, 2]


async def test_records_of_one_payout_at_the_same_time_lose_nothing(book: PayoutBook) -> None:
    states = list(PayoutState) * 4
    events = [payout_event(f"e{n}", state, hours=n) for n, state in enumerate(states)]
    Random(7).shuffle(events)

    recorded = await asyncio.gather(*(book.record(each) for each in (*events, *events)))

    told = await book.payout("lena", "PO-48213")
    assert told is not None
    assert sorted(recorded) == [False] * len(events) + [True] * len(events)
    assert [step.state for step in told.history] == states
    assert (told.state, told.since) == (states[-1], told.history[-1].at)


async def test_a_record_waits_for_another_of_the_same_payout(book: PayoutBook) -> None:
    await book.record(payout_event("e1", "requested"))
    last = payout_event("e3", "paid", hours=9)

    async with book.sessions.begin() as other:
        await other.execute(select(PayoutRow).with_for_update())
        waiting = asyncio.create_task(book.record(payout_event("e2", "processing", hours=1)))
        await asyncio.sleep(0.3)
        other.add(
            EventRow(
                id=last.id,
                type=last.type,
                topic="payout",
                subject="PO-48213",
                occurred_at=last.occurred_at,
                data=last.data.model_dump(mode="json"),
            )
        )
    await waiting

    told = await book.payout("lena", "PO-48213")
    assert told is not None
    assert told.state is PayoutState.PAID


async def test_of_two_copies_at_the_same_time_one_is_kept(book: PayoutBook) -> None:
    event_ = payout_event("e1", "paid")

    recorded = await asyncio.gather(*(book.record(event_) for _ in range(8)))

    assert recorded.count(True) == 1
    async with book.sessions() as session:
        assert await session.scalar(select(func.count()).select_from(EventRow)) == 1


async def test_a_profile_is_unknown_until_the_customer_is(book: PayoutBook) -> None:
    await book.record(event("i1", "identity.changed", sub="lena", state="pending"))

    assert await book.profile("lena") is None

    await book.record(customer_event())
    profile = await book.profile("lena")
    assert profile is not None
    assert (profile.name, profile.identity) == ("Lena Brandt", IdentityState.PENDING)


async def test_each_gate_has_its_latest_state(book: PayoutBook) -> None:
    await record(
        book,
        event("i2", "identity.changed", hours=9, sub="lena", state="verified"),
        event("i1", "identity.changed", sub="lena", state="rejected", reason="unreadable"),
        event("t1", "tax.changed", hours=2, sub="lena", state="missing"),
        event("m1", "method.changed", hours=1, sub="lena", state="cooling", method="sepa"),
        customer_event(),
    )

    profile = await book.profile("lena")

    assert profile is not None
    assert (profile.identity, profile.identity_reason) == (IdentityState.VERIFIED, None)
    assert profile.identity_since == MONDAY + timedelta(hours=9)
    assert (profile.tax, profile.tax_since) == (TaxState.MISSING, MONDAY + timedelta(hours=2))
    assert (profile.method, profile.method_kind) == (MethodState.COOLING, "sepa")
    assert profile.since == date(2024, 3, 1)


async def test_a_milestone_is_seen_by_both_sides_and_nobody_else(book: PayoutBook) -> None:
    milestone: dict[str, Any] = {
        "milestone": "ms_1",
        "project": "PR-2204",
        "title": "Landing page",
        "client": "helen",
        "freelancer": "lena",
        "amount": "1500.00",
        "currency": "USD",
    }
    await record(
        book,
        event("s2", "milestone.changed", hours=4, state="submitted", **milestone),
        event("s1", "milestone.changed", state="funded", **milestone),
    )

    (seen,) = await book.milestones_of("helen")

    assert (seen.state, seen.title) == (MilestoneState.SUBMITTED, "Landing page")
    assert seen.since == MONDAY + timedelta(hours=4)
    assert await book.milestones_of("lena") == (seen,)
    assert await book.milestones_of("murat") == ()


async def test_earnings_are_told_to_their_owner(book: PayoutBook) -> None:
    earning: dict[str, Any] = {
        "earning": "ea_1",
        "sub": "lena",
        "amount": "90.00",
        "currency": "EUR",
    }
    await record(
        book,
        event("p1", "earning.changed", hours=7, state="available", **earning),
        event("p0", "earning.changed", state="pending_clearance", **earning),
    )

    (told,) = await book.earnings_of("lena")

    assert (told.state, told.amount) == (EarningState.AVAILABLE, Decimal("90.00"))
    assert await book.earnings_of("murat") == ()
