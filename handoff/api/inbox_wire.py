"""The inbox on the wire: lists and what narrows them down."""

from collections.abc import Mapping
from datetime import UTC
from typing import Annotated
from uuid import UUID

from aiohttp import web
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from handoff.api.answers import Answer, RowAnswer
from handoff.api.requests import Request, no_nul
from handoff.domain.conversation import State
from handoff.domain.events import Channel
from handoff.domain.ids import CustomerId
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.views import Filters, SavedView, View

TeamName = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(no_nul)]
ViewName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(no_nul),
]

FILTERS = ("state", "team", "language", "channel", "priority", "customer", "since", "until")
"""Names in a query; `state` may be given more than once."""


class ListFilters(Request):
    """What a list is narrowed down to; null or nothing: not by this."""

    state: Annotated[frozenset[State], Field(max_length=len(State))] = frozenset()
    team: TeamName | None = None
    language: Language | None = None
    channel: Channel | None = None
    priority: Priority | None = None
    customer: UUID | None = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None

    @property
    def meant(self) -> Filters:
        """As the domain has them."""
        return Filters(
            states=self.state,
            team=self.team,
            language=self.language,
            channel=self.channel,
            priority=self.priority,
            customer=CustomerId(self.customer) if self.customer else None,
            since=self.since and self.since.astimezone(UTC),
            until=self.until and self.until.astimezone(UTC),
        )


class SaveView(Request):
    """Keep a list under a name of one's own."""

    name: ViewName
    view: View
    filters: ListFilters = ListFilters()


class FiltersAnswer(Answer):
    """What a list is narrowed down to."""

    state: tuple[State, ...]
    team: str | None
    language: Language | None
    channel: Channel | None
    priority: Priority | None
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


def filters_of(request: web.Request) -> Filters:
    """From the query; a ValidationError names field and rule."""
    query = request.query
    single = {name: query[name] for name in FILTERS[1:] if name in query}
    return ListFilters.model_validate({**single, "state": query.getall("state", [])}).meant


def filters(it: Filters) -> FiltersAnswer:
    """For the console."""
    return FiltersAnswer(
        state=tuple(sorted(it.states)),
        team=it.team,
        language=it.language,
        channel=it.channel,
        priority=it.priority,
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
