"""How long the assistant is waited for, and when it counts as away."""

import asyncio
from dataclasses import dataclass, field

import pytest

from handoff.domain.errors import AssistantUnavailable
from handoff.domain.failure import Failure
from handoff.ports import Answer, Turn
from handoff.services.patience import Limits, Patience
from tests.fakes.outside import FakeAssistant, saying
from tests.handoff.domain.examples import conversation, customer, said

TURN = Turn(conversation=conversation(), seq=2, said=said(), customer=customer())
LIMITS = Limits(answer_timeout_s=0.2, retry_pause_s=0.02, failures_until_away=3, away_s=30)

TIMEOUT = AssistantUnavailable(Failure.TIMEOUT)
UNREACHABLE = AssistantUnavailable(Failure.UNREACHABLE)
EMPTY = AssistantUnavailable(Failure.EMPTY)


@dataclass(slots=True)
class Waited:
    """A patience with its assistant and its clock."""

    assistant: FakeAssistant = field(default_factory=FakeAssistant)
    clock_s: float = 0.0
    patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        """The clock is ours."""
        self.patience = Patience(self.assistant, LIMITS, lambda: self.clock_s)

    async def ask(self, *answers: Answer | AssistantUnavailable) -> Answer | AssistantUnavailable:
        """What comes of it."""
        self.assistant.answers = list(answers)
        try:
            return await self.patience.answer(TURN)
        except AssistantUnavailable as unavailable:
            return unavailable


@pytest.fixture
def waited() -> Waited:
    return Waited()


def _told(outcome: Answer | AssistantUnavailable) -> tuple[Failure, bool]:
    assert isinstance(outcome, AssistantUnavailable)
    return outcome.why, outcome.away


async def test_an_answer_is_an_answer(waited: Waited) -> None:
    assert await waited.ask(saying("hello")) == saying("hello")


async def test_who_does_not_answer_in_time_is_late(waited: Waited) -> None:
    waited.assistant.gate = asyncio.Event()

    assert _told(await waited.ask()) == (Failure.TIMEOUT, False)


async def test_a_restart_is_waited_out(waited: Waited) -> None:
    outcome = await waited.ask(UNREACHABLE, UNREACHABLE, saying("back again"))

    assert outcome == saying("back again")


async def test_who_stays_unreachable_is_given_up_within_the_limit(waited: Waited) -> None:
    assert _told(await waited.ask(*[UNREACHABLE] * 100)) == (Failure.UNREACHABLE, False)
    assert 1 < len(waited.assistant.asked) <= 10


@pytest.mark.parametrize("why", [EMPTY, TIMEOUT])
async def test_who_answered_wrongly_is_not_asked_the_same_again(
    waited: Waited, why: AssistantUnavailable
) -> None:
    await waited.ask(why, saying("second thought"))

    assert len(waited.assistant.asked) == 1


async def test_three_failures_in_a_row_are_an_absence(waited: Waited) -> None:
    outcomes = [_told(await waited.ask(EMPTY))[1] for _ in range(3)]

    assert outcomes == [False, False, True]


async def test_while_it_is_away_nobody_waits_for_it(waited: Waited) -> None:
    for _ in range(3):
        await waited.ask(EMPTY)

    outcome = await waited.ask(saying("I am here"))

    assert _told(outcome) == (Failure.UNREACHABLE, True)
    assert len(waited.assistant.asked) == 3


async def test_a_slow_assistant_is_not_a_dead_one(waited: Waited) -> None:
    for _ in range(3):
        await waited.ask(EMPTY)

    waited.clock_s = LIMITS.away_s

    assert await waited.ask(saying("I am here")) == saying("I am here")


async def test_who_is_still_silent_after_an_absence_is_away_again(waited: Waited) -> None:
    for _ in range(3):
        await waited.ask(EMPTY)
    waited.clock_s = LIMITS.away_s

    assert _told(await waited.ask(EMPTY)) == (Failure.EMPTY, True)


async def test_an_answer_wipes_the_slate_clean(waited: Waited) -> None:
    await waited.ask(EMPTY)
    await waited.ask(EMPTY)
    await waited.ask(saying("hello"))

    assert _told(await waited.ask(EMPTY)) == (Failure.EMPTY, False)
