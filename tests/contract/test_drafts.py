"""Drafts of replies, on the fake and on PostgreSQL."""

from uuid import uuid4

from handoff.domain.drafting import ArticleSource, Draft, Maker, PayoutSource
from handoff.domain.messages import ArticleLink
from handoff.domain.people import Language
from tests.contract.store import Store

LINK = ArticleLink(slug="a", language="en", title="A", url="/help/en/a", passage="B")


def _draft() -> Draft:
    payout = PayoutSource(reference="PO-70052", state="paid")
    return Draft(
        id=uuid4(),
        language=Language.EN,
        text="Hi Lena",
        maker=Maker.BUILT_IN,
        sources=(payout, ArticleSource(article=LINK)),
    )


async def test_a_draft_comes_back_with_its_sources_where_it_was_made_only(store: Store) -> None:
    here, there, agent = await store.started(), await store.started(), await store.helper()
    draft = _draft()

    async with store.open_work() as work:
        await work.drafts.keep(here.id, agent.id, draft)

    async with store.open_work() as work:
        assert await work.drafts.of(here.id, draft.id) == draft
        assert await work.drafts.of(there.id, draft.id) is None
        assert await work.drafts.of(here.id, uuid4()) is None


async def test_a_second_draft_leaves_the_first_one(store: Store) -> None:
    it, agent = await store.started(), await store.helper()
    drafts = [_draft(), _draft()]

    for draft in drafts:
        async with store.open_work() as work:
            await work.drafts.keep(it.id, agent.id, draft)

    async with store.open_work() as work:
        assert [await work.drafts.of(it.id, draft.id) for draft in drafts] == drafts
