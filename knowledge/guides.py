"""Guides: checklists that lead through a matter, one file each, read with every rule checked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.articles import LANGUAGES, SLUG, Article, Audience

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=40)]


class GuideError(ValueError):
    """A guide's file breaks a rule; says which file, which field, which rule."""

    def __init__(self, path: Path, field: str, rule: str) -> None:
        """Keep the three parts, so that a tool may print them apart."""
        super().__init__(f"{path}: {field}: {rule}")
        self.path, self.field, self.rule = path, field, rule


class Words(BaseModel):
    """The same said in each language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    de: Line
    en: Line

    def of(self, language: str) -> str:
        """English stands in for languages we do not speak."""
        return self.de if language == "de" else self.en


class Step(BaseModel):
    """One thing to do, and why it is asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    title: Words
    why: Words
    how: Words
    article: Name
    done_when: Name | None = None
    """A fact of the platform that makes the step done without anybody ticking it."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Words
    lead: Words
    audience: Audience
    minutes: Annotated[int, Field(ge=1, le=240)]
    steps: Annotated[tuple[Step, ...], Field(min_length=5, max_length=8)]


class Guide(_File):
    """A checklist; `minutes` is about how long it takes."""

    slug: Name


@dataclass(frozen=True, slots=True)
class Guides:
    """All guides, and the titles of the articles they link to."""

    all: tuple[Guide, ...]
    articles: tuple[Article, ...]

    def guide(self, slug: str) -> Guide | None:
        """None when there is no such guide."""
        return next((guide for guide in self.all if guide.slug == slug), None)

    def article(self, language: str, slug: str) -> Article:
        """The article of a step: it exists, `load_guides` saw to that."""
        return next(a for a in self.articles if (a.language, a.slug) == (language, slug))


def load_guides(root: Path, articles: Sequence[Article], facts: Iterable[str]) -> Guides:
    """Every guide below `root`, or the first broken rule as an error.

    `facts` are the names that `done_when` may use.
    """
    slugs, known = {article.slug for article in articles}, frozenset(facts)
    guides = tuple(_read(path) for path in sorted(root.glob("*.yml")))
    for guide in guides:
        _check(root / f"{guide.slug}.yml", guide, slugs, known)
    return Guides(guides, tuple(articles))


def _read(path: Path) -> Guide:
    if not SLUG.fullmatch(path.stem):
        raise GuideError(path, "file name", "must be lower-case words joined by hyphens")
    try:
        file = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        raise GuideError(path, "file", "must be UTF-8 text") from error
    except yaml.YAMLError as error:
        raise GuideError(path, "file", f"must be YAML ({error})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"])) or "file"
        raise GuideError(path, field, first["msg"]) from error
    return Guide(slug=path.stem, **dict(file))


def _check(path: Path, guide: Guide, slugs: set[str], facts: frozenset[str]) -> None:
    for name, times in Counter(step.id for step in guide.steps).items():
        if times > 1:
            raise GuideError(path, "steps", f"must not repeat an id: {name}")
    for n, step in enumerate(guide.steps):
        if step.article not in slugs:
            raise GuideError(path, f"steps.{n}.article", f"must be an article: {step.article}")
        if step.done_when is not None and step.done_when not in facts:
            rule = f"must be one of {', '.join(sorted(facts))}: {step.done_when}"
            raise GuideError(path, f"steps.{n}.done_when", rule)


def missing_languages(guides: Guides) -> tuple[str, ...]:
    """Steps whose article is missing in a language, as `guide.step.language`."""
    there = {(article.language, article.slug) for article in guides.articles}
    return tuple(
        f"{guide.slug}.{step.id}.{language}"
        for guide in guides.all
        for step in guide.steps
        for language in LANGUAGES
        if (language, step.article) not in there
    )
