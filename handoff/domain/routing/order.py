"""The order of the queue: class, then the promise that is due first; waiting moves a case up."""

from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

from handoff.domain.ids import ConversationId
from handoff.domain.packet import Priority

Key: TypeAlias = tuple[int, datetime, UUID]


def order(rank: int, due_at: datetime, conversation: ConversationId) -> Key:
    """What the queue is sorted by; `rank` is `aged`."""
    return rank, due_at, conversation


def aged(priority: Priority, waiting_since: datetime, now: datetime, ageing_s: float) -> int:
    """The class's rank, one better for each `ageing_s` waited, never better than the first class.

    Nobody starves: a case becomes first class in the end, and there it is due before all that
    come after it.
    """
    waited_s = max(0.0, (now - waiting_since).total_seconds())
    return max(0, priority.rank - int(waited_s // ageing_s))


def ages_at(
    priority: Priority, waiting_since: datetime, now: datetime, ageing_s: float
) -> datetime | None:
    """When `aged` changes next; None when it has become first class."""
    rank = aged(priority, waiting_since, now, ageing_s)
    if rank == 0:
        return None
    return waiting_since + timedelta(seconds=ageing_s * (priority.rank - rank + 1))
