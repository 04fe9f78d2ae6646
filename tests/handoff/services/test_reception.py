"""Customers come in, go, and turn out to be somebody known."""

from uuid import uuid4

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import InvalidIdentity, NotSignedIn
from handoff.domain.events import Channel, Closed, CloseReason
from handoff.domain.ids import MessageId
from handoff.domain.people import CustomerKind, Language
from handoff.services.reception import Arrival, Visit
from handoff.services.recognition import Recognition
from tests.contract.store import identity
from tests.handoff.services.house import House

TOKEN = "signed by the platform"


async def _arrive(
    house: House, sub: str | None = None, before: Visit | None = None, language: str = "en"
) -> Visit:
    token = None
    if sub is not None:
        token = f"{TOKEN} {uuid4()}"
        house.identities.signed[token] = identity(sub, name=sub.title())
    return await house.reception.admit(
        Arrival(
            channel=Channel.WEB,
            language=Language(language),
            page_url="https://shop.example",
            identity_token=token,
            visitor_token=before.token if before else None,
        )
    )


async def _say(house: House, visit: Visit, text: str = "hello") -> None:
    await house.say(visit.conversation, text)


async def test_a_visitor_gets_a_session_and_a_conversation(house: House) -> None:
    visit = await _arrive(house, language="de")

    assert visit.customer.kind is CustomerKind.VISITOR
    assert visit.conversation.language is Language.DE
    assert visit.conversation.page_url == "https://shop.example"
    assert await Recognition(house.open_work).customer(visit.token) == visit.customer


async def test_a_customer_on_another_device_sees_the_same_conversation(house: House) -> None:
    first = await _arrive(house, "lena")

    second = await _arrive(house, "lena")

    assert second.token != first.token
    assert second.customer.id == first.customer.id
    assert second.conversation.id == first.conversation.id


async def test_a_customer_comes_back_after_the_end_to_a_new_conversation(house: House) -> None:
    first = await _arrive(house, "lena")
    await house.inbox.close(first.customer.id, first.conversation.id)

    second = await _arrive(house, "lena")

    assert second.conversation.previous == first.conversation.id


async def test_two_visitors_have_nothing_in_common(house: House) -> None:
    one, other = await _arrive(house), await _arrive(house)

    assert one.customer.id != other.customer.id
    assert one.conversation.id != other.conversation.id


async def test_a_token_that_the_platform_did_not_sign_opens_nothing(house: House) -> None:
    arrival = Arrival(
        channel=Channel.WEB,
        language=Language.EN,
        page_url=None,
        identity_token="forged",
        visitor_token=None,
    )

    with pytest.raises(InvalidIdentity):
        await house.reception.admit(arrival)

    assert house.memory.sessions == {}
    assert house.memory.customers == {}


async def test_a_token_of_the_platform_opens_one_session_only(house: House) -> None:
    house.identities.signed[TOKEN] = identity("lena")
    arrival = Arrival(
        channel=Channel.WEB,
        language=Language.EN,
        page_url=None,
        identity_token=TOKEN,
        visitor_token=None,
    )
    await house.reception.admit(arrival)

    with pytest.raises(InvalidIdentity):
        await house.reception.admit(arrival)


async def test_a_reload_finds_everything_where_it_was(house: House) -> None:
    visit = await _arrive(house, "lena")
    await _say(house, visit)

    again = await house.reception.resume(visit.token)

    assert (again.token, again.customer) == (visit.token, visit.customer)
    assert again.conversation.id == visit.conversation.id
    assert again.conversation.last_seq == 2


async def test_a_reload_after_the_end_shows_what_was_last(house: House) -> None:
    visit = await _arrive(house)
    await house.inbox.close(visit.customer.id, visit.conversation.id)

    again = await house.reception.resume(visit.token)

    assert again.conversation.state is State.CLOSED


async def test_after_leaving_the_session_is_worth_nothing(house: House) -> None:
    visit = await _arrive(house)

    await house.reception.leave(visit.token)

    with pytest.raises(NotSignedIn):
        await house.reception.resume(visit.token)
    with pytest.raises(NotSignedIn):
        await Recognition(house.open_work).customer(visit.token)


async def test_a_session_lapses_by_itself(house: House) -> None:
    visit = await _arrive(house)
    house.memory.sessions = {}

    with pytest.raises(NotSignedIn):
        await house.reception.resume(visit.token)


async def test_what_a_visitor_said_is_the_customers_once_they_sign_in(house: House) -> None:
    visitor = await _arrive(house)
    await _say(house, visitor)

    signed_in = await _arrive(house, "lena", visitor)

    assert signed_in.conversation.id == visitor.conversation.id
    assert house.owner(visitor.conversation) == signed_in.customer.id
    with pytest.raises(NotSignedIn):
        await house.reception.resume(visitor.token)


