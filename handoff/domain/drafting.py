"""Drafts of replies: sentences that were checked before, with where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias
from uuid import UUID

from handoff.domain.messages import ArticleLink
from handoff.domain.people import Language


class Maker(StrEnum):
    """Who wrote a draft."""

    BUILT_IN = "built_in"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the answer."""

    greeting: str
    greeting_nameless: str
    thanks: str
    article: str
    nothing: str
    offer: str
    farewell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The frame per language, and the sentences of every answer about a payout."""

    frame: Mapping[Language, Frame]
    answers: Mapping[str, Mapping[Language, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What can be said about a payout now; `response` names the words, `values` fill them."""

    reference: str
    amount: str
    state: str
    response: str
    values: Mapping[str, str]
    preface: str | None = None
    expected: str | None = None
    """When it should be there, in words; None where nobody knows."""
    article: ArticleLink | None = None
    """The help page that explains more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutSource:
    """A payout whose state is told."""

    reference: str
    state: str
    kind: Literal["payout"] = "payout"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSource:
    """An article that is quoted or pointed to."""

    article: ArticleLink
    kind: Literal["article"] = "article"


Source: TypeAlias = PayoutSource | ArticleSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a draft may be made of."""

    language: Language
    customer: str | None
    agent: str
    question: str
    statement: Statement | None = None
    passages: tuple[ArticleLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text for an agent to read and change; nobody gets it by itself."""

    id: UUID
    language: Language
    text: str
    maker: Maker
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftUse:
    """That a message began as a draft, and whether its words were changed."""

    id: UUID
    maker: Maker
    edited: bool
    sources: tuple[str, ...]


def sources_of(material: Material) -> tuple[Source, ...]:
    """Each once: the payout, what explains it, and what answers."""
    told = material.statement
    payout = (PayoutSource(reference=told.reference, state=told.state),) if told else ()
    explains = (told.article,) if told and told.article else ()
    links = {link.url: link for link in (*material.passages, *explains)}
    return (*payout, *(ArticleSource(article=link) for link in links.values()))


def name_of(source: Source) -> str:
    """As the log remembers it."""
    match source:
        case PayoutSource(reference=reference):
            return reference
        case ArticleSource(article=link):
            return link.url


def worded(material: Material, phrases: Phrases) -> str:
    """The text of the built-in draft: nothing in it but sentences of file and articles."""
    frame = phrases.frame[material.language]
    blocks = [_greeting(material, frame), frame.thanks, *_answers(material, phrases)]
    if material.statement is None and not material.passages:
        blocks.append(frame.nothing)
    else:
        blocks.append(frame.offer)
    return "\n\n".join((*blocks, f"{frame.farewell}\n{material.agent}"))


def _greeting(material: Material, frame: Frame) -> str:
    if material.customer is None:
        return frame.greeting_nameless
    return frame.greeting.replace("{name}", material.customer)


def _answers(material: Material, phrases: Phrases) -> tuple[str, ...]:
    quoted = tuple(
        f"{phrases.frame[material.language].article.replace('{title}', link.title)}\n{link.passage}"
        for link in material.passages
    )
    return (*_told(material, phrases), *quoted)


def _told(material: Material, phrases: Phrases) -> tuple[str, ...]:
    told = material.statement
    if told is None:
        return ()
    responses = (*((told.preface,) if told.preface else ()), told.response)
    said = (phrases.answers[it][material.language] for it in responses)
    return tuple(" ".join(line.format_map(told.values) for line in lines) for lines in said)
