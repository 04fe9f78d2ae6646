"""The sockets of this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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


@contextmanager
def registered(group: set[End], end: End) -> Iterator[None]:
    """A member until the block is left."""
    group.add(end)
    try:
        yield
    finally:
        group.discard(end)
