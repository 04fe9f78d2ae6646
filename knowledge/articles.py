"""Help articles: one markdown file per slug and language, read with every rule checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.links import PICTURES, broken_links
from knowledge.passages import Passage, passages_of
from knowledge.topics import FILE, read_topics

LANGUAGES = ("de", "en")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FRONT_MATTER = re.compile(r"---\n(?P<fields>.*?)\n---\n(?P<body>.*)", re.DOTALL)


class Audience(StrEnum):
    """Whom an article is written for."""

    FREELANCER = "freelancer"
    CLIENT = "client"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Article:
    """One question people ask and its answer, in one language."""

    slug: str
    language: str
    title: str
    short_answer: str
    body_markdown: str
    passages: tuple[Passage, ...]
    phrasings: tuple[str, ...]
    tags: tuple[str, ...]
    audience: Audience
    owner: str
    last_review: date
    next_review: date
    related: tuple[str, ...]
    topic: str = ""
    """The heading under which the help pages list it."""


class ArticleError(ValueError):
    """An article file breaks a rule; says which file, which field, which rule."""

    def __init__(self, path: Path, field: str, rule: str) -> None:
        """Keep the three parts, so that a tool may print them apart."""
        super().__init__(f"{path}: {field}: {rule}")
        self.path, self.field, self.rule = path, field, rule


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Words
    short_answer: Words
    tags: Annotated[tuple[Words, ...], Field(min_length=1)]
    audience: Audience
    owner: Words
    last_review: date
    next_review: date
    related: Annotated[tuple[Words, ...], Field(min_length=1)]
    phrasings: Annotated[tuple[Words, ...], Field(min_length=8)]


def load(root: Path) -> tuple[Article, ...]:
    """Every article below `root` ({de,en}/<slug>.md), or the first broken rule as an error."""
    articles = [
        _read(path, language)
        for language in LANGUAGES
        for path in sorted((root / language).glob("*.md"))
    ]
    pictures = {path.name for path in (root / PICTURES).glob("*")}
    for language, slug, field, rule in broken_links(articles, pictures):
        raise ArticleError(root / language / f"{slug}.md", field, rule)
    return _by_topic(root, articles)


def _by_topic(root: Path, articles: Sequence[Article]) -> tuple[Article, ...]:
    topics = read_topics(root)
    if not topics:
        return tuple(articles)
    for slug in {article.slug for article in articles} ^ topics.keys():
        raise ArticleError(root / FILE, "articles", f"must name every article and no other: {slug}")
    place = {slug: n for n, slug in enumerate(topics)}
    return tuple(
        replace(article, topic=topics[article.slug].heading(article.language))
        for article in sorted(articles, key=lambda a: (a.language, place[a.slug]))
    )


def _read(path: Path, language: str) -> Article:
    if not SLUG.fullmatch(path.stem):
        raise ArticleError(path, "file name", "must be lower-case words joined by hyphens")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(path, "file", "must be UTF-8 text") from error
    parts = FRONT_MATTER.fullmatch(text)
    if parts is None:
        raise ArticleError(path, "front matter", "must stand between two lines of ---")
    front = _front_matter(path, parts["fields"])
    body = parts["body"].strip()
    if not body:
        raise ArticleError(path, "body", "must not be empty")
    return Article(
        slug=path.stem,
        language=language,
        body_markdown=body,
        passages=(Passage(front.title, front.short_answer), *passages_of(body)),
        **front.model_dump(),
    )


def _front_matter(path: Path, text: str) -> _FrontMatter:
    try:
        front = _FrontMatter.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise ArticleError(path, "front matter", f"must be YAML ({error})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"])) or "front matter"
        raise ArticleError(path, field, first["msg"]) from error
    if front.next_review <= front.last_review:
        raise ArticleError(path, "next_review", "must be later than last_review")
    if len({phrasing.casefold() for phrasing in front.phrasings}) < len(front.phrasings):
        raise ArticleError(path, "phrasings", "must not repeat one another")
    return front