async def test_a_message_sent_again_after_signing_in_is_still_a_repeat(house: House) -> None:
    visitor, message = await _arrive(house), MessageId(uuid4())
    it = visitor.conversation
    await house.inbox.say(visitor.customer.id, it.id, message, "hello")
    signed_in = await _arrive(house, "lena", visitor)

    again = await house.inbox.say(signed_in.customer.id, it.id, message, "hello")

    assert (again.seq, again.repeat) == (2, True)
    assert house.types(it) == ["started", "customer_said"]


async def test_earlier_cases_of_the_visitor_come_along(house: House) -> None:
    visitor = await _arrive(house)
    await house.inbox.close(visitor.customer.id, visitor.conversation.id)
    await _say(house, visitor)

    signed_in = await _arrive(house, "lena", visitor)

    async with house.open_work() as work:
        mine = await work.reads.of_customer(signed_in.customer.id)
    assert len(mine) == 2
    assert mine[0].id == signed_in.conversation.id


async def _both_talk(house: House, *, mine: bool, theirs: bool) -> tuple[Visit, Visit, Visit]:
    """A customer's conversation, a visitor's, each waiting for a person or not; then the merge."""
    known, visitor = await _arrive(house, "lena"), await _arrive(house)
    await _say(house, known)
    await _say(house, visitor)
    for visit, waits in ((known, mine), (visitor, theirs)):
        if waits:
            await house.handover.ask(visit.customer.id, visit.conversation.id)
    return known, visitor, await _arrive(house, "lena", visitor)


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [(False, False, "mine"), (True, False, "mine"), (True, True, "mine"), (False, True, "theirs")],
)
async def test_one_conversation_stays_open_and_whoever_waits_keeps_their_place(
    house: House, mine: bool, theirs: bool, kept: str
) -> None:
    known, visitor, after = await _both_talk(house, mine=mine, theirs=theirs)

    stays, goes = (known, visitor) if kept == "mine" else (visitor, known)
    assert after.conversation.id == stays.conversation.id
    ended: Conversation = await house.read(goes.conversation)
    assert (ended.state, ended.customer) == (State.CLOSED, after.customer.id)
    assert house.last(ended) == Closed(by="system", reason=CloseReason.SIGNED_IN_ELSEWHERE)


async def test_a_signed_in_customer_is_never_merged_into_another(house: House) -> None:
    lena, tom = await _arrive(house, "lena"), await _arrive(house, "tom")
    await _say(house, lena)

    again = await _arrive(house, "tom", lena)

    assert again.customer.id == tom.customer.id
    assert house.owner(lena.conversation) == lena.customer.id
    assert (await house.reception.resume(lena.token)).customer.id == lena.customer.id


async def test_an_ended_visitors_session_merges_nothing(house: House) -> None:
    visitor = await _arrive(house)
    await _say(house, visitor)
    await house.reception.leave(visitor.token)

    signed_in = await _arrive(house, "lena", visitor)

    assert house.owner(visitor.conversation) == visitor.customer.id
    assert signed_in.conversation.id != visitor.conversation.id


async def test_a_visitors_token_without_an_identity_merges_nothing(house: House) -> None:
    visitor = await _arrive(house)

    again = await _arrive(house, before=visitor)

    assert again.customer.id != visitor.customer.id
    assert (await house.reception.resume(visitor.token)).customer.id == visitor.customer.id


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [(False, True, "theirs"), (True, False, "mine"), (False, False, "mine")],
)
async def test_what_was_said_goes_before_a_conversation_in_which_nothing_was(
    house: House, mine: bool, theirs: bool, kept: str
) -> None:
    known, visitor = await _arrive(house, "lena"), await _arrive(house)
    for visit, talks in ((known, mine), (visitor, theirs)):
        if talks:
            await _say(house, visit)

    after = await _arrive(house, "lena", visitor)

    stays, goes = (known, visitor) if kept == "mine" else (visitor, known)
    assert after.conversation.id == stays.conversation.id
    assert (await house.read(goes.conversation)).state is State.CLOSED
    assert set(after.changed) == {known.conversation.id, visitor.conversation.id}


async def test_an_empty_conversation_that_waits_for_a_person_keeps_its_place(house: House) -> None:
    known, visitor = await _arrive(house, "lena"), await _arrive(house)
    await house.handover.ask(known.customer.id, known.conversation.id)
    await _say(house, visitor)

    after = await _arrive(house, "lena", visitor)

    assert after.conversation.id == known.conversation.id


async def test_whoever_comes_back_after_the_end_has_the_ended_one_looked_at(house: House) -> None:
    known = await _arrive(house, "lena")
    await house.inbox.close(known.customer.id, known.conversation.id)

    again = await _arrive(house, "lena")

    assert again.changed == (known.conversation.id,)
