"""Help articles: one markdown file per slug and language, read with every rule checked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.passages import Passage, passages_of

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
    articles = tuple(
        _read(path, language)
        for language in LANGUAGES
        for path in sorted((root / language).glob("*.md"))
    )
    for error in _broken_links(root, articles):
        raise error
    return articles


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


def _broken_links(root: Path, articles: tuple[Article, ...]) -> Iterator[ArticleError]:
    slugs = {language: set[str]() for language in LANGUAGES}
    for article in articles:
        slugs[article.language].add(article.slug)
    for language, missing in _untranslated(slugs):
        yield ArticleError(root / language / f"{missing}.md", "file", "is missing in this language")
    for article in articles:
        path = root / article.language / f"{article.slug}.md"
        if article.slug in article.related:
            yield ArticleError(path, "related", "must not name the article itself")
        for unknown in sorted(set(article.related) - slugs[article.language]):
            yield ArticleError(path, "related", f"names no article: {unknown}")


def _untranslated(slugs: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    everywhere = set[str]().union(*slugs.values())
    for language, own in slugs.items():
        yield from ((language, slug) for slug in sorted(everywhere - own))
