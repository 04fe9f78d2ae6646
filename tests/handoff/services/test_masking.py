"""What nobody needs is masked on its way in; what agents may need is shown on record."""

from datetime import timedelta
from uuid import uuid4

import pytest

from handoff.domain.accesses import Access, Action, Subject
from handoff.domain.conversation import Conversation
from handoff.domain.errors import MessageIdReused, NotOwner, Unknown
from handoff.domain.events import AgentSaid, AssistantSaid, CustomerSaid, NoteAdded, NoticeGiven
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.masking import Kind
from handoff.domain.messages import Text, words
from handoff.domain.people import Agent, Language, Role
from tests.contract.store import ref
from tests.fakes.outside import saying
from tests.handoff.domain.examples import agent
from tests.handoff.services.house import KEEP_S, House

CARD = "4111 1111 1111 1111"
IBAN = "DE89 3704 0044 0532 0130 00"
BOTH = f"My card {CARD} and my account {IBAN}"
ONE = MessageId(uuid4())


def somebody(role: Role = Role.AGENT) -> Agent:
    """Of the team, but not the owner."""
    return agent(ref(agent()), id=agent().id, role=role)


async def told(house: House, text: str) -> Conversation:
    """A customer said it."""
    it = await house.store.started()
    await house.inbox.say(it.customer, it.id, ONE, text)
    return await house.store.read(it.id)


async def test_the_log_has_a_message_masked_and_a_notice_right_after_it(house: House) -> None:
    it = await told(house, BOTH)

    said, notice = (logged.event for logged in house.memory.logs[it.id][1:])
    assert isinstance(said, CustomerSaid)
    assert words(said.parts) == (
        "My card •••• •••• •••• 1111 and my account DE89 •••• •••• •••• ••30 00"
    )
    assert said.masked == (Kind.CARD, Kind.IBAN)
    assert isinstance(notice, NoticeGiven)
    assert (notice.about, notice.code, notice.kinds) == (2, "masked", (Kind.CARD, Kind.IBAN))
    assert "card number" in words(notice.parts)
    assert "Settings → Payouts" in words(notice.parts)


@pytest.mark.parametrize(
    ("language", "belongs"), [(Language.DE, "Einstellungen"), (Language.EN, "Settings")]
)
async def test_the_notice_speaks_the_language_of_the_message(
    house: House, language: Language, belongs: str
) -> None:
    text = {Language.DE: "Das ist meine Karte, ", Language.EN: "that is my card, "}[language]
    it = await told(house, text + CARD)

    notice = house.memory.logs[it.id][-1].event
    assert it.language is language
    assert isinstance(notice, NoticeGiven)
    assert belongs in words(notice.parts)


async def test_the_preview_and_all_that_is_kept_know_nothing_of_it(house: House) -> None:
    it = await told(house, BOTH)

    kept = repr(house.memory.snapshot())
    assert "••••" in it.preview
    for secret in (CARD, IBAN):
        assert secret not in kept


async def test_what_holds_nothing_sensitive_gives_no_notice(house: House) -> None:
    it = await told(house, "Wo bleibt PO-48213?")

    assert house.types(it) == ["started", "customer_said"]
    assert house.memory.sealed == {}


async def test_a_repeat_of_the_same_original_is_a_repeat(house: House) -> None:
    it = await told(house, BOTH)

    again = await house.inbox.say(it.customer, it.id, ONE, BOTH)

    assert (again.seq, again.repeat) == (2, True)
    assert house.types(it) == ["started", "customer_said", "notice_given"]


async def test_another_text_under_the_same_id_is_still_refused(house: House) -> None:
    it = await told(house, BOTH)

    with pytest.raises(MessageIdReused):
        await house.inbox.say(it.customer, it.id, ONE, f"{BOTH}!")


async def test_the_assistant_is_asked_with_the_masked_text_and_answers_it(house: House) -> None:
    it = await told(house, f"Why is my card {CARD} refused?")
    house.assistant.answers.append(saying("Because it is in another name."))

    await house.carry_all()

    asked = words(house.assistant.asked[0].said.parts)
    assert asked == "Why is my card •••• •••• •••• 1111 refused?"
    answer = house.memory.logs[it.id][-1].event
    assert isinstance(answer, AssistantSaid)
    assert answer.in_reply_to == 2


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [(CARD, Language.EN, "What is it about?"), (f"IBAN: {IBAN}", Language.EN, "What is it about?")],
)
async def test_a_bare_number_is_asked_back_about_without_the_assistant(
    house: House, text: str, language: Language, question: str
) -> None:
    it = await told(house, text)

    await house.carry_all()

    answer = house.memory.logs[it.id][-1].event
    assert isinstance(answer, AssistantSaid)
    assert question in words(answer.parts)
    assert house.assistant.asked == []
    assert not (await house.store.read(it.id)).awaits_assistant


