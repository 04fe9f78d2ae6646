"""Customers leave an address or a time; mails go out once, and only to those who are away."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest

from handoff.domain.contact import CallBackWanted, EmailLeft
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Invalid, NotAllowedNow, Unknown
from handoff.domain.ids import CustomerId, MessageId
from handoff.domain.mail import Mail, MailState, NotTaken, Rejected, Uncertain
from handoff.services.absence import Absence, Ways
from handoff.services.contacts import Calling, Contacts
from handoff.services.outbox import FIRST_PAUSE_S, TRIES, Outbox
from handoff.services.promises import Promises
from tests.contract.store import identity
from tests.fakes.outside import FakeHours
from tests.fakes.work import work_on
from tests.handoff.policy import ROUTING
from tests.handoff.services.house import House

WAYS = Ways(
    away_s=600, link_s=3 * 86_400, public_url="https://chat.example", platform_url="https://pf"
)
ADDRESS, NUMBER = "kim@example.org", "+49301234567"


@dataclass(slots=True)
class FakePostman:
    """Takes mails, unless a test says what happens."""

    outcomes: list[Exception] = field(default_factory=list)
    taken: list[Mail] = field(default_factory=list)

    async def send(self, mail: Mail) -> None:
        """One after the other."""
        if self.outcomes:
            raise self.outcomes.pop(0)
        self.taken.append(mail)


def _contacts(house: House, hours: FakeHours | None = None, a_slot: int = 2) -> Contacts:
    calling = Calling(hours=hours or FakeHours(), ahead=timedelta(0), a_slot=a_slot)
    return Contacts(house.open_work, house.hints, calling)


def _absence(house: House, ways: Ways = WAYS) -> Absence:
    return Absence(house.open_work, lambda: "way-back", ways)


async def _mails(house: House, it: Conversation) -> list[tuple[Mail, MailState]]:
    async with house.open_work() as work:
        return list(await work.mails.states(it.id))


async def test_an_address_is_confirmed_by_one_mail_with_the_case_number(house: House) -> None:
    it = await house.store.queued()

    for _ in range(2):
        after = await _contacts(house).leave_address(it.customer, it.id, f" {ADDRESS} ")

    assert house.last(it) == EmailLeft(address=ADDRESS)
    assert (after.state, after.contact.email) == (State.QUEUED, ADDRESS)
    ((mail, state),) = await _mails(house, it)
    assert (mail.to, state) == (ADDRESS, MailState.WAITS)
    assert it.case_number in mail.letter.subject
    assert house.types(it).count("email_left") == 1


async def test_with_the_assistant_there_is_nothing_to_wait_for(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(NotAllowedNow):
        await _contacts(house).leave_address(it.customer, it.id, ADDRESS)
    assert await _mails(house, it) == []


async def test_nobody_leaves_anything_in_somebody_elses_chat(house: House) -> None:
    it, stranger = await house.store.queued(), CustomerId(uuid4())
    contacts = _contacts(house)

    with pytest.raises(Unknown):
        await contacts.leave_address(stranger, it.id, ADDRESS)
    with pytest.raises(Unknown):
        await contacts.times(stranger, it.id)


async def test_whoever_is_to_be_called_rests_until_then_and_is_due_at_that_time(
    house: House,
) -> None:
    promised = work_on(house.memory, Promises(policy=lambda: ROUTING, hours=FakeHours()))
    it = await house.store.queued()
    contacts = Contacts(promised, house.hints, _contacts(house).calling)
    at = (await contacts.times(it.customer, it.id))[3]

    rests = await contacts.want_call(it.customer, it.id, at, "+49 30 1234567")
    asleep = await house.dispatch.round()
    house.memory.elapsed = at - house.memory.now() + timedelta(seconds=1)
    await house.dispatch.pass_time()

    again = await house.read(it)
    assert (rests.state, rests.snoozed_until, asleep) == (State.SNOOZED, at, 0)
    assert rests.due.first_response == at
    assert (again.state, again.contact.call_back_at) == (State.QUEUED, at)
    assert again.contact.phone == NUMBER


async def test_an_agent_who_was_asked_is_free_again_when_the_customer_chooses_a_call(
    house: House,
) -> None:
    agent = await house.store.helper(capacity=1)
    it = await house.store.queued()
    await house.dispatch.round()
    contacts = _contacts(house)
    at = (await contacts.times(it.customer, it.id))[0]

    await contacts.want_call(it.customer, it.id, at, NUMBER)

    async with house.open_work() as work:
        assert await work.agents.load(agent.id) == {}


async def test_only_times_that_were_offered_are_taken(house: House) -> None:
    it = await house.store.queued()
    contacts = _contacts(house)
    first, *_ = await contacts.times(it.customer, it.id)

    for at in (first + timedelta(minutes=1), first - timedelta(days=1), first.replace(year=2090)):
        with pytest.raises(Invalid, match="free in opening hours"):
            await contacts.want_call(it.customer, it.id, at, NUMBER)
    with pytest.raises(Invalid, match="digits"):
        await contacts.want_call(it.customer, it.id, first, "soon")


async def test_outside_opening_hours_no_time_is_offered(house: House) -> None:
    it = await house.store.queued()

    assert await _contacts(house, FakeHours(open=False)).times(it.customer, it.id) == ()


async def test_no_more_calls_are_promised_than_can_be_made(house: House) -> None:
    contacts = _contacts(house)
    its = [await house.store.queued() for _ in range(3)]
    at = (await contacts.times(its[0].customer, its[0].id))[0]
    for it in its[:2]:
        await contacts.want_call(it.customer, it.id, at, NUMBER)

    with pytest.raises(Invalid):
        await contacts.want_call(its[2].customer, its[2].id, at, NUMBER)
    assert at not in await contacts.times(its[2].customer, its[2].id)
    assert at in await contacts.times(its[0].customer, its[0].id)


async def test_another_time_takes_the_place_of_the_one_before(house: House) -> None:
    contacts = _contacts(house, a_slot=1)
    it, other = await house.store.queued(), await house.store.queued()
    first, second, *_ = await contacts.times(it.customer, it.id)

    await contacts.want_call(it.customer, it.id, first, NUMBER)
    await contacts.want_call(it.customer, it.id, second, NUMBER)

    assert first in await contacts.times(other.customer, other.id)
    assert house.last(it) == CallBackWanted(call_at=second, phone=NUMBER)


async def test_whoever_writes_before_the_call_is_back_in_line_at_once(house: House) -> None:
    contacts = _contacts(house)
    it = await house.store.queued()
    at = (await contacts.times(it.customer, it.id))[0]
    await contacts.want_call(it.customer, it.id, at, NUMBER)

    await house.say(it, "Can somebody help me now?")

    after = await house.read(it)
    assert (after.state, after.contact.call_back_at) == (State.QUEUED, at)


async def test_a_mail_is_sent_once_and_then_forgotten(house: House) -> None:
    it, postman = await house.store.queued(), FakePostman()
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)
    outbox = Outbox(house.open_work, postman)

    sent = [await outbox.deliver() for _ in range(3)]

    assert sent == [1, 0, 0]
    assert [mail.to for mail in postman.taken] == [ADDRESS]


async def test_a_mail_that_was_not_taken_is_tried_again_with_longer_pauses(house: House) -> None:
    it = await house.store.queued()
    postman = FakePostman([NotTaken("451"), NotTaken("451")])
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)
    outbox = Outbox(house.open_work, postman)

    await outbox.deliver()
    early = await outbox.deliver()
    house.memory.elapsed += timedelta(seconds=FIRST_PAUSE_S + 1)
    await outbox.deliver()
    house.memory.elapsed += timedelta(seconds=FIRST_PAUSE_S + 1)
    still = await outbox.deliver()
    house.memory.elapsed += timedelta(seconds=FIRST_PAUSE_S + 1)

    assert (early, still, await outbox.deliver()) == (0, 0, 1)
    assert len(postman.taken) == 1


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(Rejected("550"), MailState.REFUSED), (Uncertain("silence"), MailState.UNCERTAIN)],
)
async def test_what_is_refused_or_uncertain_is_never_sent_again(
    house: House, outcome: Exception, state: MailState
) -> None:
    it, postman = await house.store.queued(), FakePostman([outcome])
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)
    outbox = Outbox(house.open_work, postman)

    await outbox.deliver()
    house.memory.elapsed += timedelta(days=3)
    await outbox.deliver()

    assert [found for _, found in await _mails(house, it)] == [state]
    assert postman.taken == []


async def test_a_server_that_is_away_for_days_ends_the_tries(house: House) -> None:
    it = await house.store.queued()
    postman = FakePostman([NotTaken("451")] * (TRIES + 5))
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)

    for _ in range(TRIES + 5):
        await Outbox(house.open_work, postman).deliver()
        house.memory.elapsed += timedelta(hours=7)

    assert [state for _, state in await _mails(house, it)] == [MailState.REFUSED]


async def test_without_a_mail_server_mails_lie_in_the_outbox(house: House) -> None:
    it = await house.store.queued()
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)

    assert await Outbox(house.open_work, None).deliver() == 0
    assert [state for _, state in await _mails(house, it)] == [MailState.WAITS]


async def _answered(house: House, *words: str) -> Conversation:
    agent = await house.store.helper()
    it = await house.store.owned(agent)
    await _contacts(house).leave_address(it.customer, it.id, ADDRESS)
    for text in words:
        await house.desk.say(agent, it.id, MessageId(uuid4()), text, it.epoch)
    return it


async def _answers(house: House, it: Conversation) -> list[Mail]:
    return [mail for mail, _ in await _mails(house, it) if mail.kind == "answer"]


async def test_an_answer_that_nobody_read_for_ten_minutes_is_mailed_once_with_a_way_back(
    house: House,
) -> None:
    it = await _answered(house, "It is on its way.", "Anything else?")
    absence = _absence(house)
    early = await absence.look()
    house.memory.elapsed += timedelta(seconds=601)

    written = [await absence.look() for _ in range(3)]

    (mail,) = await _answers(house, it)
    assert (early, written) == (0, [1, 0, 0])
    assert "It is on its way.\n\nAnything else?" in mail.letter.text
    assert "https://chat.example/chat/en#way-back" in mail.letter.text
    assert "Amira" in mail.letter.text


async def test_whoever_has_the_chat_open_gets_no_mail(house: House) -> None:
    it = await _answered(house, "It is on its way.")
    absence = _absence(house)
    for _ in range(40):
        house.memory.elapsed += timedelta(seconds=20)
        await absence.seen([it.id])
        await absence.look()

    assert await _answers(house, it) == []


async def test_what_was_read_before_they_left_is_not_mailed(house: House) -> None:
    it = await _answered(house, "Old words.")
    absence = _absence(house)
    await absence.seen([it.id])
    house.memory.elapsed += timedelta(seconds=5)
    agent = next(iter(house.memory.agents.values())).agent
    await house.desk.say(agent, it.id, MessageId(uuid4()), "New words.", it.epoch)
    house.memory.elapsed += timedelta(seconds=601)

    await absence.look()

    (mail,) = await _answers(house, it)
    assert "New words." in mail.letter.text
    assert "Old words." not in mail.letter.text


async def test_a_visitor_comes_back_by_the_link_once(house: House) -> None:
    it = await _answered(house, "It is on its way.")
    house.memory.elapsed += timedelta(seconds=601)
    await _absence(house).look()

    visit = await house.reception.come_back("way-back")

    assert (visit.customer.id, visit.conversation.id) == (it.customer, it.id)
    assert (await house.reception.resume(visit.token)).conversation.id == it.id
    with pytest.raises(Unknown):
        await house.reception.come_back("way-back")


async def test_a_link_is_worth_nothing_once_the_visitor_has_signed_in(house: House) -> None:
    it = await house.store.queued()
    async with house.open_work() as work:
        await work.return_links.put("way-back", it.id, 3600)
        await work.sessions.open("visitor", it.customer, 3600)
    house.identities.signed["jwt"] = identity("lena")
    await house.arrive("jwt", "visitor")

    with pytest.raises(Unknown):
        await house.reception.come_back("way-back")


async def test_a_customer_whom_the_platform_knows_is_sent_to_its_page(house: House) -> None:
    it = await house.store.queued()
    async with house.open_work() as work:
        await work.sessions.open("visitor", it.customer, 3600)
    house.identities.signed["jwt"] = identity("lena")
    await house.arrive("jwt", "visitor")
    agent = await house.store.helper()
    known = await house.read(it)
    await _contacts(house).leave_address(known.customer, it.id, ADDRESS)
    owned = await house.desk.accept(agent, it.id, known.epoch)
    await house.desk.say(agent, it.id, MessageId(uuid4()), "Done.", owned.epoch)
    house.memory.elapsed += timedelta(seconds=601)

    await _absence(house).look()

    (mail,) = await _answers(house, it)
    assert "https://pf" in mail.letter.text
    assert house.memory.return_links == {}
