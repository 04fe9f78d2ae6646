"""Fields that several requests have, and their bounds."""

from typing import Annotated
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)

from handoff.domain.attachments import MAX_A_MESSAGE
from handoff.domain.events import CloseReason
from handoff.domain.tagging import MOST_TAGS

MAX_TEXT = 8000
"""Characters of a message."""

MOST_ARTICLES = 3
"""Under one message."""

MOST_SNOOZE_S = 90 * 86_400.0
"""Three months: what is put off for longer is forgotten."""

AGENT_CLOSES = (
    CloseReason.RESOLVED,
    CloseReason.NO_REPLY,
    CloseReason.DUPLICATE,
    CloseReason.SPAM,
    CloseReason.OTHER,
)


def no_nul(text: str) -> str:
    """PostgreSQL keeps no text with it."""
    """PostgreSQL keeps none."""
    if "\0" in text:
        raise ValueError("must not contain NUL")
    return text


def _web_address(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")
    return url


Said = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT),
    AfterValidator(no_nul),
]

Comment = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=1000), AfterValidator(no_nul)
]

Line = Annotated[str, StringConstraints(min_length=1, max_length=320), AfterValidator(no_nul)]

PageUrl = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(no_nul),
    AfterValidator(_web_address),
]

GuideName = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")
]

ArticleSlug = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
]


def _each_once(files: tuple[UUID, ...]) -> tuple[UUID, ...]:
    if len(set(files)) < len(files):
        raise ValueError("must name each file once")
    return files


Files = Annotated[tuple[UUID, ...], Field(max_length=MAX_A_MESSAGE), AfterValidator(_each_once)]
"""Ids of files that were uploaded before."""

ChoiceId = Annotated[str, StringConstraints(min_length=1, max_length=64), AfterValidator(no_nul)]


class Request(BaseModel):
    """Nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Request):
    """An empty object."""


Epoch = Annotated[int, Field(ge=0)]


Tag = Annotated[
    str,
    StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9äöüß]+(-[a-z0-9äöüß]+)*$"),
]

Tags = Annotated[tuple[Tag, ...], Field(max_length=MOST_TAGS)]


NoticeText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=600),
    AfterValidator(no_nul),
]


Level = Annotated[int, Field(ge=1, le=5)]

Places = Annotated[int, Field(ge=0, le=50)]
