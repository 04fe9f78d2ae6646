"""Messages go to the assistant and its answers into the log, once."""

import asyncio
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import AssistantUnavailable, Conflict, Unavailable
from handoff.domain.events import AssistantFailed, AssistantSaid, HumanAsked, LanguageChanged
from handoff.domain.failure import Failure
from handoff.domain.ids import MessageId
from handoff.domain.messages import Choices, Text, Understanding
from handoff.domain.packet import Reason
from handoff.domain.people import Language
from handoff.ports import Answer, Turn, Work
from handoff.services.relay import GIVE_UP_AFTER, Relay
from tests.fakes.outside import saying
from tests.handoff.services.house import House

READING = Understanding(intent="ask_fees", confidence=0.8)


async def test_a_message_is_answered(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [saying("Ten percent.", READING)]
    receipt = await house.say(it, "What are the fees?")

    await house.carry_all()

    assert house.last(it) == AssistantSaid(
        in_reply_to=receipt.seq, parts=(Text(text="Ten percent."),), understanding=READING
    )
    assert house.hints.told == [it.id, it.id]
    assert await house.turns() == ()


async def test_an_answer_is_told_as_a_turn_only_when_more_was_said_meanwhile(
    house: House,
) -> None:
    it = await house.store.started()
    await house.say(it, "one")
    (turn,) = await house.turns()
    await house.say(it, "two")
    house.hints.turns.clear()

    await house.relay.carry(turn)
    after_one = list(house.hints.turns)
    await house.carry_all()

    assert (after_one, house.hints.turns) == ([it.id], [it.id])


async def test_messages_are_answered_one_by_one_in_their_order(house: House) -> None:
    it = await house.store.started()
    for text in ("one", "two", "three"):
        await house.say(it, text)

    await house.carry_all()

    replies = [entry.event for entry in house.log(it) if isinstance(entry.event, AssistantSaid)]
    assert [reply.in_reply_to for reply in replies] == [2, 3, 4]
    assert [turn.seq for turn in house.assistant.asked] == [2, 3, 4]


async def test_the_same_turn_carried_twice_adds_nothing(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()

    await asyncio.gather(house.relay.carry(turn), house.relay.carry(turn))

    assert house.types(it) == ["started", "customer_said", "assistant_said"]


async def test_an_answer_that_comes_after_a_person_took_over_is_not_said(house: House) -> None:
    it = await house.store.started()
    agent = await house.store.helper()
    await house.say(it)
    (turn,) = await house.turns()
    house.assistant.gate = asyncio.Event()
    late = asyncio.create_task(house.relay.carry(turn))
    queued = await house.handover.ask(it.customer, it.id)
    await house.desk.accept(agent, it.id, queued.epoch)

    house.assistant.gate.set()
    await late

    assert house.types(it)[-1] == "agent_accepted"


async def test_an_answer_that_comes_after_the_end_is_not_said(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()
    await house.inbox.close(it.customer, it.id)

    await house.relay.carry(turn)

    assert house.types(it)[-1] == "closed"


async def test_what_was_asked_before_a_person_took_over_is_not_answered_after_they_left(
    house: House,
) -> None:
    it = await house.store.started()
    agent = await house.store.helper()
    await house.say(it)
    (turn,) = await house.turns()
    queued = await house.handover.ask(it.customer, it.id)
    owned = await house.desk.accept(agent, it.id, queued.epoch)
    await house.desk.hand_back(agent, it.id, owned.epoch)

    await house.relay.carry(turn)
    await house.carry_all()

    assert house.types(it)[-1] == "handed_back"


async def test_the_assistant_can_ask_for_a_person_and_its_words_are_in_the_packet(
    house: House,
) -> None:
    it = await house.store.started()
    house.assistant.answers = [replace(saying("One moment."), asks_human=(Reason.RULE, "anger"))]
    await house.say(it, "This is enough")

    await house.carry_all()

    asked = house.last(it)
    assert isinstance(asked, HumanAsked)
    assert house.types(it)[-2:] == ["assistant_said", "human_asked"]
    assert (asked.reason, asked.rule, asked.in_reply_to) == (Reason.RULE, "anger", 2)
    assert [tried.answer for tried in asked.packet.tried] == ["One moment."]


async def test_a_message_that_waits_during_the_handoff_is_for_the_person(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [
        replace(saying("One moment."), asks_human=(Reason.CUSTOMER_ASKED, None))
    ]
    await house.say(it, "A person please")
    (turn,) = await house.turns()
    await house.say(it, "and hurry")

    await house.relay.carry(turn)
    await house.carry_all()

    after = await house.read(it)
    assert (after.state, len(house.assistant.asked)) == (State.QUEUED, 1)


async def test_the_customers_wish_for_a_language_holds_from_now_on(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [replace(saying("Gern."), language=Language.DE)]
    await house.say(it)

    await house.carry_all()

    assert house.last(it) == LanguageChanged(language=Language.DE)
    assert (await house.read(it)).language is Language.DE


async def test_the_language_it_is_in_already_is_no_change(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [replace(saying("Sure."), language=Language.EN)]
    await house.say(it)

    await house.carry_all()

    assert house.types(it)[-1] == "assistant_said"


@pytest.mark.parametrize("why", list(Failure))
async def test_without_an_answer_the_customer_is_told_and_offered_a_person(
    house: House, why: Failure
) -> None:
    it = await house.store.started()
    house.assistant.answers = [AssistantUnavailable(why)]
    await house.say(it)

    await house.carry_all()

    failed = house.last(it)
    assert isinstance(failed, AssistantFailed)
    assert (failed.in_reply_to, failed.why) == (2, why)
    assert isinstance(failed.parts[-1], Choices)
    assert await house.turns() == ()


async def test_the_offered_person_comes_without_the_assistant(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [AssistantUnavailable(Failure.TIMEOUT)]
    await house.say(it)
    await house.carry_all()
    await house.inbox.choose(it.customer, it.id, MessageId(uuid4()), "2-person")

    await house.carry_all()

    asked = house.last(it)
    assert isinstance(asked, HumanAsked)
    assert asked.reason is Reason.CUSTOMER_ASKED
    assert len(house.assistant.asked) == 1


async def test_while_the_assistant_is_away_a_person_is_asked_for_at_once(house: House) -> None:
    it = await house.store.started()
    house.assistant.answers = [AssistantUnavailable(Failure.UNREACHABLE, away=True)]
    await house.say(it)

    await house.carry_all()

    asked = house.last(it)
    assert isinstance(asked, HumanAsked)
    assert asked.reason is Reason.BOT_UNAVAILABLE
    assert (await house.read(it)).state is State.QUEUED


async def test_when_the_answer_cannot_be_stored_the_turn_stays(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()
    house.assistant.gate = asyncio.Event()
    carried = asyncio.create_task(house.relay.carry(turn))
    await house.assistant.listening.wait()
    house.memory.down = True
    house.assistant.gate.set()

    with pytest.raises(Unavailable):
        await carried

    house.memory.down = False
    house.memory.turns.clear()  # as the lease does by itself
    await house.carry_all()
    assert house.types(it) == ["started", "customer_said", "assistant_said"]


async def test_a_relay_that_is_stopped_lets_go_of_its_turn(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()
    house.assistant.gate = asyncio.Event()
    carried = asyncio.create_task(house.relay.carry(turn))
    await house.assistant.listening.wait()

    carried.cancel()
    await asyncio.gather(carried, return_exceptions=True)

    assert [again.conversation.id for again in await house.turns()] == [it.id]


class _Mistaken:
    """An assistant of ours with a mistake in it."""

    def __init__(self) -> None:
        self.asked = 0

    async def answer(self, _turn: Turn) -> Answer:
        self.asked += 1
        raise ZeroDivisionError


async def _tried(house: House, relay: Relay, times: int) -> None:
    for _ in range(times):
        (turn,) = await house.turns()
        with suppress(ZeroDivisionError):
            await relay.carry(turn)


async def test_after_some_failures_by_a_mistake_of_ours_the_customer_is_told_and_offered_a_person(
    house: House,
) -> None:
    it, mistaken = await house.store.started(), _Mistaken()
    relay = Relay(house.open_work, house.open_work, mistaken, house.handover)
    await house.say(it)

    await _tried(house, relay, GIVE_UP_AFTER)
    assert house.types(it) == ["started", "customer_said"]
    await _tried(house, relay, 1)

    failed = house.last(it)
    assert isinstance(failed, AssistantFailed)
    assert failed.why is Failure.BROKEN
    assert any(isinstance(part, Choices) for part in failed.parts)
    assert mistaken.asked == GIVE_UP_AFTER
    assert await house.turns() == ()


async def test_the_next_message_is_tried_afresh(house: House) -> None:
    it = await house.store.started()
    relay = Relay(house.open_work, house.open_work, _Mistaken(), house.handover)
    await house.say(it)
    await _tried(house, relay, GIVE_UP_AFTER + 1)
    await house.say(it)

    await house.carry_all()

    assert house.types(it)[-2:] == ["customer_said", "assistant_said"]


async def test_what_others_do_or_an_absent_database_is_no_mistake_of_ours(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    for error in (Unavailable("gone"), Conflict("first")):

        class _Raises:
            async def answer(self, _turn: Turn, error: Exception = error) -> Answer:
                raise error

        (turn,) = await house.turns()
        with pytest.raises(type(error)):
            await Relay(house.open_work, house.open_work, _Raises(), house.handover).carry(turn)

    (again,) = await house.turns()
    assert again.failures == 0


class _NoWork:
    """A transaction that must not be needed."""

    def __call__(self) -> AbstractAsyncContextManager[Work]:
        raise AssertionError("a transaction was opened")


async def test_an_answer_that_nothing_came_in_between_of_needs_no_transaction(
    house: House,
) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()

    await Relay(_NoWork(), house.open_work, house.assistant, house.handover).carry(turn)

    assert house.types(it) == ["started", "customer_said", "assistant_said"]


async def test_an_answer_stands_at_the_time_it_was_given_not_at_that_of_the_claim(
    house: House,
) -> None:
    it = await house.store.started()
    await house.say(it)
    (turn,) = await house.turns()
    clock = iter((100.0, 107.5))

    await Relay(
        house.open_work, house.open_work, house.assistant, house.handover, lambda: next(clock)
    ).carry(turn)

    assert house.log(it)[-1].at == turn.conversation.as_of + timedelta(seconds=7.5)
