"""The statement by which a conversation changes: its row and its log in one round trip."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, bindparam, insert, select, update

from handoff.domain.conversation import Conversation
from handoff.storage.tables import ConversationRow, EventRow

_C = ConversationRow

KINDS = 512
"""Sets of columns that events change; there are far fewer."""


def appending(
    before: Conversation, columns: Mapping[str, Any], entry: Mapping[str, Any]
) -> tuple[Insert, dict[str, Any]]:
    """The statement and what it is told; it returns nothing where nothing was as believed."""
    believed = {
        "was_id": before.id,
        "was_state": before.state,
        "was_epoch": before.epoch,
        "was_seq": before.last_seq,
    }
    now = {f"now_{name}": value for name, value in columns.items()}
    logged = {f"log_{name}": value for name, value in entry.items()}
    return _appending(tuple(columns), tuple(entry)), {**believed, **now, **logged}


@lru_cache(KINDS)
def _appending(columns: tuple[str, ...], entry: tuple[str, ...]) -> Insert:
    """Put together once for each kind of change: that takes longer than running it."""
    moved = (
        update(_C)
        .where(
            _C.id == _given("was", _C.id, "id"),
            _C.state == _given("was", _C.state, "state"),
            _C.epoch == _given("was", _C.epoch, "epoch"),
            _C.last_seq == _given("was", _C.last_seq, "seq"),
        )
        .values(
            last_seq=_C.last_seq + 1,
            **{name: _given("now", _C.__table__.c[name], name) for name in columns},
        )
        .returning(_C.last_seq)
        .cte("moved")
    )
    into = [EventRow.__table__.c[name] for name in entry]
    values = [_given("log", column, column.name) for column in into]
    # Where nothing has changed there is nothing to log.
    return (
        insert(EventRow)
        .from_select(into, select(*values).select_from(moved))
        .add_cte(moved)
        .returning(EventRow.seq)
    )


def _given(when: str, column: Any, name: str) -> Any:
    return bindparam(f"{when}_{name}", type_=column.type)
