"""Files are taken in, sent once, and kept for a person."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest

from handoff.domain.attachments import MAX_BYTES, AttachedFile, Attachment
from handoff.domain.conversation import Conversation
from handoff.domain.errors import (
    Invalid,
    MessageIdReused,
    TooLarge,
    TooMany,
    Unknown,
    UnknownAttachment,
    UnsupportedFile,
)
from handoff.domain.events import AssistantSaid, CustomerSaid, LanguageChanged
from handoff.domain.ids import AttachmentId, MessageId
from handoff.domain.messages import Choices, Text
from handoff.domain.people import Language
from handoff.domain.replying import Beside
from handoff.services.attachments import A_DAY_S
from tests.handoff.services.house import A_DAY, House

ONE = MessageId(uuid4())
IBAN = "DE89370400440532013000"


async def _uploaded(house: House, it: Conversation, name: str = "letter.txt") -> AttachedFile:
    return await house.attachments.upload(it.customer, it.id, name, BytesIO(b"Dear all"))


async def _said(house: House, it: Conversation) -> tuple[str, ...]:
    """What the assistant makes of the customer's last message."""
    await house.carry_all()
    said = house.last(it)
    assert isinstance(said, AssistantSaid)
    return tuple(part.text for part in said.parts if isinstance(part, Text))


async def test_a_file_alone_is_a_message(house: House) -> None:
    it = await house.store.started()
    file = await _uploaded(house, it)

    receipt = await house.inbox.say(it.customer, it.id, ONE, None, [file.id])

    assert house.last(it) == CustomerSaid(
        client_message_id=ONE, parts=(Attachment(attachment=file),), language=Language.EN
    )
    assert house.memory.files[file.id].seq == receipt.seq
    assert await house.attachments.find(it.id, file.id) == file


async def test_files_stand_below_their_text_in_the_senders_order(house: House) -> None:
    it = await house.store.started()
    files = [await _uploaded(house, it, f"{n}.txt") for n in range(3)]

    await house.inbox.say(it.customer, it.id, ONE, "Look:", [it.id for it in reversed(files)])

    said = house.last(it)
    assert isinstance(said, CustomerSaid)
    assert said.parts == (
        Text(text="Look:"),
        *(Attachment(attachment=file) for file in reversed(files)),
    )


async def test_a_message_with_files_is_the_same_however_often_it_comes(house: House) -> None:
    it = await house.store.started()
    file = await _uploaded(house, it)
    first = await house.inbox.say(it.customer, it.id, ONE, "Look:", [file.id])

    again = await house.inbox.say(it.customer, it.id, ONE, "Look:", [file.id])

    assert again == replace(first, repeat=True)
    assert house.types(it) == ["started", "customer_said"]


@pytest.mark.parametrize("text", ["Look:", None])
async def test_other_files_under_the_same_id_are_another_message(
    house: House, text: str | None
) -> None:
    it = await house.store.started()
    one, other = await _uploaded(house, it), await _uploaded(house, it)
    await house.inbox.say(it.customer, it.id, ONE, "Look:", [one.id])

    with pytest.raises(MessageIdReused):
        await house.inbox.say(it.customer, it.id, ONE, text, [other.id])


async def test_a_file_is_sent_once(house: House) -> None:
    it = await house.store.started()
    file = await _uploaded(house, it)
    await house.inbox.say(it.customer, it.id, ONE, None, [file.id])

    with pytest.raises(UnknownAttachment, match=r"^attachments: "):
        await house.inbox.say(it.customer, it.id, MessageId(uuid4()), None, [file.id])

    assert house.types(it) == ["started", "customer_said"]


async def test_somebody_elses_file_is_as_if_there_were_none(house: House) -> None:
    mine, theirs = await house.store.started(), await house.store.started()
    file = await _uploaded(house, theirs)

    for id_ in (file.id, AttachmentId(uuid4())):
        with pytest.raises(UnknownAttachment) as refused:
            await house.inbox.say(mine.customer, mine.id, ONE, None, [id_])
        assert str(id_) not in str(refused.value)

    assert house.types(mine) == ["started"]
    assert house.memory.files[file.id].seq is None


async def test_a_file_goes_where_its_message_goes(house: House) -> None:
    it = await house.store.started()
    file = await _uploaded(house, it)
    await house.inbox.close(it.customer, it.id)

    receipt = await house.inbox.say(it.customer, it.id, ONE, None, [file.id])

    assert receipt.conversation != it.id
    assert await house.attachments.find(receipt.conversation, file.id) == file
    with pytest.raises(Unknown):
        await house.attachments.find(it.id, file.id)


async def test_numbers_in_names_are_masked(house: House) -> None:
    it = await house.store.started()

    file = await _uploaded(house, it, f"IBAN {IBAN}.txt")

    assert IBAN not in file.name


