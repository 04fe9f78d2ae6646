"""What a message is made of, and what the assistant understood of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Plain text, never markup."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button. The payload stays with us: a customer only ever sends the id back."""

    id: str
    title: str
    payload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Buttons under a text."""

    choices: tuple[Choice, ...]
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutCardStep:
    """One state a payout was in; `at` is ISO 8601."""

    state: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutCard:
    """A payout as shown to its owner; dates are ISO 8601, the amount is already local."""

    reference: str
    state: str
    amount: str
    since: str | None = None
    expected_on: str | None = None
    method: str | None = None
    history: tuple[PayoutCardStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """A payout card in a message."""

    payout: PayoutCard
    kind: Literal["payout"] = "payout"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """An article's passage that answers, with the page it is from."""

    slug: str
    language: str
    title: str
    url: str
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article in a message."""

    article: ArticleLink
    kind: Literal["article"] = "article"


Part: TypeAlias = Text | Choices | Payout | Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something the assistant recognised in a text."""

    entity: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """How the assistant read a message; `confidence` is in 0..1, slots are JSON values."""

    intent: str | None
    confidence: float
    entities: tuple[Entity, ...] = ()
    slots: Mapping[str, object] = field(default_factory=dict)


def words(parts: tuple[Part, ...]) -> str:
    """What a message says when only plain text can be shown."""
    return " ".join(filter(None, map(_words, parts)))


def _words(part: Part) -> str:
    match part:
        case Text(text=text):
            return text
        case Choices(choices=choices):
            return " · ".join(choice.title for choice in choices)
        case Payout(payout=card):
            return f"{card.reference}, {card.amount}"
        case Article(article=link):
            return f"{link.title}: {link.passage}"
