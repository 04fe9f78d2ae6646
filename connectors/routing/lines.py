"""YAML that remembers on which line everything stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Place: TypeAlias = Sequence[str | int]
"""Keys and indexes that lead to a value."""


class RoutingError(ValueError):
    """The file breaks a rule; the message names file, line, field and rule."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, and their lines."""

    path: Path
    root: yaml.Node
    values: Any

    def error(self, place: Place, rule: str) -> RoutingError:
        """What is wrong where."""
        field = ".".join(map(str, place)) or "file"
        return _error(self.path, self.line(place), field, rule)

    def line(self, place: Place) -> int:
        """Of the value, or of the nearest thing around it that is there."""
        node, line = self.root, self.root.start_mark.line
        for step in place:
            match _below(node, step):
                case None:  # a single value where a list may stand, or a field that is missing
                    pass
                case key, value:
                    node, line = value, key.start_mark.line
        return int(line) + 1


def parse(path: Path, text: str) -> Document:
    """RoutingError when it is not YAML, or says something twice."""
    try:
        loader = yaml.SafeLoader(text)
        root = loader.get_single_node()
        if root is None:
            raise _error(path, 1, "file", "is empty")
        _refuse_twice(path, root)
        return Document(path, root, loader.construct_document(root))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        rule = f"is not YAML: {error.problem}"
        raise _error(path, mark.line + 1 if mark else 1, "file", rule) from error
    except yaml.YAMLError as error:
        raise _error(path, 1, "file", f"is not YAML: {error}") from error


def _below(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        found = (pair for pair in node.value if pair[0].value == str(step))
        return next(found, None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return (node.value[step], node.value[step]) if step < len(node.value) else None
    return None


def _refuse_twice(path: Path, node: yaml.Node) -> None:
    """A key that is said twice would silently count once."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise _error(path, key.start_mark.line + 1, str(key.value), "stands here twice")
            seen.add(key.value)
            _refuse_twice(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twice(path, value)


def _error(path: Path, line: int, field: str, rule: str) -> RoutingError:
    return RoutingError(f"{path}:{line}: {field}: {rule}")
