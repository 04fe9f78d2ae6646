"""Payout and project references in any spelling, found in the raw text.

Tokenizers split `PO-48213` in different ways, so these are expressions over characters. Every
repetition in them is bounded: time grows with the length of the text only.
"""

import re
from collections.abc import Iterator

from bot.components.found import Found

_NUMBER_WORD = (
    r"(?:[\s\-]?(?:nr|no|nummer|number|id|ref|referenz|reference)\b\.?(?:\s(?:ist|is|lautet)\b)?)?"
)
_JOINT = r"[\s\-\u2010-\u2015#:_./]{0,3}"
# "Auszahlung 12000 €" and "payout 12000.50" are amounts.
_NOT_MONEY = r"(?![0-9])(?![.,][0-9])(?!\s?(?:€|\$|£|eur|usd|gbp|chf|euro|dollar|pound|pfund))"
_PAYOUT = re.compile(
    r"(?<!\w)#?(?:p[.\s]?[o0]\.?|auszahlung(?:s-?(?:nummer|referenz|id|nr\.?))?|payout|withdrawal)"
    rf"{_NUMBER_WORD}{_JOINT}([0-9]{{5,8}}){_NOT_MONEY}",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    rf"(?<!\w)#?(?:pr\.?|projekt|project){_NUMBER_WORD}{_JOINT}([0-9]{{3,8}}){_NOT_MONEY}",
    re.IGNORECASE,
)
# The answer to "which payout?" is often the bare number.
_ONLY_A_NUMBER = re.compile(r"\s{0,20}#?([0-9]{5,8})[\s.!]{0,20}")


def references(text: str) -> Iterator[Found]:
    """Each payout reference as PO-… and each project as PR-…."""
    for match in _PAYOUT.finditer(text):
        yield Found("payout_reference", f"PO-{match[1]}", *match.span())
    for match in _PROJECT.finditer(text):
        yield Found("project", f"PR-{match[1]}", *match.span())
    only = _ONLY_A_NUMBER.fullmatch(text)
    if only:
        yield Found("payout_reference", f"PO-{only[1]}", *only.span(1))
