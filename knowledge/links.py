"""Finds what articles say about one another that is not true."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, Protocol

PICTURES = "pictures"
"""The folder of the drawings, and the part of their address below /help."""
PICTURE = re.compile(rf"/help/{PICTURES}/(?P<file>[a-z0-9-]+\.(?P<language>[a-z]{{2}})\.svg)")
"""The address of a drawing: the only images that articles may hold."""

_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*)\)")
_TARGET = re.compile(r"\]\(([^)\s]*)\)")
_HELP_PAGE = re.compile(r"/help/(?P<language>[a-z]{2})/(?P<slug>[a-z0-9-]+)")
_OUTSIDE = ("https://", "mailto:")


class Linked(Protocol):
    """What of an article may name others."""

    @property
    def slug(self) -> str:
        """Its name."""

    @property
    def language(self) -> str:
        """The language whose articles it may link to."""

    @property
    def related(self) -> tuple[str, ...]:
        """The articles that go with it."""

    @property
    def body_markdown(self) -> str:
        """Its text with links."""


class Broken(NamedTuple):
    """A file (by language and slug), the field, and the rule it breaks."""

    language: str
    slug: str
    field: str
    rule: str


def broken_links(articles: Sequence[Linked], pictures: Container[str]) -> Iterator[Broken]:
    """Missing translations, and related articles, links and pictures that lead nowhere."""
    slugs = dict[str, set[str]]()
    for article in articles:
        slugs.setdefault(article.language, set()).add(article.slug)
    for language, own in slugs.items():
        for slug in sorted(set[str]().union(*slugs.values()) - own):
            yield Broken(language, slug, "file", "is missing in this language")
    for article in articles:
        for field, rule in _broken_in(article, slugs[article.language]):
            yield Broken(article.language, article.slug, field, rule)
        for rule in _broken_images(article, pictures):
            yield Broken(article.language, article.slug, "body", rule)


def without_images(markdown: str) -> str:
    """The text alone."""
    return _IMAGE.sub("", markdown)


def _broken_images(article: Linked, pictures: Container[str]) -> Iterator[str]:
    for alt, target in _IMAGE.findall(article.body_markdown):
        drawing = PICTURE.fullmatch(target)
        if drawing is None or drawing["file"] not in pictures:
            yield f"shows no picture of ours: {target}"
        elif drawing["language"] != article.language:
            yield f"shows a picture in another language: {target}"
        if not alt.strip():
            yield f"says nothing in place of a picture: {target}"


def _broken_in(article: Linked, slugs: set[str]) -> Iterator[tuple[str, str]]:
    if article.slug in article.related:
        yield "related", "must not name the article itself"
    for unknown in sorted(set(article.related) - slugs):
        yield "related", f"names no article: {unknown}"
    for target in _TARGET.findall(without_images(article.body_markdown)):
        page = _HELP_PAGE.fullmatch(target)
        if page is None:
            if not target.startswith(_OUTSIDE):
                yield "body", f"links to no help page: {target}"
        elif page["language"] != article.language:
            yield "body", f"links to another language: {target}"
        elif page["slug"] not in slugs:
            yield "body", f"links to no article: {target}"
