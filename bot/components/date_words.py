"""The words for dates in German and English, as patterns of spaCy's matcher."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from bot.components.calendar import calendar_date, period, shifted, weekday
from bot.components.umlauts import respelled

_DAYS = respelled({
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
    "yesterday": -1, "today": 0, "tomorrow": 1,
})  # fmt: skip
_WEEKDAYS = {
    name: index
    for names in (
        ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for index, name in enumerate(names)
} | {"sonnabend": 5}
_MONTHS = {
    name: index
    for names in (
        ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
         "oktober", "november", "dezember"),
        ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"),
    )
    for index, name in enumerate(names, 1)
} | {
    "jänner": 1, "jaenner": 1, "jan": 1, "feb": 2, "maerz": 3, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
# Some tokenizers leave the dot of a short form at the word.
_MONTHS |= {f"{name}.": number for name, number in _MONTHS.items() if len(name) <= 4}
_COUNTS = respelled(
    {
        word: number
        for words in (
            (
                "ein",
                "zwei",
                "drei",
                "vier",
                "fünf",
                "sechs",
                "sieben",
                "acht",
                "neun",
                "zehn",
                "elf",
                "zwölf",
            ),
            (
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
        )
        for number, word in enumerate(words, 1)
    }
    | {"einem": 1, "einer": 1, "a": 1, "an": 1}
)
_UNITS = {
    "tag": "day", "tagen": "day", "tage": "day", "day": "day", "days": "day",
    "woche": "week", "wochen": "week", "week": "week", "weeks": "week",
    "monat": "month", "monaten": "month", "monate": "month", "month": "month", "months": "month",
    "jahr": "year", "jahren": "year", "jahre": "year", "year": "year", "years": "year",
}  # fmt: skip
_DIRECTIONS = respelled({
    **dict.fromkeys(("letzter", "letztem", "letzten", "letzte", "letztes", "vergangenen",
                     "vergangene", "vorigen", "vorige", "seit", "last", "since"), -1),
    **dict.fromkeys(("nächster", "nächsten", "nächste", "nächstes", "kommenden", "kommende",
                     "next", "coming"), 1),
    **dict.fromkeys(("diesen", "diese", "dieser", "diesem", "dieses", "this"), 0),
})  # fmt: skip

Words = dict[str, Any]


def _one_of(words: dict[str, Any]) -> Words:
    return {"LOWER": {"IN": list(words)}}


_DAY_NUMBER: Words = {"LOWER": {"REGEX": r"^[0-9]{1,2}(?:st|nd|rd|th|\.)?$"}}
_ORDINAL: Words = {"LOWER": {"REGEX": r"^[0-9]{1,2}(?:st|nd|rd|th)$"}}
# "may 3 people" is no date, "May 3" and "may 3rd" are.
_MONTH_FIRST: Words = {"LOWER": {"IN": list(_MONTHS)}, "ORTH": {"NOT_IN": ["may"]}}
_YEAR: Words = {"LOWER": {"REGEX": "^20[0-9]{2}$"}}
_YEAR_NUMBER: Words = {**_YEAR, "OP": "?"}
_COUNT: Words = {"LOWER": {"REGEX": rf"^(?:[0-9]{{1,3}}|{'|'.join(_COUNTS)})$"}}
_DOT: Words = {"ORTH": ".", "OP": "?"}
_COMMA: Words = {"ORTH": ",", "OP": "?"}

_PATTERNS: dict[str, list[list[Words]]] = {
    "day": [[_one_of(_DAYS)]],
    "greeting": [[{"LOWER": {"IN": ["guten", "gute", "schönen"]}}, {"LOWER": "morgen"}]],
    "beyond": [
        [{"LOWER": "day"}, {"LOWER": {"IN": ["before", "after"]}}, _one_of(_DAYS)],
    ],
    "weekday": [[{**_one_of(_DIRECTIONS), "OP": "?"}, _one_of(_WEEKDAYS)]],
    "month_day": [
        [_DAY_NUMBER, _DOT, {"LOWER": "of", "OP": "?"}, _one_of(_MONTHS), _COMMA, _YEAR_NUMBER],
        [_one_of(_MONTHS), _DOT, _ORDINAL, _COMMA, _YEAR_NUMBER],
        [_MONTH_FIRST, _DOT, _DAY_NUMBER, _COMMA, _YEAR_NUMBER],
    ],
    # A bare year names no date; with its month it does.
    "month": [[_one_of(_MONTHS), _YEAR]],
    "ago": [
        [{"LOWER": "vor"}, _COUNT, _one_of(_UNITS)],
        # "handed in a week ago" is longer than "in a week", and so wins.
        [{"LOWER": "in", "OP": "?"}, _COUNT, _one_of(_UNITS), {"LOWER": "ago"}],
    ],
    "ahead": [[{"LOWER": "in"}, _COUNT, _one_of(_UNITS)]],
    "period": [[_one_of(_DIRECTIONS), {"LOWER": {"IN": [u for u in _UNITS if u[0] != "d"]}}]],
}


def _day(words: list[str], today: date) -> str:
    return (today + timedelta(days=_DAYS[words[0]])).isoformat()


def _greeting(_words: list[str], _today: date) -> None:
    """`Guten Morgen` names no date, and being longer it wins over `morgen`."""


def _beyond(words: list[str], today: date) -> str:
    step = -1 if words[1] == "before" else 1
    return (today + timedelta(days=_DAYS[words[2]] + step)).isoformat()


def _weekday(words: list[str], today: date) -> str:
    direction = _DIRECTIONS.get(words[0], 0)
    return weekday(_WEEKDAYS[words[-1]], today, direction).isoformat()


def _month_day(words: list[str], today: date) -> str | None:
    month = next(_MONTHS[word] for word in words if word in _MONTHS)
    numbers = [int("".join(filter(str.isdigit, word))) for word in words if word[0].isdigit()]
    day = calendar_date(numbers[0], month, numbers[1] if len(numbers) > 1 else None, today)
    return day.isoformat() if day else None


def _month(words: list[str], _today: date) -> str:
    return f"{words[1]}-{_MONTHS[words[0]]:02}"


def _distance(words: list[str]) -> tuple[int, str]:
    unit = next(_UNITS[word] for word in words if word in _UNITS)
    counts = (word for word in words if word.isdigit() or word in _COUNTS)
    count = next(counts)
    return int(count) if count.isdigit() else _COUNTS[count], unit


def _ago(words: list[str], today: date) -> str:
    count, unit = _distance(words)
    return shifted(today, -count, unit).isoformat()


def _ahead(words: list[str], today: date) -> str:
    count, unit = _distance(words)
    return shifted(today, count, unit).isoformat()


def _period(words: list[str], today: date) -> str | None:
    if words[0] in ("seit", "since"):
        return None
    return period(today, _DIRECTIONS[words[0]], _UNITS[words[1]])


_MEANINGS: dict[str, Callable[[list[str], date], "str | None"]] = {
    "day": _day,
    "greeting": _greeting,
    "beyond": _beyond,
    "weekday": _weekday,
    "month_day": _month_day,
    "month": _month,
    "ago": _ago,
    "ahead": _ahead,
    "period": _period,
}


def _matcher(language: str) -> tuple[Callable[[str], Doc], Matcher]:
    tokenizer = spacy.blank(language)
    matcher = Matcher(tokenizer.vocab)
    for label, patterns in _PATTERNS.items():
        matcher.add(label, patterns)
    return tokenizer, matcher


# Tokenizers differ ("12." is one token in German), and a message may mix both languages.
MATCHERS = (_matcher("de"), _matcher("en"))


def meaning(span: Span, today: date) -> str | None:
    """The ISO date that the matched words mean on that day."""
    return _MEANINGS[span.label_]([token.lower_ for token in span], today)
