"""The products that proofs are tried on: each started when first needed, one at a time."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import TypeVar, cast

from local.product import Product
from tests.history import doors
from tests.history.claims import LEASE_S
from tests.history.doors import Doors
from tests.history.kills import whole

T = TypeVar("T")


@dataclass(slots=True)
class Stage:
    """Holds what is running; closing it ends that."""

    _running: object = None
    _kind: str = ""
    _stack: ExitStack = field(default_factory=ExitStack)

    def doors(self) -> Doors:
        """Three front doors without an assistant, over lines that can be cut."""
        return self._only("doors", lambda: doors.opened(HANDOFF_AGENT_LEASE_S=str(LEASE_S)))

    def product(self) -> Product:
        """Every process, the front door three times."""
        return self._only("product", whole)

    def clear(self) -> None:
        """End what is running."""
        self._stack.close()
        self._kind = ""

    def _only(self, kind: str, opened: Callable[[], AbstractContextManager[T]]) -> T:
        if self._kind != kind:
            self.clear()
            self._running = self._stack.enter_context(opened())
            self._kind = kind
        return cast("T", self._running)
