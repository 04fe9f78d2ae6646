"""A wish for another language beside a question: "do you speak English? where is my payout"."""

import re
from dataclasses import dataclass

_LANGUAGES = {
    "de": "deutsch deutsche deutschen deutscher german",
    "en": "englisch englische englischen englischer english",
}
_LANGUAGE_OF = {word: code for code, listed in _LANGUAGES.items() for word in listed.split()}
_CLAUSES = re.compile(r"(?<=[?!.])\s+|[,;:\n]\s*|\s+[-–]\s+|\s+(?=(?:und|and|because|weil)\s)")
_ASKS = re.compile(
    r"\b(?:speak|talk|chat|continue|switch|change to|answer|reply|respond|write|go on|understand|"
    r"sprech\w*|sprich\w*|red\w+|antwort\w*|weiter\w*|wechs\w*|schreib\w*|versteh\w*|kann|kannst)\b",
    re.IGNORECASE,
)
# These speak of something or somebody else that is to be in a language.
_OF_SOMETHING = re.compile(
    r"\b(?:my|mein\w*|invoices?|rechnung\w*|profil\w*|angebot\w*|proposals?|clients?|kund\w+|"
    r"articles?|artikel\w*|antr\w+|bewerbung\w*|texte?s?|contracts?|vertr\w+|documents?|dokument\w*|brief\w*|support|someone|"
    r"somebody|jemand\w*|mensch\w*|person|agents?|team|human|mitarbeiter\w*)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|don['’]?t|dont|cannot|can['’]?t|doesn['’]?t|kein\w*|nicht|kaum|wenig|little)\b",
    re.IGNORECASE,
)
_FEW = "in auf please bitte pls lieber rather only nur sorry hi hello hallo hey ok the and und"
_ONLY = frozenset(_FEW.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 600


@dataclass(frozen=True)
class Wish:
    """The language that is wished for, the words of the wish, and what else was said."""

    language: str
    words: str
    rest: str


def wish(text: str) -> Wish | None:
    """The wish in a message that also asks something; a message that only wishes has no rest."""
    if len(text) > _LONGEST:
        return None
    clauses = [clause.strip() for clause in _CLAUSES.split(text) if clause.strip()]
    found = next((clause for clause in clauses if _wished(clause)), None)
    rest = " ".join(clause for clause in clauses if clause is not found)
    if found is None or not set(_words(rest)) - _ONLY:
        return None
    return Wish(_wished(found) or "", found, rest)


def _wished(clause: str) -> str | None:
    words = _words(clause)
    named = [_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF]
    if not named or _OF_SOMETHING.search(clause):
        return None
    bare = not set(words) - _ONLY - set(_LANGUAGE_OF)
    if not bare and not _ASKS.search(clause):
        return None
    if _NOT.search(clause):
        return next(code for code in _LANGUAGES if code != named[-1])
    return named[-1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
