"""The outbox, promised calls and ways back, on the fake and on PostgreSQL."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

from handoff.domain.contact import CallBackWanted, Contact, EmailLeft
from handoff.domain.conversation import Conversation
from handoff.domain.events import AgentSaid
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.mail import Letter, Mail, MailKind, MailState
from handoff.domain.messages import Text
from handoff.domain.people import Agent
from tests.contract.store import Store, ref, spoken

LETTER = Letter(subject="Your request", text="We will write to you.")


def _mail(it: Conversation, key: str | None = None) -> Mail:
    return Mail(
        id=uuid4(),
        key=key or str(uuid4()),
        kind=MailKind.CONFIRMATION,
        conversation=it.id,
        to="kim@example.org",
        letter=LETTER,
    )


async def _put(store: Store, mail: Mail) -> None:
    async with store.open_work() as work:
        await work.mails.put(mail)


async def _claim(store: Store, silent_s: float = 300) -> tuple[Mail, ...]:
    async with store.open_work() as work:
        return await work.mails.claim(10, silent_s)


async def _states(store: Store, it: Conversation) -> list[MailState]:
    async with store.open_work() as work:
        return [state for _, state in await work.mails.states(it.id)]


async def _settle(store: Store, mail: Mail, state: MailState, again_s: float | None = None) -> None:
    async with store.open_work() as work:
        await work.mails.settle(mail, state, again_s)


async def test_a_mail_is_claimed_once_and_nothing_is_said_twice(store: Store) -> None:
    it = await store.queued()
    mail = _mail(it, "confirmation:1")
    await _put(store, mail)
    await _put(store, _mail(it, "confirmation:1"))

    (claimed,) = await _claim(store)

    assert (claimed.id, claimed.to, claimed.letter) == (mail.id, mail.to, LETTER)
    assert claimed.tries == 1
    assert await _claim(store) == ()


async def test_what_was_sent_is_not_kept(store: Store) -> None:
    it = await store.queued()
    await _put(store, _mail(it))
    (claimed,) = await _claim(store)

    await _settle(store, claimed, MailState.SENT)

    async with store.open_work() as work:
        ((kept, state),) = await work.mails.states(it.id)
    assert (state, kept.to, kept.letter.text) == (MailState.SENT, "", "")
    assert await _claim(store, silent_s=0) == ()


async def test_what_was_not_taken_is_tried_again_when_it_is_time(store: Store) -> None:
    it = await store.queued()
    await _put(store, _mail(it))
    (first,) = await _claim(store)
    await _settle(store, first, MailState.WAITS, 3600)
    early = await _claim(store)
    await _put(store, _mail(it))
    (other,) = await _claim(store)
    await _settle(store, other, MailState.WAITS, 0)

    (again,) = await _claim(store)

    assert early == ()
    assert (again.id, again.tries) == (other.id, 2)


async def test_what_a_crash_left_half_sent_is_never_sent_again(store: Store) -> None:
    it = await store.queued()
    await _put(store, _mail(it))
    (claimed,) = await _claim(store)

    assert await _claim(store, silent_s=0) == ()
    assert await _states(store, it) == [MailState.UNCERTAIN]
    await _settle(store, claimed, MailState.SENT)
    assert await _states(store, it) == [MailState.UNCERTAIN]


async def test_two_replicas_never_claim_the_same_mail(postgres_store: Store) -> None:
    it = await postgres_store.queued()
    for _ in range(10):
        await _put(postgres_store, _mail(it))

    found = await asyncio.gather(*(_claim(postgres_store) for _ in range(8)))

    ids = [mail.id for mails in found for mail in mails]
    assert len(ids) == len(set(ids)) == 10


async def _told(store: Store, by: Agent, it: ConversationId) -> Conversation:
    words = AgentSaid(
        agent=ref(by), client_message_id=MessageId(uuid4()), parts=(Text(text="Here you are."),)
    )
    return await store.append(it, words)


async def _unread(store: Store, away_s: float = 0) -> tuple[ConversationId, ...]:
    async with store.open_work() as work:
        return await work.mails.unread(away_s)


async def test_words_are_unread_until_somebody_was_there_answered_or_had_them_mailed(
    store: Store,
) -> None:
    agent = await store.helper()
    it = await store.owned(agent)
    without = await store.owned(agent)
    await store.append(it.id, EmailLeft(address="kim@example.org"))
    async with store.open_work() as work:
        await work.mails.seen([it.id, without.id])
    await _told(store, agent, without.id)
    after = await _told(store, agent, it.id)

    assert await _unread(store) == (it.id,)
    assert await _unread(store, away_s=600) == ()

    async with store.open_work() as work:
        await work.mails.mailed(it.id, after.last_seq)
        assert (await work.mails.told(it.id))[0] == after.last_seq
    assert await _unread(store) == ()

    await _told(store, agent, it.id)
    assert await _unread(store) == (it.id,)
    async with store.open_work() as work:
        await work.mails.seen([it.id])
    assert await _unread(store) == ()

    await _told(store, agent, it.id)
    async with store.open_work() as work:
        await work.mails.seen([it.id], ago_s=60)
    assert await _unread(store) == (it.id,)
    await store.append(it.id, spoken("thanks"))
    assert await _unread(store) == ()


async def test_what_was_left_is_part_of_the_conversation(store: Store) -> None:
    it = await store.queued()
    at = (it.as_of + timedelta(hours=3)).replace(microsecond=0)

    await store.append(
        it.id,
        EmailLeft(address="kim@example.org"),
        CallBackWanted(call_at=at, phone="+49301234567"),
    )

    read = await store.read(it.id)
    assert read.contact == Contact(email="kim@example.org", phone="+49301234567", call_back_at=at)
    assert read.snoozed_until == at


async def test_calls_are_counted_by_time_until_the_case_is_closed(store: Store) -> None:
    at = datetime.fromisoformat("2030-01-07T10:00:00+00:00")
    for _ in range(2):
        it = await store.queued()
        await store.append(it.id, CallBackWanted(call_at=at, phone="0301234567"))

    async with store.open_work() as work:
        assert await work.call_backs.taken(at) == {at: 2}
        assert await work.call_backs.taken(at + timedelta(seconds=1)) == {}


async def test_a_way_back_works_once_and_not_for_ever(store: Store) -> None:
    it = await store.queued()
    async with store.open_work() as work:
        await work.return_links.put("token", it.id, 60)
        await work.return_links.put("old", it.id, -1)

    async with store.open_work() as work:
        assert await work.return_links.spend("other") is None
        assert await work.return_links.spend("old") is None
        assert await work.return_links.spend("token") == it.id
    async with store.open_work() as work:
        assert await work.return_links.spend("token") is None
