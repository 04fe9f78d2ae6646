"""A whole article over HTTP, to be read in the chat."""

import pytest

from tests.handoff.answers import assert_answer
from tests.handoff.door import Door

ARTICLE = "/v1/articles/{lang}/{slug}"


@pytest.mark.parametrize(("lang", "title"), [("en", "Which fees do I pay?"), ("de", "Gebühren")])
async def test_an_article_comes_whole_with_those_that_go_with_it(
    front: Door, lang: str, title: str
) -> None:
    response = await front.client.get(f"/v1/articles/{lang}/payout-fees")

    article = await response.json()
    assert response.status == 200
    assert_answer("GET", ARTICLE, 200, article)
    assert title in article["title"]
    assert article["language"] == lang
    assert "<h2" in article["html"]
    assert "<script" not in article["html"]
    related = article["related"]
    assert related
    assert all(it["url"] == f"/help/{lang}/{it['slug']}" for it in related)


@pytest.mark.parametrize("path", ["en/no-such-article", "fr/payout-fees", "en/..%2fsecret"])
async def test_what_is_no_article_is_not_found(front: Door, path: str) -> None:
    response = await front.client.get(f"/v1/articles/{path}")

    assert response.status == 404
    assert_answer("GET", ARTICLE, 404, await response.json())