async def test_nothing_is_no_file(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(Invalid, match=r"^file: must not be empty"):
        await house.attachments.upload(it.customer, it.id, "a.txt", BytesIO())


async def test_a_file_has_its_limit(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(TooLarge, match="10 MiB"):
        await house.attachments.upload(it.customer, it.id, "a", BytesIO(b"a" * (MAX_BYTES + 1)))


async def test_a_day_has_its_limit(house: House) -> None:
    it, other = await house.store.started(), await house.store.started()
    half = BytesIO(b"a" * (A_DAY // 2 + 1))
    await house.attachments.upload(it.customer, it.id, "a", half)
    half.seek(0)

    with pytest.raises(TooMany, match="1 MiB within a day"):
        await house.attachments.upload(it.customer, it.id, "a", half)

    half.seek(0)
    await house.attachments.upload(other.customer, other.id, "a", half)
    half.seek(0)
    house.memory.elapsed += timedelta(seconds=A_DAY_S + 1)
    await house.attachments.upload(it.customer, it.id, "a", half)


async def test_what_is_refused_is_not_kept(house: House) -> None:
    it = await house.store.started()

    with pytest.raises(UnsupportedFile):
        await house.attachments.upload(it.customer, it.id, "a.txt", BytesIO(b"MZ"))

    assert not house.memory.files


async def test_what_was_never_sent_goes_after_a_day(house: House) -> None:
    it = await house.store.started()
    sent, left = await _uploaded(house, it), await _uploaded(house, it)
    await house.inbox.say(it.customer, it.id, ONE, None, [sent.id])
    house.memory.elapsed += timedelta(seconds=A_DAY_S + 1)

    assert await house.attachments.erase() == 1

    assert set(house.memory.files) == {sent.id}
    with pytest.raises(UnknownAttachment):
        await house.inbox.say(it.customer, it.id, MessageId(uuid4()), None, [left.id])


async def test_bytes_come_in_order(house: House) -> None:
    it = await house.store.started()
    content = bytes(range(1, 128)) * 5000
    file = await house.attachments.upload(it.customer, it.id, "a.txt", BytesIO(content))

    pieces = [piece async for piece in house.attachments.content(file)]

    assert len(pieces) > 1
    assert b"".join(pieces) == content


@pytest.mark.parametrize(
    ("language", "said", "question", "person"),
    [
        (Language.EN, "can't read files", "What is it about?", "Talk to a person"),
        (Language.DE, "kann Dateien nicht lesen", "Worum geht es", "Mit einer Person sprechen"),
    ],
)
async def test_the_assistant_says_that_it_cannot_read_and_asks_back(
    house: House, language: Language, said: str, question: str, person: str
) -> None:
    it = await house.store.append(
        (await house.store.started()).id, LanguageChanged(language=language)
    )
    file = await _uploaded(house, it)
    await house.inbox.say(it.customer, it.id, ONE, None, [file.id])

    (told,) = await _said(house, it)

    assert said in told
    assert question in told
    answered = house.last(it)
    assert isinstance(answered, AssistantSaid)
    assert isinstance(answered.parts[-1], Choices)
    assert answered.parts[-1].choices[0].title == person
    assert not house.assistant.asked


async def test_it_is_not_said_in_full_twice(house: House) -> None:
    it = await house.store.started()
    told: list[str] = []
    for _ in range(2):
        file = await _uploaded(house, it)
        await house.inbox.say(it.customer, it.id, MessageId(uuid4()), None, [file.id])
        told += await _said(house, it)

    assert told[0] != told[1]
    assert "as well" in told[1]


async def test_of_a_file_with_a_text_the_text_is_answered(house: House) -> None:
    it = await house.store.started()
    file = await _uploaded(house, it)
    await house.inbox.say(it.customer, it.id, ONE, "Where is my money?", [file.id])

    told = await _said(house, it)

    assert "can't read files" in told[0]
    assert told[1:] == ("Where is my money?",)
    assert len(house.assistant.asked) == 1


async def test_files_reach_whoever_waits_for_a_person(house: House) -> None:
    it = await house.store.started()
    await house.handover.ask(it.customer, it.id)
    file = await _uploaded(house, it)

    await house.inbox.say(it.customer, it.id, ONE, None, [file.id])

    await house.carry_all()
    assert isinstance(house.last(it), CustomerSaid)
    assert not house.assistant.asked


async def test_an_agent_sends_files(house: House) -> None:
    agent = await house.store.helper()
    it = owned = await house.store.owned(agent)
    file = await house.attachments.upload(agent.id, it.id, "a.txt", BytesIO(b"Dear customer"))
    beside = Beside(files=(file.id,))

    first = await house.desk.say(agent, it.id, ONE, None, owned.epoch, beside)
    again = await house.desk.say(agent, it.id, ONE, None, owned.epoch, beside)

    assert again == replace(first, repeat=True)
    assert house.types(it).count("agent_said") == 1
    assert await house.attachments.find(it.id, file.id) == file
    with pytest.raises(UnknownAttachment):
        await house.desk.say(agent, it.id, MessageId(uuid4()), "Look:", owned.epoch, beside)


async def test_neither_side_sends_the_files_of_the_other(house: House) -> None:
    agent = await house.store.helper()
    it = owned = await house.store.owned(agent)
    theirs = await _uploaded(house, it)

    with pytest.raises(UnknownAttachment):
        await house.desk.say(agent, it.id, ONE, None, owned.epoch, Beside(files=(theirs.id,)))
