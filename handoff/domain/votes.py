"""Votes: whether an article answered the question."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from handoff.domain.events import AssistantSaid, Event
from handoff.domain.messages import Article, Part
from handoff.domain.people import Language
from handoff.domain.shares import Share, share


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVote:
    """What somebody said of an article that they read."""

    slug: str
    language: Language
    helpful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often the assistant showed an article, and what readers said of it."""

    slug: str
    language: Language
    shown: int
    helpful: int
    not_helpful: int

    @property
    def share(self) -> Share | None:
        """Of those who voted, how many it helped; None without votes."""
        return share(self.helpful, self.helpful + self.not_helpful)


def shown_language(event: Event, slug: str) -> Language | None:
    """The language in which an event shows this article; None when it does not."""
    parts = event.parts if isinstance(event, AssistantSaid) else ()
    shown = {part.article.language for part in parts if _shows(part, slug)}
    return next((language for language in Language if language in shown), None)


def _shows(part: Part, slug: str) -> TypeGuard[Article]:
    return isinstance(part, Article) and part.article.slug == slug


def worst_first(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """By the best that the votes still allow: a single "no" does not make an article the worst."""
    return tuple(sorted(tallies, key=_rank))


def _rank(it: Tally) -> tuple[float, int, int, str, str]:
    at_best = it.share.high if it.share else 1.0
    return at_best, -it.not_helpful, -it.shown, it.slug, it.language
