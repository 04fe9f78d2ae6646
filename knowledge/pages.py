"""The help pages: whole HTML documents that need no script."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined

from knowledge.articles import Article
from knowledge.labels import LABELS
from knowledge.markup import anchor, rendered
from knowledge.search import CERTAIN, FAINT, Hit

_DATES = {"de": "de_DE", "en": "en_GB"}


def article_page(
    article: Article, related: Sequence[Article], helpful: bool | None = None, site: str = ""
) -> str:
    """One article with those that go with it; asks whether it helped, or thanks for the answer."""
    body = rendered(article.body_markdown)
    return _page(
        "article.html",
        article.language,
        f"/{article.slug}",
        article=article,
        related=related,
        helpful=helpful,
        body=body.html,
        headings=body.headings,
        page_url=f"{site}/help/{article.language}/{article.slug}",
        reviewed=format_date(article.last_review, "long", locale=_DATES[article.language]),
    )


def index_page(language: str, articles: Sequence[Article]) -> str:
    """All articles under their topics, in the order given."""
    topics = [(topic, list(own)) for topic, own in groupby(articles, key=lambda a: a.topic)]
    return _page("index.html", language, "", topics=topics)


def search_page(language: str, query: str, hits: Sequence[Hit]) -> str:
    """What a search found, or that it found nothing sure."""
    certain = bool(hits) and hits[0].score >= CERTAIN
    hits = [hit for hit in hits if hit.score >= FAINT]
    address = f"?{urlencode({'q': query})}"
    return _page("search.html", language, address, query=query, hits=hits, certain=certain)


def _page(template: str, language: str, address: str, **values: Any) -> str:
    other = next(name for name in LABELS if name != language)
    return (
        _templates()
        .get_template(template)
        .render(
            t=LABELS[language],
            language=language,
            other=other,
            other_url=f"/help/{other}{address}",
            **values,
        )
    )


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("knowledge"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["anchor"] = anchor
    return environment
