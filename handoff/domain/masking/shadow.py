"""A text as the patterns read it: of the same length, digits and gaps written in one way."""

import re

_GAPS = (
    " \t\u00a0\u2007\u2009\u202f.-\u2010\u2011\u2012\u2013\u2014"
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)
_ZEROES = (0x0660, 0x06F0, 0x0966, 0xFF10)
"""Arabic, Persian, Devanagari and full-width digits are read as well."""

_ALIKE = {
    **dict.fromkeys(map(ord, _GAPS), " "),
    **{zero + digit: str(digit) for zero in _ZEROES for digit in range(10)},
}

_LOW = {ord(sign): sign.lower() for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"}

GAP = " {0,3}"
"""Between two signs of one number."""

# A pattern that begins with a set of signs is looked for much faster than one that begins with a
# condition; so conditions on what stands before come after the first sign, or are asked apart.
FIRST = r"(?<![0-9A-Za-z].)"

_UUID = re.compile(
    r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])"
)


def shadow(text: str) -> str:
    """For patterns of numbers; UUIDs are blotted out, since they are secrets of nobody."""
    without = _UUID.sub(lambda found: "x" * len(found[0]), text) if "-" in text else text
    return without.translate(_ALIKE)


def lowered(text: str) -> str:
    """For patterns of words: the same length, unlike `lower`."""
    return text.translate(_LOW)


def begins(text: str, at: int) -> bool:
    """Whether a word begins there."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")


def digits(text: str) -> str:
    """Only its digits."""
    return "".join(filter(str.isdigit, text))
