"""A person is needed."""

from uuid import uuid4

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import NotAllowedNow, Unknown
from handoff.domain.events import AssistantSaid, HumanAsked
from handoff.domain.ids import CustomerId
from handoff.domain.messages import Entity, Understanding
from handoff.domain.packet import Facts, Reason
from handoff.domain.people import Language
from tests.contract.store import identity, spoken
from tests.handoff.domain.examples import answered, payout
from tests.handoff.services.house import House


def _about(reference: str | None, to: int, slot: object = None) -> AssistantSaid:
    entities = (Entity(entity="payout_reference", value=reference),) if reference else ()
    slots = {"payout_reference": slot} if slot is not None else {}
    reading = Understanding(
        intent="ask_payout_status", confidence=0.9, entities=entities, slots=slots
    )
    return answered(to=to, reading=reading)


async def _lena(house: House) -> Conversation:
    async with house.open_work() as work:
        lena = await work.customers.known(identity("lena", name="Lena"), Language.DE)
    return await house.store.started(lena.id)


async def test_the_control_that_is_always_there_asks_for_a_person(house: House) -> None:
    it = await house.store.started()
    await house.say(it)

    after = await house.handover.ask(it.customer, it.id)

    asked = house.last(it)
    assert isinstance(asked, HumanAsked)
    assert (after.state, asked.reason, asked.rule) == (State.QUEUED, Reason.CUSTOMER_ASKED, None)
    assert asked.case_number == it.case_number
    assert after.packet == asked.packet
    assert house.hints.told[-1] == it.id


async def test_asking_twice_is_refused_and_changes_nothing(house: House) -> None:
    it = await house.store.started()
    await house.handover.ask(it.customer, it.id)

    with pytest.raises(NotAllowedNow):
        await house.handover.ask(it.customer, it.id)

    assert house.types(it) == ["started", "human_asked"]


async def test_nobody_asks_for_a_person_in_somebody_elses_name(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(Unknown):
        await house.handover.ask(CustomerId(uuid4()), it.id)


async def test_the_packet_holds_what_the_platform_knows_of_a_signed_in_customer(
    house: House,
) -> None:
    it = await _lena(house)
    house.facts.known["lena"] = Facts(identity="verified", tax="missing", payout=payout())

    after = await house.handover.ask(it.customer, it.id)

    assert after.packet is not None
    assert (after.packet.identity, after.packet.tax) == ("verified", "missing")
    assert after.packet.payout == payout()


async def test_of_a_visitor_the_platform_is_not_even_asked(house: House) -> None:
    it = await house.store.started()

    after = await house.handover.ask(it.customer, it.id)

    assert after.packet is not None
    assert after.packet.payout is None
    assert house.facts.references == []


@pytest.mark.parametrize(
    ("readings", "reference"),
    [
        ((), None),
        ((_about(None, 2),), None),
        ((_about("PO-1", 2),), "PO-1"),
        ((_about(None, 2, slot="PO-2"),), "PO-2"),
        ((_about("PO-1", 2, slot="PO-2"),), "PO-1"),
        ((_about(None, 2, slot=7),), None),
        ((_about("PO-1", 2), _about(None, 4)), "PO-1"),
        ((_about("PO-1", 2), _about("PO-3", 4)), "PO-3"),
    ],
)
async def test_the_payout_is_the_one_talked_about_last(
    house: House, readings: tuple[AssistantSaid, ...], reference: str | None
) -> None:
    it = await _lena(house)
    for reading in readings:
        await house.store.append(it.id, spoken(), reading)

    await house.handover.ask(it.customer, it.id)

    assert house.facts.references == [reference]


async def test_earlier_cases_of_the_customer_are_in_the_packet_and_no_others(
    house: House,
) -> None:
    earlier = await house.store.closed()
    await house.store.closed()
    it = await house.read((await house.say(earlier)).conversation)

    after = await house.handover.ask(it.customer, it.id)

    assert after.packet is not None
    assert [case.conversation for case in after.packet.earlier] == [earlier.id]
