"""One turn as an action sees it: who asks, what they said, what was said before."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("de", "en")
# As bot/components/turn.py has it; the processes share no code.
_COMMAND = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[/\u2044\u2215\uff0f]")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing the assistant said: the name of the response and what it showed."""

    response: str | None
    custom: Mapping[str, Any]
    text: str | None = None
    buttons: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """The turn before this one: what the customer wrote, and what they were told."""

    text: str | None
    said: tuple[Said, ...] = ()

    def told(self, *responses: str) -> bool:
        """Whether one of these responses was given."""
        return any(each.response in responses for each in self.said)

    def showed(self, part: str) -> bool:
        """Whether a payout, an article or the like was shown."""
        return any(part in each.custom for each in self.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The customer's message. `sub` is the verified customer, None for anybody else.

    Who the customer is comes from the message's metadata only, which the front door writes and
    no customer can: never from a slot or an entity, whose values customers write themselves.
    """

    sub: str | None
    language: str
    intent: str
    text: str | None
    entities: Mapping[str, str]
    slots: Mapping[str, Any]
    before: Before
    kind: str = "visitor"
    """Which side of a project the customer is on: freelancer, client, or not known."""
    ticks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The steps the customer has ticked, by guide, as the front door knows them."""
    articles_shown: tuple[tuple[str, str], ...]

    @property
    def was_asked(self) -> bool:
        """Whether the turn before showed an article and asked whether it answers the question."""
        asked = self.before.told("utter_article", "utter_article_second")
        return asked and self.before.showed("article")

    def has_just_read(self, passage: str) -> bool:
        """Whether an article shown in the turn before held this passage."""
        shown = (each.custom.get("article") for each in self.before.said)
        return any(passage in article["passage"] for article in shown if article)

    def just_shown(self, slug: str, language: str) -> bool:
        """Whether this article is the last one that was shown, and in the turn before."""
        recently = self.before.showed("article") or self.before.told("utter_article_again")
        return recently and self.articles_shown[-1:] == ((slug, language),)


def turn_of(tracker: Any) -> Turn:
    """Read Rasa's tracker, which is foreign JSON, into a turn."""
    message = tracker.latest_message or {}
    metadata = message.get("metadata") or {}
    return Turn(
        sub=_verified(metadata.get("customer")),
        kind=(metadata.get("customer") or {}).get("kind") or "visitor",
        ticks=_ticks(metadata.get("guides")),
        language=_language(tracker.slots.get("language"), metadata.get("language")),
        intent=(message.get("intent") or {}).get("name") or "",
        text=_typed(message),
        entities=dict(_entities(message, tracker.slots.get("payout_told"))),
        slots=tracker.slots,
        before=_before(tracker.events),
        articles_shown=tuple(_articles(tracker.events)),
    )


def _entities(message: Mapping[str, Any], told: str | None) -> Iterator[tuple[str, str]]:
    """The last of each kind; "PO-2, not PO-1" means the one that was not told just now."""
    found = [
        (each["entity"], str(each["value"]))
        for each in message.get("entities") or []
        if each.get("value") is not None
    ]
    passed = ("payout_reference", (told or "").partition(" ")[0])
    several = len({value for name, value in found if name == "payout_reference"}) > 1
    yield from (each for each in found if not (several and each == passed))


def _verified(customer: Any) -> str | None:
    match customer:
        case {"verified": True, "sub": str(sub)} if sub:
            return sub
        case _:
            return None


def _ticks(guides: Any) -> dict[str, tuple[str, ...]]:
    found = guides if isinstance(guides, dict) else {}
    return {str(guide): tuple(map(str, steps)) for guide, steps in found.items()}


def _language(*wanted: Any) -> str:
    return next((language for language in wanted if language in LANGUAGES), "en")


def _typed(message: Mapping[str, Any]) -> str | None:
    """What the customer wrote; None for a button's payload, and for a command that was typed."""
    text: str = message.get("text") or ""
    return None if _COMMAND.match(text) else text


def _before(events: list[dict[str, Any]]) -> Before:
    asked = [index for index, event in enumerate(events) if event.get("event") == "user"]
    if len(asked) < 2:
        return Before(None)
    previous, latest = asked[-2:]
    return Before(
        _typed(_message(events[previous])),
        tuple(map(_said, filter(_is_bot, events[previous:latest]))),
    )


def _message(event: Mapping[str, Any]) -> Mapping[str, Any]:
    parsed = event.get("parse_data") or {}
    return {"text": event.get("text"), "intent": parsed.get("intent")}


def _is_bot(event: Mapping[str, Any]) -> bool:
    return event.get("event") == "bot"


def _said(event: Mapping[str, Any]) -> Said:
    response = (event.get("metadata") or {}).get("utter_action")
    shown = event.get("data") or {}
    buttons = tuple(shown.get("buttons") or ())
    return Said(response, shown.get("custom") or {}, event.get("text"), buttons)


def _articles(events: list[dict[str, Any]]) -> list[tuple[str, str]]:
    shown = [_said(event).custom.get("article") for event in events if _is_bot(event)]
    return [(article["slug"], article["language"]) for article in shown if article]
