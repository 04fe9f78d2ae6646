"""Sentences of reply drafts from a file; refused where one is missing or names the unknown."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from forms import FormError, read_form
from handoff.domain.drafting import Frame, Phrases
from handoff.domain.people import Language
from payouts.responses import PAYOUT_VALUES, named

NOT_DRAFTED = ("if_late", "trace", "put_right", "cancellable", "not_cancellable")
"""Answers to what is asked after an answer; a draft says where the payout stands."""

FRAME_VALUES: Mapping[str, frozenset[str]] = {
    "greeting": frozenset({"name"}),
    "article": frozenset({"title"}),
}

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Lines = Annotated[tuple[Line, ...], Field(min_length=1)]
Said: TypeAlias = dict[Language, tuple[str, ...]]


class PhrasesError(ValueError):
    """The file breaks a rule; the message names file, place and rule."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Line(_Form):
    de: Line
    en: Line


class _Lines(_Form):
    de: Lines
    en: Lines


class _Reason(_Form):
    why: _Line
    fix: _Line


class _Frame(_Form):
    greeting: _Line
    greeting_nameless: _Line
    thanks: _Line
    article: _Line
    nothing: _Line
    offer: _Line
    farewell: _Line


class _File(_Form):
    frame: _Frame
    whole: Mapping[str, _Lines]
    openings: Mapping[str, _Line]
    reasons: Mapping[str, _Reason]
    then: Mapping[str, _Lines]


def load_phrases(file: Path) -> Phrases:
    """The words of every answer; PhrasesError names what is wrong."""
    try:
        form = read_form(_File, file)
    except FormError as error:
        raise PhrasesError(str(error)) from error
    said = {name: _assembled(form, name) for name in _drafted()}
    for place, rule in (*_broken(said), *_broken_frame(form)):
        raise PhrasesError(f"{file}: {place}: {rule}")
    return Phrases(
        frame={language: _frame(form.frame, language) for language in Language},
        answers={named(name): words for name, words in said.items() if words},
    )


def _drafted() -> Iterator[str]:
    for response in PAYOUT_VALUES:
        name = response.removeprefix(f"{named()}_")
        if not name.startswith(NOT_DRAFTED):
            yield name


def _assembled(form: _File, name: str) -> Said | None:
    """As a whole, or opening, why, what to do, and what comes then."""
    whole = form.whole.get(name)
    if whole is not None:
        return {Language.DE: whole.de, Language.EN: whole.en}
    for state, opening in form.openings.items():
        reason = form.reasons.get(name.removeprefix(f"{state}_"))
        if name.startswith(f"{state}_") and reason is not None and state in form.then:
            then = form.then[state]
            return {
                Language.DE: (opening.de, reason.why.de, reason.fix.de, *then.de),
                Language.EN: (opening.en, reason.why.en, reason.fix.en, *then.en),
            }
    return None


def _broken(said: Mapping[str, Said | None]) -> Iterator[tuple[str, str]]:
    for name, words in said.items():
        if words is None:
            yield name, "has no words"
            continue
        known = set(PAYOUT_VALUES[named(name)])
        for language, lines in words.items():
            unknown = set().union(*map(_names, lines)) - known
            if unknown:
                yield f"{name}.{language}", f"names {', '.join(sorted(unknown))}, not known there"


def _broken_frame(form: _File) -> Iterator[tuple[str, str]]:
    for name, line in form.frame:
        unknown = (_names(line.de) | _names(line.en)) - FRAME_VALUES.get(name, frozenset())
        if unknown:
            yield f"frame.{name}", f"names {', '.join(sorted(unknown))}, not known there"


def _names(line: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(line) if name is not None}


def _frame(form: _Frame, language: Language) -> Frame:
    return Frame(**{name: getattr(line, language) for name, line in form})
