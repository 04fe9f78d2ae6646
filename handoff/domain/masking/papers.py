"""Identity papers and tax numbers: by their check digits, or because a word beside them says so."""

import re
from collections.abc import Iterator

from handoff.domain.masking.shadow import FIRST, begins, lowered
from handoff.domain.masking.spans import Kind, Span

_END = r"(?![0-9A-Za-z])"
_NEAR = r"[^0-9\n]{0,28}?"
"""Between a word and the number it speaks of."""

_GERMAN = re.compile(
    rf"[CFGHJKLMNPRTVWXYZ]{FIRST}(?<!-.)(?=[A-Z0-9]{{9}})[A-Z0-9]{{8}}([0-9])D?{_END}"
)
"""Serial number of an identity card or passport with its check digit (ICAO 9303)."""

_SERIAL = re.compile(r"(?=(?:\D*\d){3})[CFGHJKLMNPRTVWXYZ0-9]{9}", re.ASCII)
"""Neither vowels nor what is easily mistaken; words in capitals have no digits."""

_MRZ = re.compile(r"[A-Z0-9<](?<![A-Z0-9<].)[A-Z0-9<]{27,45}(?![A-Z0-9<])")
"""A line of a machine readable zone."""

_PAPER = (
    r"(?:personal)?ausweis\w{0,12}|(?:reise)?pass(?:nummer|nr)?|perso|passport|"
    r"identity (?:card|document|paper|number)|id[- ](?:card|number|no|nr|nummer)|"
    r"driving licen[cs]e|driver'?s licen[cs]e|f[üu]hrerschein\w{0,8}|aadhaar|"
    r"aufenthaltstitel\w{0,8}"
)
_AFTER_A_PAPER = re.compile(
    rf"(?:{_PAPER})\b{_NEAR}(?<![0-9a-z+#-])([a-z]{{0,3}}[0-9][0-9a-z]{{5,11}}){_END}"
)
_BEFORE_A_PAPER = re.compile(
    rf" (?:is|ist|was|war) (?:my|mein\w{{0,2}}|the|die|der) (?:{_PAPER})\b"
)
_NUMBER = re.compile(r"(?<![0-9a-z+#-])([a-z]{0,3}[0-9][0-9a-z]{5,11})$")
_TAX = re.compile(
    rf"[1-9]{FIRST}(?<!\+.)[0-9] ?[0-9]{{3}} ?[0-9]{{3}} ?[0-9]{{3}}(?! ?[0-9]|[A-Za-z])"
)
_AFTER_TAX = re.compile(
    r"(?:steuer-?(?:id|nummer|nr|identifikationsnummer|ident\w{0,8})|idnr|tin|"
    r"tax (?:id|number|no)|tax identification number|taxpayer id)\b"
    rf"{_NEAR}(?<![0-9a-z+#-])([0-9](?:[ /-]?[0-9]){{8,12}}){_END}"
)
_SOCIAL = re.compile(
    rf"[0-8]{FIRST}(?<!-.)[0-9]{{2}}(?<!000)(?<!666)-(?!00)[0-9]{{2}}-(?!0000)[0-9]{{4}}(?![0-9A-Za-z-])"
)
_AFTER_SOCIAL = re.compile(
    r"(?:ssn|social security(?: number| no)?|sozialversicherungsnummer|svnr)\b"
    rf"{_NEAR}(?<![0-9a-z+#-])([0-9](?:[ -]?[0-9]){{7}}(?:[ -]?[0-9]| ?[a-z] ?[0-9]{{3}})){_END}"
)
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d{6}", re.ASCII)

WEIGHTS = (7, 3, 1)


def papers(read: str, text: str) -> Iterator[Span]:
    """Identity cards, passports, and the numbers of tax offices and social insurance."""
    low = lowered(text)
    yield from _checked(text)
    yield from _named(low)
    yield from _tax_numbers(read, text, low)


def _checked(text: str) -> Iterator[Span]:
    for found in _GERMAN.finditer(text):
        serial = found[0][:9]
        if _SERIAL.fullmatch(serial) and icao(serial) == int(found[1]):
            yield Span(*found.span(), Kind.IDENTITY_PAPER, tail=2)
    for found in _MRZ.finditer(text):
        if "<<" in found[0]:
            yield Span(*found.span(), Kind.IDENTITY_PAPER)


def _named(low: str) -> Iterator[Span]:
    for found in _AFTER_A_PAPER.finditer(low):
        if begins(low, found.start()) and _numbers_a_paper(found[1]):
            yield Span(*found.span(1), Kind.IDENTITY_PAPER, tail=2)
    for found in _BEFORE_A_PAPER.finditer(low):
        number = _NUMBER.search(low, max(0, found.start() - 16), found.start())
        if number is not None and _numbers_a_paper(number[1]):
            yield Span(*number.span(1), Kind.IDENTITY_PAPER, tail=2)


def _tax_numbers(read: str, text: str, low: str) -> Iterator[Span]:
    for found in _TAX.finditer(read):
        if tax_id(found[0].replace(" ", "")):
            yield Span(*found.span(), Kind.TAX_NUMBER, tail=2)
    for pattern in (_AFTER_TAX, _AFTER_SOCIAL):
        for found in pattern.finditer(low):
            if begins(low, found.start()) and not low.endswith("ust-", 0, found.start()):
                yield Span(*found.span(1), Kind.TAX_NUMBER, tail=2)
    for found in _SOCIAL.finditer(text):
        yield Span(*found.span(), Kind.TAX_NUMBER, tail=2)


def _numbers_a_paper(token: str) -> bool:
    count = sum(map(str.isdigit, token))
    if count == len(token):
        return 8 <= count <= 12 and not token.startswith("0") and not _DAY.fullmatch(token)
    return count >= 4


def icao(serial: str) -> int:
    """The check digit of a serial number (ICAO 9303, part 3)."""
    return sum(int(sign, 36) * WEIGHTS[at % 3] for at, sign in enumerate(serial)) % 10


def tax_id(number: str) -> bool:
    """A German tax id: one digit comes twice or thrice, the rest once; ISO 7064, MOD 11,10."""
    first = number[:10]
    *once, often = sorted(first.count(digit) for digit in set(first))
    if often not in {2, 3} or set(once) != {1}:
        return False
    rest = 10
    for digit in first:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == int(number[10])
