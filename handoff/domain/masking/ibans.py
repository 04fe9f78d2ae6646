"""Bank accounts: a known country's length, and the remainder of 97 (ISO 13616)."""

import re
from collections.abc import Iterator

from handoff.domain.masking.shadow import FIRST, GAP
from handoff.domain.masking.spans import Kind, Span

LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK FI FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
_LENGTH = {country: length for length, known in LENGTHS.items() for country in known.split()}

_BY_LETTER = {
    first: "".join(sorted(country[1] for country in _LENGTH if country[0] == first))
    for first in sorted({country[0] for country in _LENGTH})
}
_START = re.compile(
    rf"[{''.join(_BY_LETTER)}]{FIRST}(?:"
    + "|".join(f"(?<={first})[{others}]" for first, others in _BY_LETTER.items())
    + rf"){GAP}[0-9]{{2}}"
)
"""On a text in capitals."""
_CAPITALS = {ord(sign): sign.upper() for sign in "abcdefghijklmnopqrstuvwxyz"}
_VALUES = {ord(sign): str(10 + at) for at, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
"""The standard reads A as 10 and Z as 35."""

_REST = {
    length: re.compile(rf"(?:{GAP}[0-9A-Z]){{{length - 4}}}(?![0-9A-Z])") for length in LENGTHS
}

FEWEST_DIGITS = 8
"""Behind the check digits; every country has more, and prose has fewer."""


def ibans(read: str) -> Iterator[Span]:
    """Each account number, however it is spaced."""
    end, capitals = 0, read.translate(_CAPITALS)
    for start in _START.finditer(capitals):
        if start.start() < end:
            continue
        country, check = start[0][:2], start[0][-2:]
        rest = _REST[_LENGTH[country]].match(capitals, start.end())
        if rest is None:
            continue
        account = rest[0].replace(" ", "")
        if _digits(account) >= FEWEST_DIGITS and _checks(f"{account}{country}{check}"):
            end = rest.end()
            yield Span(start.start(), end, Kind.IBAN, head=4, tail=4)


def _digits(account: str) -> int:
    return sum(map(str.isdigit, account))


def _checks(turned: str) -> bool:
    return int(turned.translate(_VALUES)) % 97 == 1
