"""The rules of tone from a file, each refused with its place and the rule it breaks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from forms import FormError, read_form

KINDS = ("accusing", "curt", "jargon", "promise", "greeting")

Spoken: TypeAlias = Literal["de", "en"]
Kind: TypeAlias = Literal["accusing", "curt", "jargon", "promise", "greeting"]
LANGUAGES: tuple[Spoken, ...] = ("de", "en")
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Phrases = Annotated[tuple[Phrase, ...], Field(min_length=1)]


class ToneError(ValueError):
    """The file breaks a rule; the message names file, place and rule."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(_Form):
    """The same in each language."""

    de: Phrase
    en: Phrase


class Lists(_Form):
    """Phrases of each language."""

    de: Phrases
    en: Phrases


class Wording(_Form):
    """Phrases with what to say instead."""

    say: Phrases
    hint: Phrase


class Wordings(_Form):
    """Wordings of each language."""

    de: tuple[Wording, ...]
    en: tuple[Wording, ...]


class Promise(_Form):
    """A time to come, claimed without care; or a claim that is never true."""

    when: Lists
    claims: Lists
    careful: Lists
    past: Lists
    always: Lists
    never: Lists


class Rules(_Form):
    """All of them."""

    explanations: Mapping[Kind, Both]
    hints: Mapping[Kind, Both]
    greetings: Lists
    accusing: Wordings
    curt: Wordings
    curt_alone: Lists
    jargon: Wordings
    promise: Promise


def load_rules(file: Path) -> Rules:
    """ToneError names what is wrong."""
    try:
        rules = read_form(Rules, file)
    except FormError as error:
        raise ToneError(str(error)) from error
    missing = set(KINDS) - set(rules.explanations)
    if missing:
        raise ToneError(f"{file}: explanations: {', '.join(sorted(missing))} must be explained")
    return rules
