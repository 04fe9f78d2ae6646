"""Canned replies in memory."""

from dataclasses import dataclass
from uuid import UUID

from handoff.domain.canned import CannedReply
from handoff.domain.errors import Conflict
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeCannedReplies:
    """A shortcut stands once in a place."""

    memory: Memory

    async def all(self) -> tuple[CannedReply, ...]:
        """By shortcut."""
        return tuple(sorted(self.memory.canned.values(), key=lambda it: it.shortcut))

    async def find(self, reply: UUID) -> CannedReply | None:
        """None when there is none."""
        return self.memory.canned.get(reply)

    async def put(self, reply: CannedReply) -> None:
        """New or changed."""
        others = [it for it in self.memory.canned.values() if it.id != reply.id]
        if _place(reply) in map(_place, others):
            raise Conflict(f"shortcut: /{reply.shortcut} stands for another reply there")
        self.memory.canned[reply.id] = reply

    async def remove(self, reply: UUID) -> None:
        """Gone."""
        self.memory.canned.pop(reply, None)


def _place(it: CannedReply) -> tuple[str, str | None, UUID | None]:
    return it.shortcut, it.team, it.owner.id if it.owner else None
