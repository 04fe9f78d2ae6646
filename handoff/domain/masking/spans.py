"""What is masked, and where in a text it stands."""

from enum import StrEnum
from typing import NamedTuple

BULLET = "•"


class Kind(StrEnum):
    """Sensitive data that no conversation needs."""

    CARD = "card"
    IBAN = "iban"
    IDENTITY_PAPER = "identity_paper"
    TAX_NUMBER = "tax_number"
    PASSWORD = "password"  # noqa: S105 - a name
    CODE = "code"
    TOKEN = "token"  # noqa: S105 - a name


KEPT = frozenset({Kind.IBAN, Kind.IDENTITY_PAPER, Kind.TAX_NUMBER})
"""An agent may need these to help; of the others the original is never stored."""


class Span(NamedTuple):
    """`text[start:end]` is of a kind; its first `head` and last `tail` signs stay readable."""

    start: int
    end: int
    kind: Kind
    head: int = 0
    tail: int = 0


def covered(text: str, span: Span) -> str:
    """The span as it may be shown. Secrets do not even show how long they are."""
    shown = text[span.start : span.end]
    if span.kind in {Kind.PASSWORD, Kind.TOKEN}:
        return BULLET * 8
    signs = sum(map(str.isalnum, shown))
    hidden = range(span.head, max(span.head, signs - span.tail))
    written, place = [], -1
    for sign in shown:
        place += sign.isalnum()
        written.append(BULLET if sign.isalnum() and place in hidden else sign)
    return "".join(written)
