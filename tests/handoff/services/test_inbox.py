"""The customer spoke."""

from dataclasses import replace
from uuid import uuid4

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import (
    MessageIdReused,
    NotAllowedNow,
    Unavailable,
    Unknown,
    UnknownChoice,
)
from handoff.domain.events import AgentAccepted, AssistantSaid, Closed, CloseReason, CustomerSaid
from handoff.domain.ids import ConversationId, CustomerId, MessageId
from handoff.domain.messages import Choices, Text
from handoff.domain.people import Language
from tests.contract.store import asked, ref, spoken
from tests.handoff.domain.examples import BUTTON, answered
from tests.handoff.services.house import House

ONE = MessageId(uuid4())


async def test_what_is_said_is_kept_and_told(house: House) -> None:
    it = await house.store.started()

    receipt = await house.inbox.say(it.customer, it.id, ONE, "Where is it?")

    assert (receipt.conversation, receipt.seq, receipt.repeat) == (it.id, 2, False)
    assert house.last(it) == CustomerSaid(
        client_message_id=ONE, parts=(Text(text="Where is it?"),), language=Language.EN
    )
    assert house.hints.told == house.hints.turns == [it.id]


async def test_a_repeat_adds_nothing_and_tells_nobody(house: House) -> None:
    it = await house.store.started()
    first = await house.inbox.say(it.customer, it.id, ONE, "hello")

    again = await house.inbox.say(it.customer, it.id, ONE, "hello")

    assert (again.conversation, again.seq, again.repeat) == (first.conversation, first.seq, True)
    assert house.types(it) == ["started", "customer_said"]
    assert house.hints.told == [it.id]


async def test_another_message_under_the_same_id_is_refused(house: House) -> None:
    it = await house.store.started()
    await house.inbox.say(it.customer, it.id, ONE, "hello")

    with pytest.raises(MessageIdReused):
        await house.inbox.say(it.customer, it.id, ONE, "goodbye")

    assert house.types(it) == ["started", "customer_said"]


async def test_the_same_id_is_another_message_of_another_customer(house: House) -> None:
    mine, theirs = await house.store.started(), await house.store.started()
    await house.inbox.say(mine.customer, mine.id, ONE, "hello")

    receipt = await house.inbox.say(theirs.customer, theirs.id, ONE, "something else")

    assert (receipt.conversation, receipt.repeat) == (theirs.id, False)


async def test_a_repeat_after_the_end_is_still_a_repeat(house: House) -> None:
    it = await house.store.started()
    await house.inbox.say(it.customer, it.id, ONE, "hello")
    await house.inbox.close(it.customer, it.id)

    again = await house.inbox.say(it.customer, it.id, ONE, "hello")

    assert (again.conversation, again.seq, again.repeat) == (it.id, 2, True)
    assert len(house.memory.conversations) == 1


async def test_writing_to_a_closed_conversation_starts_the_next(house: House) -> None:
    it = await house.store.closed()

    receipt = await house.say(it, "one more thing")

    after = await house.read(receipt.conversation)
    assert (await house.read(it)).next == receipt.conversation
    assert (after.previous, after.state, after.said_seq) == (it.id, State.BOT, 2)
    assert house.types(after) == ["started", "customer_said"]


async def test_who_looks_at_the_closed_one_is_told_that_it_goes_on(house: House) -> None:
    first = await house.store.closed()
    second = await house.read((await house.say(first)).conversation)
    await house.inbox.close(second.customer, second.id)
    house.hints.told.clear()

    third = await house.say(first)

    assert house.hints.told == [third.conversation, second.id, first.id]


async def test_an_old_device_finds_where_the_talk_goes_on(house: House) -> None:
    first = await house.store.closed()
    second = await house.read((await house.say(first)).conversation)
    await house.inbox.close(second.customer, second.id)
    third = await house.say(second)

    receipt = await house.say(first)

    assert receipt.conversation == third.conversation


async def test_a_closed_conversation_without_a_next_goes_on_in_the_open_one(house: House) -> None:
    closed = await house.store.closed()
    elsewhere = await house.store.started(closed.customer)

    receipt = await house.say(closed)

    assert receipt.conversation == elsewhere.id


@pytest.mark.parametrize("whose", ["nobody's", "somebody else's"])
async def test_nobody_writes_into_what_is_not_theirs(house: House, whose: str) -> None:
    mine, other = await house.store.started(), await house.store.started()
    there = other.id if whose == "somebody else's" else ConversationId(uuid4())

    with pytest.raises(Unknown):
        await house.inbox.say(mine.customer, there, ONE, "let me in")

    assert house.types(other) == ["started"]


