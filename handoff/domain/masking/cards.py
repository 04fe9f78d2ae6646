"""Payment cards: a known issuer's prefix and length, and the Luhn check (ISO/IEC 7812)."""

import re
from collections.abc import Iterator

from handoff.domain.masking.shadow import GAP, digits
from handoff.domain.masking.spans import Kind, Span

_ISSUER = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})$"  # Visa
    r"|(?:5[1-5]\d{4}|222[1-9]\d\d|22[3-9]\d{3}|2[3-6]\d{4}|27[01]\d{3}|2720\d\d)\d{10}$"
    r"|3[47]\d{13}$"  # American Express
    r"|3(?:0[0-59]|[689]\d)\d{11,16}$"  # Diners Club
    r"|(?:6011|64[4-9]\d|65\d\d|622\d)\d{12,15}$"  # Discover, UnionPay
    r"|62\d{14,17}$|35(?:2[89]|[3-8]\d)\d{12,15}$"  # UnionPay, JCB
    r"|(?:50|5[6-9]|6[0-9])\d{11,17}$",  # Maestro
    re.ASCII,
)

_SHAPES = re.compile(
    r"[2-6](?<![0-9+].)(?:"
    + "|".join(
        (
            r"(?=([0-9]{12,18}(?![0-9])))",
            # Groups of four, eight or twelve, of which only the last may be shorter.
            r"(?=([0-9]{3}(?: {1,3}[0-9]{4}){2,3} {1,3}[0-9]{1,4}(?![0-9])))",
            r"(?=([0-9]{7} {1,3}[0-9]{8}(?![0-9])))",
            r"(?=([0-9]{3} {1,3}[0-9]{12}(?![0-9])))",
            r"(?=([0-9]{3} {1,3}[0-9]{6} {1,3}[0-9]{4,5}(?![0-9])))",
            r"(?=([0-9]{3}(?: {1,3}[0-9]{4}){4}(?: {1,3}[0-9]{1,3})?(?![0-9])))",
            # Digits or pairs apart: only where no other digit stands beside.
            r"(?<![0-9] .)(?<![0-9]  .)(?<![0-9]   .)(?:"
            rf"(?=((?: {{1,3}}[0-9]){{12,18}}(?!{GAP}[0-9])))"
            rf"|(?=([0-9](?: {{1,3}}[0-9]{{2}}){{6,8}}(?!{GAP}[0-9]))))",
        )
    )
    + ")"
)

_CODE_BEHIND = re.compile(r"[\s,;]{0,3}(?:\d\d ?/ ?\d{2,4}[\s,;]{1,3})(\d{3,4})(?!\d)", re.ASCII)
"""Whoever writes a card down goes on with its expiry and its check code."""

FEWEST_DIGITS = 13

_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")
_ZERO = ord("0")


def cards(read: str, text: str) -> Iterator[Span]:
    """Each card, and the check code behind it."""
    end = 0
    for found in _SHAPES.finditer(read):
        if found.start() < end:
            continue
        shown = _card(found[0] + found[found.lastindex or 0])
        if shown is not None:
            end = found.start() + len(shown)
            yield Span(found.start(), end, Kind.CARD, tail=4)
            behind = _CODE_BEHIND.match(text, end)
            if behind is not None:
                yield Span(*behind.span(1), Kind.CODE)


def _card(shown: str) -> str | None:
    """The longest of its beginnings that is a card: what follows may be the expiry."""
    while len(number := shown.replace(" ", "")) >= FEWEST_DIGITS:
        if _ISSUER.match(number) and luhn(number):
            return shown
        shown = shown.rpartition(" ")[0].rstrip()
    return None


def luhn(number: str) -> bool:
    """Whether the last digit is the one that the others ask for."""
    signs = digits(number).encode()
    single, double = signs[::-2], signs[-2::-2].translate(_DOUBLED)
    return (sum(single) + sum(double) - _ZERO * len(signs)) % 10 == 0
