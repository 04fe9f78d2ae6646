"""What agents send while they compose."""

from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from handoff.api.requests import MAX_TEXT, Line, Request, Said, Tags, Then, no_nul
from handoff.domain.canned import broken
from handoff.domain.people import Language

Shortcut = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9äöüß]+(-[a-z0-9äöüß]+)*$")
]


def _fillable(text: str) -> str:
    rule = broken(text)
    if rule is not None:
        raise ValueError(rule)
    return text


Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    AfterValidator(no_nul),
]
Template = Annotated[Said, AfterValidator(_fillable)]


class TemplateInBothLanguages(Request):
    """Customers are answered in their own."""

    de: Template
    en: Template


class PutCannedReply(Request):
    """A reply for oneself (`own`), for a team, or for everybody; `steps` make it a macro."""

    shortcut: Shortcut
    title: Title
    text: TemplateInBothLanguages
    own: bool
    team: Line | None = None
    steps: Then = Then()

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if self.own and self.team is not None:
            raise ValueError("team must be null where own is true")
        return self


class SuggestArticles(Request):
    """What an agent is writing; kept and logged nowhere."""

    text: Said
    language: Language


class CheckTone(Request):
    """What an agent is about to send; `first` when nobody has greeted the customer yet."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
    language: Language
    first: bool = False


class SetTags(Request):
    """The tags of a conversation as they are to be."""

    tags: Tags
