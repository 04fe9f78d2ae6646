"""The same done to many conversations, each by itself: one that refuses keeps none back."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from handoff.domain.errors import Refused
from handoff.domain.ids import ConversationId

Act: TypeAlias = Callable[[ConversationId, int], Awaitable[object]]
"""What is done to a conversation as it was at an epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one; `refused` is None where it was done."""

    conversation: ConversationId
    refused: Refused | None


async def each(items: Iterable[tuple[ConversationId, int]], act: Act) -> tuple[Outcome, ...]:
    """One after the other, each in a transaction of its own, in the order they were named."""
    return tuple([await _done(it, epoch, act) for it, epoch in items])


async def _done(it: ConversationId, epoch: int, act: Act) -> Outcome:
    try:
        await act(it, epoch)
    except Refused as refused:
        return Outcome(conversation=it, refused=refused)
    return Outcome(conversation=it, refused=None)