async def test_a_message_to_a_closed_conversation_is_masked_in_the_next_one(house: House) -> None:
    closed = await house.store.closed()

    receipt = await house.inbox.say(closed.customer, closed.id, ONE, BOTH)

    types = [it.event.type for it in house.memory.logs[receipt.conversation]]
    assert types == ["started", "customer_said", "notice_given"]


async def test_what_agents_write_is_masked_as_well(house: House) -> None:
    helper = await house.store.helper()
    it = await house.store.owned(helper)

    await house.desk.say(helper, it.id, ONE, f"Is it {IBAN}?", it.epoch)
    await house.desk.note(helper, it.id, MessageId(uuid4()), f"PIN 4711, card {CARD}")
    await house.desk.hand_back(helper, it.id, it.epoch, f"told me {IBAN}")

    said, note, left, _ = (logged.event for logged in house.memory.logs[it.id][-4:])
    assert isinstance(said, AgentSaid)
    assert said.masked == (Kind.IBAN,)
    assert said.parts == (Text(text="Is it DE89 •••• •••• •••• ••30 00?"),)
    assert isinstance(note, NoteAdded)
    assert note.text == "PIN ••••, card •••• •••• •••• 1111"
    assert isinstance(left, NoteAdded)
    assert left.masked == (Kind.IBAN,)
    assert IBAN not in repr(house.memory.snapshot())
    assert [seq for _, seq in house.memory.sealed] == [
        it.last_seq + 1,
        it.last_seq + 3,
    ]


async def test_an_agents_repeat_is_a_repeat(house: House) -> None:
    helper = await house.store.helper()
    it = await house.store.owned(helper)
    first = await house.desk.say(helper, it.id, ONE, IBAN, it.epoch)

    again = await house.desk.say(helper, it.id, ONE, IBAN, it.epoch)

    assert (again.seq, again.repeat) == (first.seq, True)


async def seen(house: House, by: Agent, it: ConversationId, seq: int) -> str:
    """Somebody looks."""
    return await house.disclosure.reveal(by, it, seq, "to compare the account")


async def masked_case(house: House, text: str = BOTH) -> tuple[Agent, Conversation, int]:
    """An owner, their conversation, and the seq of a masked message in it."""
    helper = await house.store.helper()
    it = await house.store.owned(helper)
    receipt = await house.inbox.say(it.customer, it.id, ONE, text)
    return helper, it, receipt.seq


async def test_the_owner_sees_the_account_but_never_the_card(house: House) -> None:
    helper, it, seq = await masked_case(house)

    text = await seen(house, helper, it.id, seq)

    assert text == f"My card •••• •••• •••• 1111 and my account {IBAN}"


async def test_whoever_looks_is_on_record_with_the_purpose_and_without_the_value(
    house: House,
) -> None:
    helper, it, seq = await masked_case(house)

    await house.disclosure.reveal(helper, it.id, seq, f"is {IBAN} right?")

    assert [recorded.access for recorded in house.memory.accesses] == [
        Access(
            agent=helper.id,
            action=Action.READ,
            subject=Subject.SEALED_TEXT,
            customer=it.customer,
            conversation=it.id,
            seq=seq,
            fields=("iban",),
            purpose="is DE89 •••• •••• •••• ••30 00 right?",
        )
    ]


async def test_every_look_is_on_record(house: House) -> None:
    helper, it, seq = await masked_case(house)

    for _ in range(3):
        await seen(house, helper, it.id, seq)

    assert len(house.memory.accesses) == 3


async def test_a_lead_sees_what_an_agent_owns(house: House) -> None:
    _, it, seq = await masked_case(house)

    assert IBAN in await seen(house, somebody(Role.LEAD), it.id, seq)


async def test_another_agent_sees_nothing_and_learns_nothing(house: House) -> None:
    _, it, seq = await masked_case(house)

    for number in (seq, seq + 5):
        with pytest.raises(NotOwner):
            await seen(house, somebody(), it.id, number)

    assert house.memory.accesses == ()


async def test_who_has_handed_back_sees_nothing_any_more(house: House) -> None:
    helper, it, seq = await masked_case(house)
    await house.desk.hand_back(helper, it.id, it.epoch)

    with pytest.raises(NotOwner):
        await seen(house, helper, it.id, seq)


async def test_of_a_card_nothing_is_kept_to_be_seen(house: House) -> None:
    helper, it, seq = await masked_case(house, f"card {CARD}")

    with pytest.raises(Unknown):
        await seen(house, helper, it.id, seq)

    assert house.memory.accesses == ()


async def test_after_its_time_it_is_gone(house: House) -> None:
    helper, it, seq = await masked_case(house)
    assert await house.disclosure.erase() == 0
    house.memory.elapsed += timedelta(seconds=KEEP_S + 1)

    assert await house.disclosure.erase() == 1

    with pytest.raises(Unknown):
        await seen(house, helper, it.id, seq)
