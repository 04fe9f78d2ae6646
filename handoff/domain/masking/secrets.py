"""What opens an account: passwords and codes said after their name, and keys of programs."""

import re
from collections.abc import Iterator

from handoff.domain.masking.shadow import begins, lowered
from handoff.domain.masking.spans import BULLET, Kind, Span

_IS = r"(?:\s{0,3}[:=]\s{0,3}|\s{1,3}(?:is|ist|lautet|war|was)\s{0,3}:?\s{1,3})"
_PASSWORD = re.compile(
    r"(?:passwort|kennwort|password|passcode|passphrase|passwd|pwd|pw)"
    rf"({_IS})[\"'„“»]?([^\s\"'“”«]{{3,128}})"
)
_PLAIN = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = re.compile(r"[.!?,;]?\s*(?:$|\n|(?:and|und|aber|but)\b)|[.!?]", re.IGNORECASE)

_STATE = re.compile(
    r"abgelaufen|accepted|alt|always|asked|bad|bekannt|being|blocked|broken|changed|"
    r"compromised|correct|denied|different|empty|expired|falsch|fine|forgotten|gehackt|"
    r"geleakt|gesperrt|geändert|gestohlen|gone|good|gut|hacked|immer|incorrect|invalid|"
    r"kaputt|known|korrekt|leaked|leer|lost|locked|long|missing|necessary|needed|neu|new|"
    r"nicht|not|nötig|ok|okay|old|öffentlich|required|reset|richtig|right|safe|same|saved|"
    r"secret|secure|set|sicher|stark|stolen|strong|there|unbekannt|ungültig|unknown|"
    r"unsicher|vergessen|verloren|weak|weg|wieder|working|wrong"
)
"""What people say of a password that is not the password."""

_DIGITS = r"(?:[a-z]-)?([0-9](?:[ -]?[0-9]){3,7})(?![0-9a-z]|[.,][0-9])"
_OTHER_CODE = re.compile(
    r"(?:error|status|http|zip|postal|post|promo|discount|country|bank|sort|branch|area|dialling|"
    r"voucher|referral|exit|product|colou?r)[ -]$"
)
"""Codes that open nothing."""

_CODE = re.compile(
    r"(?:m?tan|pin|otp|2fa|einmalpasswort|(?:sicherheits|best[äa]tigungs|einmal|anmelde|"
    r"verifizierungs|sms-)?code)(?:[- ]?(?:nummer|number|nr|no))?"
    rf"(?:{_IS}|\s{{1,3}}){_DIGITS}"
)
_CODE_BEFORE = re.compile(
    r" (?:is|ist|was|war) (?:my|mein\w{0,2}|the|die|der) (?:[\w-]{1,24} )?(?:code|tan|pin|otp)\b"
)
_NUMBER = re.compile(r"(?<![0-9a-z+#.,-])([0-9](?:[ -]?[0-9]){3,7})$")
_CARD_CODE = re.compile(
    rf"(?:cvc2?|cvv2?|cid|kartenpr[üu]fnummer|pr[üu]fnummer)(?:{_IS}|\s{{1,3}})([0-9]{{3,4}})(?![0-9])"
)

_TOKEN = re.compile(
    r"(?:"
    r"eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{4,}"
    r"|(?:sk|pk|rk)_(?:live|test)_[0-9A-Za-z]{8,}|sk-[0-9A-Za-z_-]{16,}"
    r"|gh[opsu]_[0-9A-Za-z]{20,}|github_pat_[0-9A-Za-z_]{20,}|glpat-[0-9A-Za-z_-]{16,}"
    r"|xox[abprs]-[0-9A-Za-z-]{10,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,}|whsec_[0-9A-Za-z+/=]{16,}"
    r")"
)
_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----[^-]{0,9000}(?:-----END [A-Z ]{0,24}PRIVATE KEY-----)?"
)
_NAMED_TOKEN = re.compile(
    r"(?:api[ _-]?(?:key|token|schl[üu]ssel)|(?:access[ _-]?|refresh[ _-]?)?token|"
    r"(?:client[ _-]?)?secret|bearer)"
    rf"(?:{_IS}|\s{{1,3}})[\"'„“»]?([0-9a-z_./+=~-]{{16,}})"
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def secrets(text: str) -> Iterator[Span]:
    """Tokens, codes and passwords."""
    low = lowered(text)
    yield from _tokens(text, low)
    yield from _codes(low)
    for found in _PASSWORD.finditer(low):
        value = text[found.start(2) : found.end(2)].rstrip(".,;!?)…")
        end = found.start(2) + len(value)
        if begins(low, found.start()) and _is_password(value, found[1], low[end : end + 40]):
            yield Span(found.start(2), end, Kind.PASSWORD)


def _tokens(text: str, low: str) -> Iterator[Span]:
    for pattern in (_TOKEN, _PRIVATE_KEY):
        for found in pattern.finditer(text):
            if begins(text, found.start()):
                yield Span(*found.span(), Kind.TOKEN)
    for found in _NAMED_TOKEN.finditer(low):
        if begins(low, found.start()) and _is_random(found[1]):
            yield Span(*found.span(1), Kind.TOKEN)


def _codes(low: str) -> Iterator[Span]:
    for pattern in (_CODE, _CARD_CODE):
        for found in pattern.finditer(low):
            before = low[max(0, found.start() - 10) : found.start()]
            if begins(low, found.start()) and not _OTHER_CODE.search(before):
                yield Span(*found.span(1), Kind.CODE)
    for found in _CODE_BEFORE.finditer(low):
        number = _NUMBER.search(low, max(0, found.start() - 16), found.start())
        if number is not None:
            yield Span(*number.span(1), Kind.CODE)


def _is_random(value: str) -> bool:
    """Letters and digits mixed, and no id."""
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return mixed and not _UUID.match(value)


def _is_password(value: str, said_by: str, rest: str) -> bool:
    """A plain word is one only where nothing is said about the password but that it is this."""
    if len(value) < 3 or BULLET in value or _STATE.fullmatch(value.casefold()):
        return False
    if not _PLAIN.fullmatch(value):
        return True
    certain = "lautet" in said_by.casefold() or any(sign in said_by for sign in ":=")
    return certain or _SENTENCE_ENDS.match(rest) is not None
