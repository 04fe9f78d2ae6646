"""Files that wait for their message, and files in one, on memory and on PostgreSQL."""

import asyncio
from uuid import UUID, uuid4

import pytest

from handoff.domain.attachments import AttachedFile, MediaType
from handoff.domain.conversation import Conversation
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.ids import AttachmentId, ConversationId
from handoff.ports import Inspected
from tests.contract.store import Store

CONTENT = bytes(range(256)) * 4


def file(*, picture: bool = False) -> AttachedFile:
    """Something to send."""
    return AttachedFile(
        id=AttachmentId(uuid4()),
        name="Größe 😀.png" if picture else "letter.pdf",
        media_type=MediaType.PNG if picture else MediaType.PDF,
        size=len(CONTENT),
        width=60 if picture else None,
        height=40 if picture else None,
    )


async def kept(store: Store, it: Conversation, sender: UUID | None = None) -> AttachedFile:
    """A picture that its sender, or the customer, has uploaded."""
    new = file(picture=True)
    inside = Inspected(media_type=new.media_type, content=CONTENT, preview=b"small")
    async with store.open_work() as work:
        await work.attachments.keep(sender or it.customer, it.id, new, inside)
    return new


async def attached(store: Store, it: Conversation, seq: int = 2) -> AttachedFile:
    """A picture in a message."""
    new = await kept(store, it)
    async with store.open_work() as work:
        await work.attachments.attach([new.id], it.id, seq)
    return new


async def test_what_waits_is_found_by_its_sender_only(store: Store) -> None:
    it, other = await store.started(), await store.started()
    new = await kept(store, it)

    async with store.open_work() as work:
        assert await work.attachments.waiting(it.customer, [new.id]) == (new,)
        assert await work.attachments.waiting(other.customer, [new.id]) == ()
        assert await work.attachments.waiting(it.customer, [AttachmentId(uuid4())]) == ()


async def test_what_was_sent_waits_no_more(store: Store) -> None:
    it = await store.started()
    new = await attached(store, it)

    async with store.open_work() as work:
        assert await work.attachments.waiting(it.customer, [new.id]) == ()
        assert await work.attachments.attached(it.id, new.id) == new


async def test_what_waits_is_in_no_conversation(store: Store) -> None:
    it = await store.started()
    new = await kept(store, it)

    async with store.open_work() as work:
        with pytest.raises(Unknown):
            await work.attachments.attached(it.id, new.id)
        with pytest.raises(Unknown):
            await work.attachments.preview(it.id, new.id)


async def test_it_is_in_the_conversation_of_its_message_only(store: Store) -> None:
    here, there = await store.started(), await store.started()
    new = await kept(store, here)
    async with store.open_work() as work:
        await work.attachments.attach([new.id], there.id, 2)

    async with store.open_work() as work:
        assert await work.attachments.preview(there.id, new.id) == b"small"
        for read in (work.attachments.attached, work.attachments.preview):
            with pytest.raises(Unknown):
                await read(here.id, new.id)


async def test_what_is_no_picture_has_no_preview(store: Store) -> None:
    it, new = await store.started(), file()
    inside = Inspected(media_type=new.media_type, content=CONTENT)
    async with store.open_work() as work:
        await work.attachments.keep(it.customer, it.id, new, inside)
        await work.attachments.attach([new.id], it.id, 2)

    async with store.open_work() as work:
        with pytest.raises(Unknown):
            await work.attachments.preview(it.id, new.id)


@pytest.mark.parametrize(("start", "length"), [(0, 10), (500, 300), (1000, 100), (1024, 10)])
async def test_bytes_are_read_in_slices(store: Store, start: int, length: int) -> None:
    new = await attached(store, await store.started())

    async with store.open_work() as work:
        piece = await work.attachments.content(new.id, start, length)

    assert piece == CONTENT[start : start + length]


async def test_what_waited_too_long_goes_and_what_was_sent_stays(store: Store) -> None:
    it = await store.started()
    old, sent = await kept(store, it), await attached(store, it)
    await asyncio.sleep(0.3)
    new = await kept(store, it)

    async with store.open_work() as work:
        gone = await work.attachments.erase(0.2)

    async with store.open_work() as work:
        assert gone == 1
        assert await work.attachments.waiting(it.customer, [old.id, new.id]) == (new,)
        assert await work.attachments.attached(it.id, sent.id) == sent


async def test_what_a_sender_uploaded_lately_is_summed_up(store: Store) -> None:
    it, other = await store.started(), await store.started()
    await kept(store, it)
    await attached(store, it)
    await kept(store, other)

    async with store.open_work() as work:
        assert await work.attachments.sent(it.customer, 60) == 2 * len(CONTENT)
        assert await work.attachments.sent(it.customer, 0) == 0
        assert await work.attachments.sent(uuid4(), 60) == 0


async def test_what_a_visitor_uploaded_goes_with_them(store: Store) -> None:
    visitor, customer = await store.started(), await store.started()
    new = await kept(store, visitor)
    async with store.open_work() as work:
        await work.attachments.move(visitor.customer, customer.customer)

    async with store.open_work() as work:
        assert await work.attachments.waiting(visitor.customer, [new.id]) == ()
        assert await work.attachments.waiting(customer.customer, [new.id]) == (new,)


async def test_an_id_is_given_once_and_a_conversation_must_exist(store: Store) -> None:
    it = await store.started()
    new = await kept(store, it)
    inside = Inspected(media_type=new.media_type, content=CONTENT)

    for again, where in ((new, it.id), (file(), ConversationId(uuid4()))):
        with pytest.raises(Conflict):
            async with store.open_work() as work:
                await work.attachments.keep(it.customer, where, again, inside)
