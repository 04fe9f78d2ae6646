"""Sums of money in German and English notation."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.components.found import Found

_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "£": "GBP", "gbp": "GBP", "pfund": "GBP", "pound": "GBP", "pounds": "GBP",
    "bucks": "USD", "quid": "GBP",
    "chf": "CHF", "franken": "CHF", "sfr": "CHF",
}  # fmt: skip
_WORDS = "|".join(sorted((re.escape(word) for word in _CURRENCIES), key=len, reverse=True))
_DIGITS = (
    r"(?:[0-9]{1,3}(?:[.,'’\u00a0\u202f ][0-9]{3}){1,4}|[0-9]{1,12})"
    r"(?:[.,](?:[0-9]{1,2}(?![0-9])|[-–]{1,2}))?"
)
# "1.5k" is fifteen hundred.
_THOUSANDS = r"(\s?k(?!\w))?"
_CENTS = re.compile(r"[.,]([0-9]{1,2})$")
_BEFORE = re.compile(rf"(?<!\w)({_WORDS})\s?({_DIGITS}){_THOUSANDS}(?![0-9])", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\w.,])({_DIGITS}){_THOUSANDS}\s?({_WORDS})(?!\w)", re.IGNORECASE)


def amounts(text: str) -> Iterator[Found]:
    """Each sum as `1234.56 EUR`."""
    for match in _BEFORE.finditer(text):
        yield _found(match, match[2], match[3], match[1])
    for match in _AFTER.finditer(text):
        yield _found(match, match[1], match[2], match[3])


def _found(match: re.Match[str], digits: str, thousands: str | None, currency: str) -> Found:
    number = _number(digits) * (1000 if thousands else 1)
    value = f"{number:.2f} {_CURRENCIES[currency.casefold()]}"
    return Found("amount", value, *match.span())


def _number(digits: str) -> Decimal:
    # A separator is a decimal one when one or two digits follow it and nothing else.
    cents = _CENTS.search(digits)
    whole = digits[: cents.start()] if cents else digits
    return Decimal(re.sub(r"[^0-9]", "", whole) + (f".{cents[1]}" if cents else ""))
