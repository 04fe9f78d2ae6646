"""All of them."""

from typing import Annotated, TypeAlias

from pydantic import Field, TypeAdapter

from handoff.api.shown.passed import (
    Bare,
    CallBackWanted,
    Closed,
    EmailLeft,
    HumanAsked,
    OfferDeclined,
    Offered,
    Passed,
    Snoozed,
    Tagged,
    TakenOver,
    Transferred,
    Watched,
    Woken,
)
from handoff.api.shown.said import (
    AgentSaid,
    AssistantFailed,
    AssistantSaid,
    CustomerSaid,
    LanguageChanged,
    NoteAdded,
    NoticeGiven,
    PlaybookNoted,
    Started,
)

ShownEvent: TypeAlias = Annotated[
    Started
    | CustomerSaid
    | AssistantSaid
    | AssistantFailed
    | NoticeGiven
    | LanguageChanged
    | HumanAsked
    | Bare
    | Passed
    | AgentSaid
    | NoteAdded
    | Offered
    | OfferDeclined
    | Watched
    | Transferred
    | TakenOver
    | Snoozed
    | Woken
    | EmailLeft
    | CallBackWanted
    | PlaybookNoted
    | Tagged
    | Closed,
    Field(discriminator="type"),
]

SHOWN_EVENT: TypeAdapter[ShownEvent] = TypeAdapter(ShownEvent)
