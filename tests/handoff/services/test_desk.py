"""The agent acts."""

from uuid import uuid4

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import (
    AlreadyClaimed,
    AtCapacity,
    MessageIdReused,
    NotAllowedNow,
    NotOwner,
    StaleEpoch,
    Unknown,
)
from handoff.domain.events import AgentSaid, Closed, CloseReason, HandedBack, NoteAdded
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.messages import Text
from tests.contract.store import ref
from tests.handoff.services.house import House

ONE = MessageId(uuid4())


async def test_who_accepts_owns_it_and_everybody_is_told(house: House) -> None:
    it, agent = await house.store.queued(), await house.store.helper()

    after = await house.desk.accept(agent, it.id, it.epoch)

    assert (after.state, after.owner, after.epoch) == (State.AGENT, ref(agent), it.epoch + 1)
    assert house.hints.told == [it.id]
    assert it.id in house.memory.leases


async def test_what_another_accepted_is_taken(house: House) -> None:
    it = await house.store.queued()
    await house.desk.accept(await house.store.helper("Amira"), it.id, it.epoch)

    with pytest.raises(AlreadyClaimed, match="Amira"):
        await house.desk.accept(await house.store.helper("Bo"), it.id, it.epoch)


async def test_nobody_can_be_accepted_who_does_not_wait(house: House) -> None:
    it, agent = await house.store.started(), await house.store.helper()

    with pytest.raises(NotAllowedNow):
        await house.desk.accept(agent, it.id, it.epoch)


async def test_a_view_from_before_a_change_of_owner_cannot_accept(house: House) -> None:
    it, agent = await house.store.queued(), await house.store.helper()
    await house.inbox.leave_queue(it.customer, it.id)
    await house.handover.ask(it.customer, it.id)

    with pytest.raises(StaleEpoch):
        await house.desk.accept(agent, it.id, it.epoch)


async def test_capacity_is_a_limit_and_every_end_makes_room(house: House) -> None:
    agent = await house.store.helper(capacity=1)
    first, second = await house.store.queued(), await house.store.queued()
    owned = await house.desk.accept(agent, first.id, first.epoch)
    with pytest.raises(AtCapacity):
        await house.desk.accept(agent, second.id, second.epoch)

    await house.desk.close(agent, first.id, owned.epoch, CloseReason.RESOLVED)

    after = await house.desk.accept(agent, second.id, second.epoch)
    assert after.owner == ref(agent)


async def test_who_was_disabled_meanwhile_accepts_nothing(house: House) -> None:
    it, agent = await house.store.queued(), await house.store.helper()
    await house.store.disable(agent.id)

    with pytest.raises(Unknown):
        await house.desk.accept(agent, it.id, it.epoch)


