"""The sockets of this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol, TypeVar

from handoff.api.frames import CrisisNotice, Queue
from handoff.api.outlet import Outlet
from handoff.domain.ids import ConversationId
from handoff.domain.routing import Surge
from handoff.domain.views import Listed


class Console(Protocol):
    """An agent's end."""

    @property
    def token(self) -> str: ...
    @property
    def outlet(self) -> Outlet: ...
    @property
    def watches_wallboard(self) -> bool: ...
    def tell_offer(self, listed: Listed) -> None: ...
    def tell_surge(self, surge: Surge) -> None: ...


class Chat(Protocol):
    """A customer's end."""

    @property
    def token(self) -> str: ...
    @property
    def outlet(self) -> Outlet: ...
    @property
    def conversation(self) -> ConversationId: ...
    @property
    def waits(self) -> bool: ...
    def tell_place(self, place: Queue) -> None: ...
    def tell_crisis(self, notice: CrisisNotice) -> None: ...


End = TypeVar("End")


@dataclass(frozen=True, slots=True)
class Sockets:
    """Both kinds, for as long as they are open."""

    chats: set[Chat] = field(default_factory=set)
    consoles: set[Console] = field(default_factory=set)
    left: dict[ConversationId, float] = field(default_factory=dict)
    """Chats that were closed here since somebody asked, and when by our steady clock."""

    def leave(self, conversation: ConversationId) -> None:
        """Awaits nothing: whoever is cut off has no time for that."""
        self.left[conversation] = monotonic()

    def watched(self) -> Iterator[tuple[tuple[ConversationId, ...], float]]:
        """Chats that are open, and those closed since the last time, with seconds since then."""
        left = dict(self.left)
        self.left.clear()
        yield tuple({chat.conversation for chat in self.chats}), 0.0
        for conversation, at in left.items():
            yield (conversation,), monotonic() - at


@contextmanager
def registered(group: set[End], end: End) -> Iterator[None]:
    """A member until the block is left."""
    group.add(end)
    try:
        yield
    finally:
        group.discard(end)
