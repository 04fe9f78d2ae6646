"""Who in this process listens to which conversation."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol

from handoff.domain.ids import AgentId, ConversationId

Who = Literal["customer", "agent", "assistant"]


Doing = Literal["viewing", "writing", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of the team who looks at a conversation too; soon out of date, never stored."""

    id: AgentId
    name: str
    doing: Doing


class Listener(Protocol):
    """A socket, a board, a loop: is woken and looks for itself; must not block."""

    def wake(self, conversation: ConversationId, seq: int | None) -> None:
        """The log may have grown, to `seq` if that is known."""

    def typing(self, conversation: ConversationId, who: Who) -> None:
        """Somebody is writing."""


class Follower(Listener, Protocol):
    """Somebody who looks at one conversation."""

    def ticked(self, conversation: ConversationId, guide: str) -> None:
        """Its customer got on with a guide."""

    def joined(self, conversation: ConversationId, colleague: Colleague) -> None:
        """Somebody of the team looks at it, writes in it, or has left it."""


@dataclass(frozen=True, slots=True)
class Hub:
    """Passes wake-ups on to those whom they concern."""

    _one: defaultdict[ConversationId, set[Follower]] = field(
        default_factory=lambda: defaultdict(set)
    )
    _all: set[Listener] = field(default_factory=set)
    _turns: set[Listener] = field(default_factory=set)
    _dispatchers: set[Callable[[], None]] = field(default_factory=set)

    @contextmanager
    def listening(self, listener: Follower, conversation: ConversationId) -> Iterator[None]:
        """Hear of one conversation."""
        self._one[conversation].add(listener)
        try:
            yield
        finally:
            self._one[conversation].discard(listener)
            if not self._one[conversation]:
                del self._one[conversation]

    @contextmanager
    def listening_to_all(self, listener: Listener) -> Iterator[None]:
        """Hear of every conversation."""
        self._all.add(listener)
        try:
            yield
        finally:
            self._all.discard(listener)

    @contextmanager
    def listening_for_turns(self, listener: Listener) -> Iterator[None]:
        """Hear of conversations in which the assistant may have something to answer."""
        self._turns.add(listener)
        try:
            yield
        finally:
            self._turns.discard(listener)

    @contextmanager
    def dispatching(self, wake: Callable[[], None]) -> Iterator[None]:
        """Hear that there is something to give out, or somebody to take it."""
        self._dispatchers.add(wake)
        try:
            yield
        finally:
            self._dispatchers.discard(wake)

    def dispatch(self) -> None:
        """In this process: one is enough, and the others look for themselves."""
        for wake in tuple(self._dispatchers):
            wake()

    def wake(
        self, conversation: ConversationId, seq: int | None = None, *, turn: bool = False
    ) -> None:
        """Something happened in a conversation; `turn` when it is the assistant's now."""
        waiting = self._turns if turn else ()
        for listener in (*self._one.get(conversation, ()), *self._all, *waiting):
            listener.wake(conversation, seq)

    def wake_everybody(self) -> None:
        """Hints may have been lost: all look for themselves."""
        for conversation in tuple(self._one):
            self.wake(conversation)

    def typing(self, conversation: ConversationId, who: Who) -> None:
        """Somebody is writing; forgotten at once."""
        for listener in tuple(self._one.get(conversation, ())):
            listener.typing(conversation, who)

    def ticked(self, conversation: ConversationId, guide: str) -> None:
        """A customer got on with a guide; whoever misses it sees it at the next look."""
        for listener in tuple(self._one.get(conversation, ())):
            listener.ticked(conversation, guide)

    def joined(self, conversation: ConversationId, colleague: Colleague) -> None:
        """Somebody of the team is here too; forgotten at once."""
        for listener in tuple(self._one.get(conversation, ())):
            listener.joined(conversation, colleague)
