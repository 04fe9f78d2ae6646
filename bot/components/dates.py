"""Dates in a message: numbers by expressions on the raw text, words by spaCy's matcher."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from spacy.tokens import Span
from spacy.util import filter_spans

from bot.components.calendar import calendar_date
from bot.components.date_words import MATCHERS, meaning
from bot.components.found import Found

# People name a date near the start; a wall of text must not cost a wall of tokens.
_READ = 4_000
# spaCy cuts punctuation off a word one character at a time; no word of a date is as long.
_LONG_WORD = re.compile(r"\S{40,}")

_YEAR = r"([0-9]{4}|[0-9]{2})(?![0-9])"
_NUMERIC: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (
        re.compile(r"(?<![\w.\-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![\w\-])"),
        lambda m, today: calendar_date(int(m[3]), int(m[2]), int(m[1]), today),
    ),
    (
        re.compile(rf"(?<![\w.,])([0-9]{{1,2}})\.\s?([0-9]{{1,2}})\.(?:\s?{_YEAR})?(?![\w,])"),
        lambda m, today: calendar_date(int(m[1]), int(m[2]), int(m[3]) if m[3] else None, today),
    ),
    (
        re.compile(r"(?<![\w\-])([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})(?![\w\-])"),
        lambda m, today: _slashed(int(m[1]), int(m[2]), int(m[3]), today),
    ),
    (
        re.compile(rf"(?<![\w/])([0-9]{{1,2}})/([0-9]{{1,2}})/{_YEAR}(?![\w/])"),
        lambda m, today: _slashed(int(m[1]), int(m[2]), int(m[3]), today),
    ),
)


def dates(text: str, today: date) -> Iterator[Found]:
    """Each date as ISO 8601; a week or month without a day as the week or month."""
    for pattern, read in _NUMERIC:
        for match in pattern.finditer(text):
            day = read(match, today)
            if day:
                yield Found("date", day.isoformat(), *match.span())
    for span in _written(text[:_READ]):
        value = meaning(span, today)
        if value:
            yield Found("date", value, span.start_char, span.end_char)


def _slashed(first: int, second: int, year: int, today: date) -> date | None:
    # Day first as in Europe, unless only the American reading exists.
    return calendar_date(first, second, year, today) or calendar_date(second, first, year, today)


def _written(text: str) -> Iterator[Span]:
    text = _LONG_WORD.sub(lambda word: " " * len(word[0]), text)
    for tokenizer, matcher in MATCHERS:
        yield from filter_spans(matcher(tokenizer(text), as_spans=True))
