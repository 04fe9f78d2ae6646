"""Guides as customers follow them, over conversations, devices and the assistant."""

from uuid import uuid4

import pytest

from handoff.domain.conversation import Conversation
from handoff.domain.errors import Unknown
from handoff.domain.events import AssistantSaid, CustomerSaid
from handoff.domain.guides import DoneBy, StepDone
from handoff.domain.ids import MessageId
from handoff.domain.messages import ShownGuide, Text
from handoff.domain.people import Customer, CustomerKind, Language
from handoff.ports import Answer
from handoff.services.guides import Guides
from tests.contract.store import identity
from tests.fakes.guides import FakeGuideBook, FakeStanding
from tests.fakes.outside import saying
from tests.handoff.services.house import House


@pytest.fixture
def guides(house: House) -> Guides:
    standing = FakeStanding({"lena": frozenset({"b_done"})})
    return Guides(house.open_work, FakeGuideBook(), standing, house.hints)


async def _lena(house: House) -> Customer:
    async with house.open_work() as work:
        return await work.customers.known(identity("lena"), Language.EN)


async def _chat(house: House, customer: Customer) -> Conversation:
    return await house.store.started(customer.id)


def _done(step: str, guide: str = "move") -> StepDone:
    return StepDone(guide=guide, step=step)


async def test_a_customer_sees_the_guides_of_their_side_and_what_is_known_to_be_done(
    house: House, guides: Guides
) -> None:
    lena = await _lena(house)

    found = await guides.suiting(lena, Language.EN)

    assert lena.kind is CustomerKind.FREELANCER
    assert [it.guide.slug for it in found] == ["move", "sell"]
    assert [it.done for it in found] == [1, 1]


async def test_a_tick_is_kept_and_all_devices_and_agents_hear_of_it(
    house: House, guides: Guides
) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)

    await guides.tick(lena, _done("a"))

    again = await guides.one(lena, "move", Language.DE)
    assert [step.done_by for step in again.steps] == [DoneBy.CUSTOMER, DoneBy.PLATFORM, None]
    assert again.guide.title == "move in de"
    assert house.hints.ticks == [(chat.id, "move")]


@pytest.mark.parametrize("said", [_done("a", "fly"), _done("z")])
async def test_a_step_that_is_not_there_cannot_be_ticked(
    house: House, guides: Guides, said: StepDone
) -> None:
    lena = await _lena(house)

    with pytest.raises(Unknown):
        await guides.tick(lena, said)

    assert house.memory.ticks == {}


async def test_agents_see_the_guides_that_were_begun(house: House, guides: Guides) -> None:
    lena = await _lena(house)
    assert await guides.begun(lena, Language.EN) == ()

    await guides.tick(lena, _done("a", "buy"))

    begun = await guides.begun(lena, Language.EN)
    assert [(it.guide.slug, it.done) for it in begun] == [("buy", 2)]


async def test_the_assistant_is_told_what_is_ticked(house: House, guides: Guides) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    await guides.tick(lena, _done("a"))
    await house.say(chat, "what is next?")

    await house.carry_all()

    ticks = house.assistant.asked[0].ticks
    assert [(tick.guide, tick.step, tick.done) for tick in ticks] == [("move", "a", True)]


async def test_a_step_told_to_the_assistant_is_ticked_with_its_answer(
    house: House, guides: Guides
) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    answer = Answer(parts=(Text(text="Well done."),), understanding=None, steps=(_done("c"),))
    house.assistant.answers.append(answer)
    await house.say(chat, "done")

    await house.carry_all()

    assert (await guides.one(lena, "move", Language.EN)).steps[2].done_by is DoneBy.CUSTOMER
    assert house.hints.ticks == [(chat.id, "move")]


async def test_an_answer_that_comes_too_late_ticks_nothing(house: House, guides: Guides) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    house.assistant.answers.append(Answer(parts=(), understanding=None, steps=(_done("c"),)))
    await house.say(chat, "done")
    (turn,) = await house.turns()
    await house.handover.ask(lena.id, chat.id)

    await house.relay.carry(turn)

    assert house.memory.ticks == {}


async def test_opening_a_guide_asks_the_assistant_for_it(house: House, guides: Guides) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    house.assistant.answers.append(saying("Here it is."))

    cards = await guides.cards(lena, "move")
    await house.inbox.follow(lena.id, chat.id, MessageId(uuid4()), cards)
    await house.carry_all()

    said, answered = (entry.event for entry in house.log(chat)[-2:])
    assert isinstance(said, CustomerSaid)
    assert said.parts == (Text(text="Step by step: move in en"),)
    assert said.choice is not None
    assert said.choice.payload == '/start_guide{"guide": "move"}'
    assert isinstance(answered, AssistantSaid)


async def test_a_guide_opened_while_people_answer_is_there_at_once(
    house: House, guides: Guides
) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    await house.say(chat)
    await house.handover.ask(lena.id, chat.id)

    cards = await guides.cards(lena, "move")
    await house.inbox.follow(lena.id, chat.id, MessageId(uuid4()), cards)

    said = house.last(chat)
    assert isinstance(said, CustomerSaid)
    assert said.parts[1:] == (ShownGuide(guide=cards(Language.EN)),)


async def test_opening_a_guide_again_under_the_same_id_adds_nothing(
    house: House, guides: Guides
) -> None:
    lena = await _lena(house)
    chat = await _chat(house, lena)
    cards, message = await guides.cards(lena, "move"), MessageId(uuid4())

    first = await house.inbox.follow(lena.id, chat.id, message, cards)
    again = await house.inbox.follow(lena.id, chat.id, message, cards)

    assert again.repeat
    assert again.seq == first.seq


async def test_what_a_visitor_ticked_is_theirs_when_they_sign_in(house: House) -> None:
    async with house.open_work() as work:
        visitor = await work.customers.visitor(Language.EN)
        await work.sessions.open("visitor", visitor.id, 60)
        await work.guides.tick(visitor.id, _done("a"))
    house.identities.signed["signed"] = identity("lena")

    visit = await house.arrive("signed", "visitor")

    async with house.open_work() as work:
        assert [tick.step for tick in await work.guides.ticks(visit.customer.id)] == ["a"]
