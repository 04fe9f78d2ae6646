"""The steps of a model run in an order that gives what dask would have given."""

from typing import Any

import pytest
import rasa.core.processor
from bot.components.runner import InOrder
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner

TAKEN: list[str] = []


class Joined(GraphComponent):
    """Joins what it is given behind its own name."""

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def create(cls, config: dict[str, Any], *_given: Any, **_more: Any) -> "Joined":
        return cls(config["name"])

    def join(self, **parts: str) -> str:
        TAKEN.append(self._name)
        return f"{self._name}({','.join(parts[name] for name in sorted(parts))})"


def _node(name: str, *needs: str) -> SchemaNode:
    return SchemaNode(
        needs={f"part{n}": each for n, each in enumerate(needs)},
        uses=Joined,
        fn="join",
        constructor_name="create",
        config={"name": name},
        eager=True,
    )


# Written down in another order than they can run in; "aside" is needed by nobody.
SCHEMA = GraphSchema(
    {
        "end": _node("end", "left", "right", "given"),
        "left": _node("left", "start"),
        "right": _node("right", "start", "given"),
        "aside": _node("aside", "given"),
        "start": _node("start", "given"),
    }
)


def _run(kind: type[DaskGraphRunner], given: dict[str, Any], targets: list[str]) -> Any:
    TAKEN.clear()
    storage: Any = None
    return kind(SCHEMA, storage, ExecutionContext(SCHEMA)).run(given, targets)


@pytest.mark.parametrize("targets", [["end"], ["right"], ["right", "end"], ["start", "given"]])
def test_it_comes_to_what_dask_comes_to(targets: list[str]) -> None:
    given = {"given": "words"}

    assert _run(InOrder, given, targets) == _run(DaskGraphRunner, given, targets)


def test_each_step_runs_once_and_only_when_needed() -> None:
    _run(InOrder, {"given": "words"}, ["end"])

    assert sorted(TAKEN) == ["end", "left", "right", "start"]


def test_the_order_that_is_kept_holds_for_other_words() -> None:
    storage: Any = None
    runner = InOrder(SCHEMA, storage, ExecutionContext(SCHEMA))

    runner.run({"given": "one"}, ["start"])

    assert runner.run({"given": "two"}, ["start"]) == {"start": "start(two)"}


def test_a_step_without_what_it_needs_is_an_error() -> None:
    with pytest.raises(GraphRunError):
        _run(InOrder, {}, ["start"])


def test_rasa_loads_models_for_answering_with_it() -> None:
    assert rasa.core.processor.DaskGraphRunner is InOrder
