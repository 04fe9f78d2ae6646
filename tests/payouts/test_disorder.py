"""Whatever the order and however often events arrive, the book ends up the same."""

from dataclasses import dataclass
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from payouts.book import PayoutBook
from payouts.events import PlatformEvent
from payouts.states import IdentityState, PayoutState, TaxState
from tests.payouts.examples import customer_event, event, payout_event

EXAMPLE = count(10_000)
"""Each example has a customer and a payout of its own, so that all can share one database."""


@dataclass(frozen=True)
class Story:
    """What happened, in order, and how it arrived."""

    sub: str
    reference: str
    states: list[PayoutState]
    identities: list[IdentityState]
    taxes: list[TaxState]
    arrival: list[PlatformEvent]


@st.composite
def stories(draw: DrawFn) -> Story:
    number = next(EXAMPLE)
    sub, reference = f"s{number}", f"PO-{number}"
    states = draw(st.lists(st.sampled_from(PayoutState), min_size=1, max_size=6))
    identities = draw(st.lists(st.sampled_from(IdentityState), min_size=1, max_size=3))
    taxes = draw(st.lists(st.sampled_from(TaxState), min_size=1, max_size=3))
    events = [
        customer_event(f"c{number}", sub=sub),
        *(
            payout_event(f"p{number}-{n}", state, hours=n, sub=sub, reference=reference)
            for n, state in enumerate(states)
        ),
        *(
            event(f"i{number}-{n}", "identity.changed", hours=n, sub=sub, state=state)
            for n, state in enumerate(identities)
        ),
        *(
            event(f"t{number}-{n}", "tax.changed", hours=n, sub=sub, state=state)
            for n, state in enumerate(taxes)
        ),
    ]
    again = draw(st.lists(st.sampled_from(events), max_size=5))
    arrival = draw(st.permutations([*events, *again]))
    return Story(sub, reference, states, identities, taxes, arrival)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=stories())
async def test_any_order_and_any_repetition_end_in_the_same_book(
    book: PayoutBook, story: Story
) -> None:
    recorded = [await book.record(each) for each in story.arrival]

    told = await book.payout(story.sub, story.reference)
    profile = await book.profile(story.sub)
    assert recorded.count(True) == len({each.id for each in story.arrival})
    assert told is not None
    assert [step.state for step in told.history] == story.states
    assert told.state is story.states[-1]
    assert profile is not None
    assert (profile.identity, profile.tax) == (story.identities[-1], story.taxes[-1])
