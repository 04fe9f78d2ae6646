"""What readers said of articles, on the fake and on PostgreSQL."""

import asyncio

from handoff.domain.conversation import Conversation
from handoff.domain.events import AssistantSaid
from handoff.domain.messages import Article, ArticleLink, Part, Text
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote, Tally
from tests.contract.store import Store, spoken

Figures = dict[tuple[str, str], tuple[int, int, int]]
"""Shown, helpful and not helpful, by slug and language."""

FEES = ("payout-fees", Language.EN)


async def _shown(store: Store, it: Conversation, *articles: tuple[str, str]) -> int:
    """The customer asks and the assistant shows these; where it does."""
    asked = await store.append(it.id, spoken())
    links = [
        ArticleLink(slug=slug, language=language, title=slug, url="/help", passage="So.")
        for slug, language in articles
    ]
    parts: tuple[Part, ...] = (Text(text="Here:"), *(Article(article=it) for it in links))
    said = AssistantSaid(in_reply_to=asked.last_seq, parts=parts, understanding=None)
    return (await store.append(it.id, said)).last_seq


def _vote(slug: str, *, helpful: bool, language: Language = Language.EN) -> ArticleVote:
    return ArticleVote(slug=slug, language=language, helpful=helpful)


async def _cast(store: Store, it: Conversation, seq: int, *, helpful: bool) -> None:
    async with store.open_work() as work:
        await work.votes.cast(it.id, seq, it.customer, _vote("payout-fees", helpful=helpful))


async def _tallies(store: Store, within_s: float = 3_600.0) -> Figures:
    async with store.open_work() as work:
        found = await work.votes.tallies(within_s)
    return {(it.slug, it.language): _figures(it) for it in found}


def _figures(it: Tally) -> tuple[int, int, int]:
    return it.shown, it.helpful, it.not_helpful


async def test_without_articles_there_is_nothing_to_tell(store: Store) -> None:
    await store.queued()

    assert await _tallies(store) == {}


async def test_each_time_that_an_article_is_shown_counts_in_its_language(store: Store) -> None:
    one, other = await store.started(), await store.started()
    await _shown(store, one, FEES, ("tax-data", "en"))
    await _shown(store, one, FEES)
    await _shown(store, other, ("payout-fees", "de"))
    await _shown(store, other)

    assert await _tallies(store) == {
        ("payout-fees", "en"): (2, 0, 0),
        ("tax-data", "en"): (1, 0, 0),
        ("payout-fees", "de"): (1, 0, 0),
    }


async def test_a_language_that_we_do_not_speak_is_left_out(store: Store) -> None:
    await _shown(store, await store.started(), ("payout-fees", "fr"))

    assert await _tallies(store) == {}


async def test_an_article_is_found_where_it_was_shown_last(store: Store) -> None:
    it, other = await store.started(), await store.started()
    await _shown(store, it, FEES)
    last = await _shown(store, it, ("tax-data", "en"), FEES)
    await _shown(store, it, ("payout-fees", "de"))
    await _shown(store, other, FEES)

    async with store.open_work() as work:
        assert await work.votes.last_shown(it.id, *FEES) == last
        assert await work.votes.last_shown(it.id, "tax-data", Language.DE) is None


async def test_the_latest_word_on_what_was_shown_holds(store: Store) -> None:
    it = await store.started()
    first, second = await _shown(store, it, FEES), await _shown(store, it, FEES)

    for seq, helpful in ((first, True), (second, True), (first, False), (first, False)):
        await _cast(store, it, seq, helpful=helpful)

    assert await _tallies(store) == {("payout-fees", "en"): (2, 1, 1)}


async def test_a_browser_has_one_vote_under_a_ballot(store: Store) -> None:
    async with store.open_work() as work:
        for ballot, helpful in ((b"1", True), (b"2", True), (b"1", False)):
            await work.votes.cast_on_page(ballot, _vote("tax-data", helpful=helpful))

    assert await _tallies(store) == {("tax-data", "en"): (0, 1, 1)}


async def test_votes_from_chats_and_pages_are_added_up(store: Store) -> None:
    it = await store.started()
    await _cast(store, it, await _shown(store, it, FEES), helpful=True)
    async with store.open_work() as work:
        await work.votes.cast_on_page(b"1", _vote("payout-fees", helpful=True))

    assert await _tallies(store) == {("payout-fees", "en"): (1, 2, 0)}


async def test_votes_of_a_visitor_who_is_known_are_the_customers(store: Store) -> None:
    it, customer = await store.started(), await store.visitor()
    seq = await _shown(store, it, FEES)
    await _cast(store, it, seq, helpful=True)

    async with store.open_work() as work:
        await work.conversations.move(it.id, customer)
        await work.votes.move(it.customer, customer)
        await work.votes.cast(it.id, seq, customer, _vote("payout-fees", helpful=False))

    assert await _tallies(store) == {("payout-fees", "en"): (1, 0, 1)}


async def test_what_is_older_than_what_is_asked_about_does_not_count(store: Store) -> None:
    it = await store.started()
    await _cast(store, it, await _shown(store, it, FEES), helpful=True)
    async with store.open_work() as work:
        await work.votes.cast_on_page(b"1", _vote("payout-fees", helpful=True))
    await asyncio.sleep(1.1)
    await _cast(store, it, await _shown(store, it, FEES), helpful=False)

    assert await _tallies(store, 1.0) == {("payout-fees", "en"): (1, 0, 1)}
    assert await _tallies(store) == {("payout-fees", "en"): (2, 2, 1)}
