"""Runs the trained steps of a message one after the other, as Rasa 3.6.21 does by way of dask.

Dask plans each run anew, which takes a tenth of a turn; what is needed and in which order never
changes once a model is loaded. Training keeps dask, which forgets what no step needs any more.
"""

from collections.abc import Iterator
from typing import Any

import rasa.core.processor
from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner

Step = tuple[str, GraphNode, tuple[str, ...]]


class InOrder(DaskGraphRunner):
    """Every step after those it needs; the order for a target is found once."""

    def __init__(self, *given: Any, **more: Any) -> None:
        """Make the steps, as Rasa does."""
        super().__init__(*given, **more)
        self._orders: dict[tuple[str, ...], tuple[Step, ...]] = {}

    def run(
        self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        """What the targets come to."""
        wanted = tuple(targets or self._graph_schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = tuple(self._order(wanted, set()))
        made = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, step, needs in self._orders[wanted]:
            # A step itself refuses to run without what it needs.
            made[name] = step(*(made.get(need, need) for need in needs))
        return dict(made[target] for target in wanted)

    def _order(self, wanted: tuple[str, ...], seen: set[str]) -> Iterator[Step]:
        for name in wanted:
            node = self._graph_schema.nodes.get(name)
            if node is None or name in seen:  # an input, or there already
                continue
            seen.add(name)
            needs = tuple(node.needs.values())
            yield from self._order(needs, seen)
            yield name, self._instantiated_nodes[name], needs


def install() -> None:
    """Let Rasa load models for answering with it; doing it again changes nothing."""
    rasa.core.processor.DaskGraphRunner = InOrder
