"""Finds what a conversation does not need and should not keep, and makes it unreadable."""

import re
from dataclasses import dataclass

from handoff.domain.masking.cards import cards
from handoff.domain.masking.ibans import ibans
from handoff.domain.masking.papers import papers
from handoff.domain.masking.secrets import secrets
from handoff.domain.masking.shadow import shadow
from handoff.domain.masking.spans import BULLET, KEPT, Kind, Span, covered

__all__ = ["BULLET", "KEPT", "Kind", "Masked", "bare", "mask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text that may be kept and shown."""

    text: str
    kinds: tuple[Kind, ...] = ()
    """What was found, each once."""
    original: str | None = None
    """Where an agent may need it: the text with only those things masked that nobody needs."""


def mask(text: str) -> Masked:
    """Payout references, amounts, dates, phone numbers and ids stay as they are."""
    spans = _apart(_found(text))
    if not spans:
        return Masked(text=text)
    kept = [span for span in spans if span.kind in KEPT]
    never = [span for span in spans if span.kind not in KEPT]
    return Masked(
        text=_written(text, spans),
        kinds=tuple(dict.fromkeys(span.kind for span in spans)),
        original=_written(text, never) if kept else None,
    )


_LABEL = re.compile(
    r"iban|bic|(?:credit|debit)?card|(?:kredit)?karten?(?:nummer)?|konto(?:nummer)?|mastercard|visa|"
    r"cvc|cvv|pin|tan|otp|code|passwor[dt]|token|key|ausweis|reisepass|passport|ssn|tin|steuer-id|"
    r"credit|debit|meine?|my|is|ist|the|die|hier|here|und|and"
)
_NUMBER = re.compile(r"[A-Za-z]{0,2}\d*")
"""What stays readable of a number, its country with it."""


def bare(text: str) -> bool:
    """Whether a masked text says nothing beside what was masked and what that is called."""
    words = [word.strip(".,:;!?=\"'()") for word in text.split()]
    telling = [it for it in words if BULLET not in it and not _NUMBER.fullmatch(it)]
    return BULLET in text and all(_LABEL.fullmatch(it.casefold()) for it in telling)


def _found(text: str) -> list[Span]:
    read = shadow(text)
    return [*secrets(text), *cards(read, text), *ibans(read), *papers(read, text)]


def _apart(found: list[Span]) -> list[Span]:
    """In order, and where two overlap the one that covers more."""
    apart: list[Span] = []
    for span in sorted(found, key=lambda it: (it.start, -it.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
        elif span.end > apart[-1].end:
            apart[-1] = apart[-1]._replace(end=span.end)
    return apart


def _written(text: str, spans: list[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], covered(text, span)]
        at = span.end
    return "".join((*pieces, text[at:]))
