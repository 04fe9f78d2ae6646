"""The people of the demo are in the states they are there to show, on any day of loading."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from pydantic import ValidationError

from demo.days import DAY, ZONE, Moment, business_days_after, business_days_before
from demo.people import Customer, read
from payouts.answers import answer, gate_answer, milestone_answer
from payouts.book import PayoutBook
from payouts.calendar import is_business_day
from payouts.states import IdentityState, MilestoneState
from tests.handoff.policy import ROUTING

LOADINGS = [
    datetime(2026, 11, 24, 10, 0, tzinfo=UTC),  # a Tuesday
    datetime(2026, 11, 23, 4, 0, tzinfo=UTC),  # a Monday before work
    datetime(2026, 11, 22, 2, 0, tzinfo=UTC),  # a Sunday night
    datetime(2026, 12, 27, 23, 30, tzinfo=UTC),  # after Christmas
    datetime(2027, 3, 29, 12, 0, tzinfo=UTC),  # Easter Monday
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),  # already next year in Berlin
]


async def told(book: PayoutBook, sub: str, reference: str, now: datetime) -> tuple[str, str | None]:
    """What the assistant would answer about a payout."""
    payout = await book.payout(sub, reference)
    profile = await book.profile(sub)
    assert payout is not None
    assert profile is not None
    answered = answer(payout, profile, now, profile.language)
    return answered.response, answered.rule


@pytest.mark.parametrize("now", LOADINGS)
async def test_each_payout_shows_what_it_is_there_to_show(book: PayoutBook, now: datetime) -> None:
    await book.record_all(read().events(now))

    assert await told(book, "lena", "PO-48213", now) == ("utter_payout_in_transit", None)
    assert await told(book, "murat", "PO-60318", now) == ("utter_payout_on_hold_kyc_required", None)
    assert await told(book, "katja", "PO-55120", now) == ("utter_payout_requested", None)
    mismatch = "utter_payout_failed_name_mismatch"
    assert await told(book, "daniel", "PO-51907", now) == (mismatch, None)
    assert await told(book, "priya", "PO-39944", now) == ("utter_payout_paid", None)
    assert await told(book, "tomas", "PO-70011", now) == ("utter_payout_paid_settled", None)
    assert await told(book, "tomas", "PO-70052", now) == ("utter_payout_in_transit", None)
    assert await told(book, "tomas", "PO-70077", now) == ("utter_payout_under_review", None)


@pytest.mark.parametrize("now", LOADINGS)
async def test_both_clients_see_their_projects(book: PayoutBook, now: datetime) -> None:
    await book.record_all(read().events(now))

    (landing_page,) = await book.milestones_of("helen")
    (logo,) = await book.milestones_of("juergen")
    helen, juergen = await book.profile("helen"), await book.profile("juergen")
    assert helen is not None
    assert juergen is not None
    assert (landing_page.title, landing_page.amount) == ("Landing page", Decimal("1500.00"))
    assert landing_page.state is MilestoneState.SUBMITTED
    assert now.astimezone(ZONE).date() - landing_page.since.astimezone(ZONE).date() == 3 * DAY
    withdrawn = milestone_answer(logo, juergen, now, "de")
    assert withdrawn.response == "utter_milestone_cancelled_client_freelancer_withdrew"
    assert withdrawn.values["amount"] == "800,00 €"


@pytest.mark.parametrize("now", LOADINGS)
async def test_nothing_happened_later_than_now(now: datetime) -> None:
    assert all(event.occurred_at <= now for event in read().events(now))


async def test_the_account_holder_is_named_beside_the_profile(book: PayoutBook) -> None:
    now = LOADINGS[0]
    await book.record_all(read().events(now))

    payout = await book.payout("daniel", "PO-51907")
    profile = await book.profile("daniel")
    assert payout is not None
    values = answer(payout, profile, now, "en").values

    assert (values["holder"], values["name"]) == ("“Okafor Design Ltd”", "“Daniel Okafor”")
    assert values["amount"] == "€1,120.50"


async def test_an_identity_check_is_pending(book: PayoutBook) -> None:
    now = LOADINGS[0]
    await book.record_all(read().events(now))

    profile = await book.profile("murat")

    assert profile is not None
    assert profile.name == "Murat Yıldız"
    assert profile.identity is IdentityState.PENDING
    assert gate_answer(profile, "identity", now, "de").response == "utter_identity_pending"


def test_only_those_in_the_file_are_found() -> None:
    people = read()

    assert isinstance(people.customer("lena"), Customer)
    assert people.customer("nobody") is None
    assert [agent.name for agent in people.agents] == ["Amira", "Jonas", "Sofia", "Ruth", "Nora"]


def test_stuck_money_has_somebody_who_knows_it_well_enough_in_its_team() -> None:
    needed = next(rule for rule in ROUTING.rules if rule.name == "stuck money").targets[0]

    able = [
        agent.name
        for agent in read().agents
        if needed.team in agent.teams and agent.levels.get("payouts", 1) >= needed.min_level
    ]

    assert able == ["Amira", "Sofia", "Ruth"]


def test_a_moment_is_resolved_from_now() -> None:
    sunday = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    in_berlin = Moment.model_validate({"bd_ago": 1, "at": "08:05"}).resolve(sunday)

    assert in_berlin == datetime(2026, 11, 20, 7, 5, tzinfo=UTC)
    assert Moment(hours_ago=2).resolve(sunday) == sunday - timedelta(hours=2)
    assert Moment(days_ago=1).resolve(sunday).date() == date(2026, 11, 21)


@pytest.mark.parametrize("broken", [{"bd_ago": 0}, {"days_ago": -1}, {"weeks_ago": 1}])
def test_a_moment_that_makes_no_sense_is_refused(broken: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Moment.model_validate(broken)


def test_business_days_are_counted_both_ways() -> None:
    sunday = date(2026, 11, 22)

    assert business_days_before(sunday, 1) == date(2026, 11, 20)
    assert business_days_after(sunday, 1) == date(2026, 11, 23)
    for count in range(1, 40):
        assert is_business_day(business_days_before(sunday, count))
        assert business_days_before(business_days_after(sunday, count), count) < sunday + DAY
