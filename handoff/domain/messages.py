"""What a message is made of, and what the assistant understood of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from handoff.domain.attachments import Attachment


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCardStep:
    """A step as it stood when the card was sent."""

    id: str
    title: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """A guide as shown in a message; how far the customer is by now is asked for by its slug."""

    slug: str
    language: str
    title: str
    steps: tuple[GuideCardStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGuide:
    """A guide in a message."""

    guide: GuideCard
    kind: Literal["guide"] = "guide"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformLink:
    """A page of the platform, and what the customer does there."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformLinks:
    """Ways to pages of the platform, under a text."""

    links: tuple[PlatformLink, ...]
    kind: Literal["links"] = "links"


Part: TypeAlias = Text | Choices | Payout | Article | ShownGuide | PlatformLinks | Attachment


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
        case PlatformLinks(links=links):
            return " · ".join(f"{link.title}: {link.url}" for link in links)
        case _:
            return _shown(part)


def _shown(part: Payout | Article | ShownGuide | Attachment) -> str:
    match part:
        case Payout(payout=card):
            return f"{card.reference}, {card.amount}"
        case Article(article=link):
            return f"{link.title}: {link.passage}"
        case ShownGuide(guide=card):
            return _checklist(card)
        case Attachment(attachment=file):
            return f"[{file.name}]"


def _checklist(card: GuideCard) -> str:
    """Each step on a line of its own, the done ones marked, as an e-mail can show it."""
    done = sum(1 for step in card.steps if step.done)
    lines = (
        f"{n}. [{'x' if step.done else ' '}] {step.title}" for n, step in enumerate(card.steps, 1)
    )
    return "\n".join((f"{card.title} ({done}/{len(card.steps)})", *lines))
