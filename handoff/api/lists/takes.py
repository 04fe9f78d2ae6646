"""What the inbox asks for: lists and what narrows them down."""

from datetime import UTC
from typing import Annotated, Literal, Self
from uuid import UUID

from aiohttp import web
from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    StringConstraints,
    model_validator,
)

from handoff.api.requests import Epoch, Request, Tag, Tags, an_agents_reason, no_nul
from handoff.domain.conversation import State
from handoff.domain.events import Channel, CloseReason
from handoff.domain.ids import CustomerId
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.views import Filters, View

TeamName = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(no_nul)]
ViewName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(no_nul),
]

FILTERS = ("state", "team", "language", "channel", "priority", "tag", "customer", "since", "until")
"""Names in a query; `state` may be given more than once."""


class ListFilters(Request):
    """What a list is narrowed down to; null or nothing: not by this."""

    state: Annotated[frozenset[State], Field(max_length=len(State))] = frozenset()
    team: TeamName | None = None
    language: Language | None = None
    channel: Channel | None = None
    priority: Priority | None = None
    tag: Tag | None = None
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
            tag=self.tag,
            customer=CustomerId(self.customer) if self.customer else None,
            since=self.since and self.since.astimezone(UTC),
            until=self.until and self.until.astimezone(UTC),
        )


class SaveView(Request):
    """Keep a list under a name of one's own."""

    name: ViewName
    view: View
    filters: ListFilters = ListFilters()


class BulkItem(Request):
    """A conversation as it was when it was chosen."""

    conversation: UUID
    epoch: Epoch


class BulkAccept(Request):
    """Own them."""

    kind: Literal["accept"]


class BulkClose(Request):
    """They are done."""

    kind: Literal["close"]
    reason: Annotated[CloseReason, AfterValidator(an_agents_reason)]


class BulkTransfer(Request):
    """Pass them on to an agent, or to a team."""

    kind: Literal["transfer"]
    agent: UUID | None = None
    team: TeamName | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.agent is None) is (self.team is None):
            raise ValueError("exactly one of agent and team must be given")
        return self


class BulkTag(Request):
    """Some tags more, some fewer."""

    kind: Literal["tag"]
    add: Tags = ()
    remove: Tags = ()


class BulkSnooze(Request):
    """Put them off until a time; without one, until the customer writes."""

    kind: Literal["snooze"]
    until: AwareDatetime | None = None


class Bulk(Request):
    """The same for many conversations; each is done or refused by itself."""

    items: Annotated[tuple[BulkItem, ...], Field(min_length=1, max_length=100)]
    action: Annotated[
        BulkAccept | BulkClose | BulkTransfer | BulkTag | BulkSnooze, Field(discriminator="kind")
    ]


class Words(Request):
    """What is sought, as people type it."""

    q: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
        AfterValidator(no_nul),
    ]


def words_of(request: web.Request) -> str:
    """From the query; a ValidationError names field and rule."""
    return Words.model_validate({"q": request.query.get("q", "")}).q


def filters_of(request: web.Request) -> Filters:
    """From the query; a ValidationError names field and rule."""
    query = request.query
    single = {name: query[name] for name in FILTERS[1:] if name in query}
    return ListFilters.model_validate({**single, "state": query.getall("state", [])}).meant