async def test_a_text_decides_the_language_and_a_short_one_keeps_it(house: House) -> None:
    it = await house.store.started()

    await house.say(it, "wo ist das Geld")
    german = (await house.read(it)).language
    await house.say(it, "ok")

    assert (german, (await house.read(it)).language) == (Language.DE, Language.DE)


async def test_a_button_is_what_was_offered_and_says_its_title(house: House) -> None:
    it = await house.store.started()
    offer = Choices(choices=(BUTTON,))
    await house.store.append(it.id, spoken(), _offering(offer))

    receipt = await house.inbox.choose(it.customer, it.id, ONE, BUTTON.id)
    again = await house.inbox.choose(it.customer, it.id, ONE, BUTTON.id)

    assert house.last(it) == CustomerSaid(
        client_message_id=ONE,
        parts=(Text(text=BUTTON.title),),
        language=Language.EN,
        choice=BUTTON,
    )
    assert (receipt.repeat, again.repeat) == (False, True)


@pytest.mark.parametrize("forged", ["9-9-9", BUTTON.payload, BUTTON.title, ""])
async def test_a_button_nobody_offered_does_nothing(house: House, forged: str) -> None:
    it = await house.store.started()
    await house.store.append(it.id, spoken(), _offering(Choices(choices=(BUTTON,))))

    with pytest.raises(UnknownChoice):
        await house.inbox.choose(it.customer, it.id, ONE, forged)

    assert (await house.read(it)).last_seq == 3


async def test_a_button_offered_to_somebody_else_does_nothing(house: House) -> None:
    mine, theirs = await house.store.started(), await house.store.started()
    await house.store.append(theirs.id, spoken(), _offering(Choices(choices=(BUTTON,))))

    with pytest.raises(UnknownChoice):
        await house.inbox.choose(mine.customer, mine.id, ONE, BUTTON.id)
    with pytest.raises(Unknown):
        await house.inbox.choose(mine.customer, theirs.id, ONE, BUTTON.id)


async def test_a_button_under_the_id_of_a_text_is_refused(house: House) -> None:
    it = await house.store.started()
    await house.store.append(it.id, spoken(), _offering(Choices(choices=(BUTTON,))))
    await house.inbox.say(it.customer, it.id, ONE, BUTTON.id)

    with pytest.raises(MessageIdReused):
        await house.inbox.choose(it.customer, it.id, ONE, BUTTON.id)


async def test_who_waits_can_go_back_to_the_assistant(house: House) -> None:
    it = await house.store.queued()

    after = await house.inbox.leave_queue(it.customer, it.id)

    assert (after.state, house.last(it).type) == (State.BOT, "returned_to_assistant")
    assert house.hints.told == [it.id]


async def test_who_does_not_wait_cannot_leave_the_queue(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(NotAllowedNow):
        await house.inbox.leave_queue(it.customer, it.id)


async def test_the_customer_ends_it_once(house: House) -> None:
    it = await house.store.started()

    after = await house.inbox.close(it.customer, it.id)

    assert house.last(it) == Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)
    assert after.state is State.CLOSED
    with pytest.raises(NotAllowedNow):
        await house.inbox.close(it.customer, it.id)


async def test_nobody_ends_or_leaves_what_is_not_theirs(house: House) -> None:
    it = await house.store.queued()
    stranger = CustomerId(uuid4())

    with pytest.raises(Unknown):
        await house.inbox.close(stranger, it.id)
    with pytest.raises(Unknown):
        await house.inbox.leave_queue(stranger, it.id)


async def test_while_waiting_and_with_an_agent_the_customer_may_go_on_writing(
    house: House,
) -> None:
    it = await house.store.started()
    await house.store.append(it.id, spoken(), asked())
    await house.say(it)
    await house.store.append(it.id, AgentAccepted(agent=ref(await house.store.helper())))
    await house.say(it)

    assert house.types(it)[-3:] == ["customer_said", "agent_accepted", "customer_said"]


async def test_when_nothing_could_be_stored_nothing_is_acknowledged(house: House) -> None:
    it = await house.store.started()
    house.memory.down = True

    with pytest.raises(Unavailable):
        await house.inbox.say(it.customer, it.id, ONE, "hello")

    assert house.hints.told == []


def _offering(offer: Choices) -> AssistantSaid:
    return replace(answered(to=2), parts=(offer,))
