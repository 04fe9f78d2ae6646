"""Which rows belong to a list, in which order, and where its next page begins."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, literal, literal_column, or_, select, tuple_

from handoff.domain.conversation import State
from handoff.domain.errors import Invalid
from handoff.domain.transitions import WITH_PEOPLE
from handoff.domain.views import AT_RISK_S, Filters, Listed, Looked, View
from handoff.storage.people import customer_beside, customer_columns
from handoff.storage.queue import IN_LINE, ORDER, OWNED, SNOOZED
from handoff.storage.rows import conversation
from handoff.storage.tables import ConversationRow, CustomerRow

_C = ConversationRow
SPOKEN = (_C.said_seq > 0) | _C.waiting_since.is_not(None)
"""Chats that were opened and never written to are nobody's work."""

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When what waits for a reply wakes by itself."""

OWED_BY = func.least(_C.first_response_due, _C.next_response_due, _C.resolution_due)
"""The first of what is due; columns that are null do not count."""

CLOSED = _C.state == literal_column("'closed'")


@dataclass(frozen=True, slots=True)
class Order:
    """Columns that no two rows share, all up or all down: a row's values are its place."""

    columns: tuple[Any, ...]
    down: bool = False

    @property
    def by(self) -> tuple[Any, ...]:
        """For ORDER BY."""
        return tuple(it.desc() if self.down else it.asc() for it in self.columns)

    @property
    def named(self) -> tuple[Any, ...]:
        """For SELECT, beside the row."""
        return tuple(column.label(f"place_{at}") for at, column in enumerate(self.columns))

    def behind(self, cursor: str) -> ColumnElement[bool]:
        """Whatever comes after a place."""
        kinds = [column.type for column in self.columns]
        place = tuple_(*map(literal, _read(cursor, kinds), kinds))
        return tuple_(*self.columns) < place if self.down else tuple_(*self.columns) > place

    def cursor(self, row: Row[Any]) -> str:
        """The place of a row."""
        values = [getattr(row, f"place_{at}") for at in range(len(self.columns))]
        written = json.dumps([it if isinstance(it, int) else str(it) for it in values])
        return urlsafe_b64encode(written.encode()).decode()


NEWS = Order((_C.updated_at, _C.id), down=True)
ORDERS = {
    View.QUEUE: Order(ORDER),
    View.AT_RISK: Order((OWED_BY, _C.id)),
    View.SNOOZED: Order((func.coalesce(_C.snoozed_until, NEVER), _C.id)),
}
"""Next first, due first, back first; all else by the latest news."""


def order_of(view: View) -> Order:
    """How a view is ordered."""
    return ORDERS.get(view, NEWS)


def rows_of(looked: Looked) -> ColumnElement[bool]:
    """What is in the view, and passes the filters."""
    return and_(_in_view(looked), *passing(looked.filters))


def listing() -> Any:
    """Conversations with whose they are."""
    return select(
        _C.__table__,
        func.clock_timestamp().label("as_of"),
        *customer_columns(),
    ).join(CustomerRow, CustomerRow.id == _C.customer_id)


def listed(row: Row[Any]) -> Listed:
    """The value of a row of `listing`."""
    return Listed(conversation=conversation(row), customer=customer_beside(row), rank=row.rank)


def _in_view(looked: Looked) -> ColumnElement[bool]:
    match looked.view:
        case View.QUEUE:
            return IN_LINE
        case View.MINE:
            return (OWNED & (_C.owner_id == looked.agent)) | (
                SNOOZED & (_C.last_agent_id == looked.agent)
            )
        case View.FOLLOWED:
            return _C.followers.contains([looked.agent]) & ~CLOSED
        case _:
            return _of_everybody(looked)


def _of_everybody(looked: Looked) -> ColumnElement[bool]:
    match looked.view:
        case View.TEAM:
            mine = (
                _C.team.in_(looked.teams) if looked.filters.team is None else _C.team.is_not(None)
            )
            return _C.state.in_(WITH_PEOPLE) & mine
        case View.AT_RISK:
            soon = func.clock_timestamp() + timedelta(seconds=AT_RISK_S)
            return or_(IN_LINE, OWNED) & (soon >= OWED_BY)
        case View.SNOOZED:
            return SNOOZED
        case View.BOT:
            return (_C.state == State.BOT) & SPOKEN
        case View.CLOSED:
            return CLOSED & SPOKEN
        case _:
            return SPOKEN


def passing(filters: Filters) -> list[ColumnElement[bool]]:
    """What a row must be to pass."""
    wanted = {
        _C.team: filters.team,
        _C.language: filters.language,
        _C.channel: filters.channel,
        _C.priority_rank: None if filters.priority is None else filters.priority.rank,
        _C.customer_id: filters.customer,
    }
    rules = [column == value for column, value in wanted.items() if value is not None]
    if filters.states:
        rules.append(_C.state.in_(filters.states))
    if filters.tag is not None:
        rules.append(_C.tags.contains([filters.tag]))
    if filters.since is not None:
        rules.append(_C.updated_at >= filters.since)
    if filters.until is not None:
        rules.append(_C.updated_at < filters.until)
    return rules


def _read(cursor: str, kinds: list[Any]) -> list[Any]:
    try:
        values = json.loads(urlsafe_b64decode(cursor.encode()))
        return [_value(value, kind) for value, kind in zip(values, kinds, strict=True)]
    except (ValueError, TypeError) as error:
        raise Invalid("cursor", "must be the `next` of an earlier page of this list") from error


def _value(written: Any, kind: Any) -> Any:
    if kind.python_type is datetime:
        return datetime.fromisoformat(written).astimezone(UTC)
    return UUID(written) if kind.python_type is UUID else int(written)