async def test_the_owner_writes_to_the_customer(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    receipt = await house.desk.say(agent, it.id, ONE, "Hello", it.epoch)

    assert house.last(it) == AgentSaid(
        agent=ref(agent), client_message_id=ONE, parts=(Text(text="Hello"),)
    )
    assert (receipt.seq, receipt.repeat) == (it.last_seq + 1, False)
    assert house.hints.told == [it.id]


async def test_a_repeat_adds_nothing_even_after_the_ownership_ended(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)
    first = await house.desk.say(agent, it.id, ONE, "Hello", it.epoch)
    await house.desk.hand_back(agent, it.id, it.epoch)

    again = await house.desk.say(agent, it.id, ONE, "Hello", it.epoch)

    assert (again.seq, again.repeat) == (first.seq, True)
    assert house.types(it).count("agent_said") == 1


async def test_another_message_under_the_same_id_is_refused(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)
    await house.desk.say(agent, it.id, ONE, "Hello", it.epoch)

    with pytest.raises(MessageIdReused):
        await house.desk.say(agent, it.id, ONE, "Goodbye", it.epoch)
    with pytest.raises(MessageIdReused):
        await house.desk.note(agent, it.id, ONE, "Hello")


async def test_the_same_id_in_another_conversation_is_refused(house: House) -> None:
    agent = await house.store.helper()
    here, there = await house.store.owned(agent), await house.store.owned(agent)
    await house.desk.say(agent, here.id, ONE, "Hello", here.epoch)

    with pytest.raises(MessageIdReused):
        await house.desk.say(agent, there.id, ONE, "Hello", there.epoch)


async def test_only_the_owner_acts(house: House) -> None:
    it = await house.store.owned(await house.store.helper("Amira"))
    other = await house.store.helper("Bo")

    with pytest.raises(NotOwner):
        await house.desk.say(other, it.id, ONE, "Hello", it.epoch)
    with pytest.raises(NotOwner):
        await house.desk.hand_back(other, it.id, it.epoch)
    with pytest.raises(NotOwner):
        await house.desk.close(other, it.id, it.epoch, CloseReason.SPAM)

    assert (await house.read(it)).last_seq == it.last_seq


@pytest.mark.parametrize("off", [-1, 1])
async def test_only_the_current_epoch_counts(house: House, off: int) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    with pytest.raises(StaleEpoch):
        await house.desk.say(agent, it.id, ONE, "Hello", it.epoch + off)
    with pytest.raises(StaleEpoch):
        await house.desk.hand_back(agent, it.id, it.epoch + off)
    with pytest.raises(StaleEpoch):
        await house.desk.close(agent, it.id, it.epoch + off, CloseReason.SPAM)


async def test_where_nobody_owns_nobody_writes(house: House) -> None:
    it, agent = await house.store.queued(), await house.store.helper()

    with pytest.raises(NotOwner):
        await house.desk.say(agent, it.id, ONE, "Hello", it.epoch)


async def test_anybody_of_the_team_may_leave_a_note_at_any_time(house: House) -> None:
    agent = await house.store.helper()
    for it in (await house.store.started(), await house.store.queued(), await house.store.closed()):
        message = MessageId(uuid4())

        receipt = await house.desk.note(agent, it.id, message, "known")

        note = NoteAdded(agent=ref(agent), client_message_id=message, text="known")
        assert house.last(it) == note
        assert receipt.seq == it.last_seq + 1


async def test_a_note_repeated_is_one_note(house: House) -> None:
    it, agent = await house.store.queued(), await house.store.helper()
    await house.desk.note(agent, it.id, ONE, "known")

    again = await house.desk.note(agent, it.id, ONE, "known")

    assert again.repeat
    assert house.types(it).count("note_added") == 1


async def test_back_at_the_assistant_with_a_note_for_whoever_comes_next(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    after = await house.desk.hand_back(agent, it.id, it.epoch, "waits for the bank")

    assert house.types(it)[-2:] == ["note_added", "handed_back"]
    assert house.last(it) == HandedBack(agent=ref(agent))
    assert (after.state, after.owner) == (State.BOT, None)


async def test_back_at_the_assistant_without_a_note(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    await house.desk.hand_back(agent, it.id, it.epoch)

    assert house.types(it)[-2:] == ["agent_accepted", "handed_back"]


async def test_the_end_has_a_reason(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    after = await house.desk.close(agent, it.id, it.epoch, CloseReason.DUPLICATE)

    assert house.last(it) == Closed(by="agent", reason=CloseReason.DUPLICATE)
    assert (after.state, after.owner) == (State.CLOSED, None)


async def test_an_unknown_conversation_is_unknown_to_every_deed(house: House) -> None:
    agent, nowhere = await house.store.helper(), ConversationId(uuid4())

    for deed in (
        house.desk.accept(agent, nowhere, 0),
        house.desk.say(agent, nowhere, ONE, "Hello", 0),
        house.desk.note(agent, nowhere, ONE, "Hello"),
        house.desk.hand_back(agent, nowhere, 0),
        house.desk.close(agent, nowhere, 0, CloseReason.SPAM),
    ):
        with pytest.raises(Unknown):
            await deed
