"""What the inbox gets: lists, their numbers, and those kept under a name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from handoff.api import wire
from handoff.api.answers import Answer, RowAnswer
from handoff.domain.conversation import State
from handoff.domain.events import Channel
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.search import Hit
from handoff.domain.views import Filters, SavedView, View


class FiltersAnswer(Answer):
    """What a list is narrowed down to."""

    state: tuple[State, ...]
    team: str | None
    language: Language | None
    channel: Channel | None
    priority: Priority | None
    tag: str | None
    customer: UUID | None
    since: AwareDatetime | None
    until: AwareDatetime | None


class ListAnswer(Answer):
    """A page of a list; `next` is the cursor of the following one, null at the end."""

    rows: tuple[RowAnswer, ...]
    next: str | None


class SavedViewAnswer(Answer):
    """A list that the agent gave a name."""

    id: UUID
    name: str
    view: View
    filters: FiltersAnswer


class CountedView(SavedViewAnswer):
    """The same with its number of rows; 1000 stands for that many or more."""

    count: int


class TeamCount(Answer):
    """How many cases are with the people of a team."""

    team: str
    count: int


class ViewsAnswer(Answer):
    """What there is to look at, with numbers of rows; the endless views have none."""

    counts: Mapping[View, int]
    teams: tuple[TeamCount, ...]
    saved: tuple[CountedView, ...]


class RefusedAnswer(Answer):
    """Why it was not done, as a problem would say."""

    code: str
    detail: str


class BulkResult(Answer):
    """What became of one conversation: its row as it is now, or why nothing was done."""

    conversation: UUID
    refused: RefusedAnswer | None
    row: RowAnswer | None


class BulkAnswer(Answer):
    """A result for each, in the order they were named."""

    results: tuple[BulkResult, ...]


class FragmentAnswer(Answer):
    """A piece of a text, never markup; `hit` where it is what was sought."""

    text: str
    hit: bool


class HitAnswer(Answer):
    """A message with what was sought; texts are as they were masked when they arrived."""

    row: RowAnswer
    seq: int
    at: datetime
    type: Literal["customer_said", "assistant_said", "agent_said", "note_added"]
    snippet: tuple[FragmentAnswer, ...]


class SearchAnswer(Answer):
    """`named`: by case number or customer, on the first page; hits: the latest first."""

    named: tuple[RowAnswer, ...]
    hits: tuple[HitAnswer, ...]
    next: str | None


def hit(it: Hit) -> HitAnswer:
    """For the console."""
    return HitAnswer.model_validate(
        {
            "row": wire.row(it.listed),
            "seq": it.seq,
            "at": it.at,
            "type": it.type,
            "snippet": tuple(FragmentAnswer(text=part.text, hit=part.hit) for part in it.snippet),
        }
    )


def filters(it: Filters) -> FiltersAnswer:
    """For the console."""
    return FiltersAnswer(
        state=tuple(sorted(it.states)),
        team=it.team,
        language=it.language,
        channel=it.channel,
        priority=it.priority,
        tag=it.tag,
        customer=it.customer,
        since=it.since,
        until=it.until,
    )


def saved_view(it: SavedView) -> SavedViewAnswer:
    """For whoever kept it."""
    return SavedViewAnswer(id=it.id, name=it.name, view=it.view, filters=filters(it.filters))


def counted_view(it: SavedView, count: int) -> CountedView:
    """The same with its number of rows."""
    return CountedView(
        **saved_view(it).model_dump(exclude={"filters"}), filters=filters(it.filters), count=count
    )
