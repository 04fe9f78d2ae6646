"""The files that the team's rules stand in, each with the reader that checks it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from handoff.domain.timetables import RuleFile

Reader: TypeAlias = Callable[[Path], object]
"""ValueError names field and rule."""


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """By the names under which people know them."""

    readers: Mapping[Path, Reader]

    def __call__(self) -> tuple[RuleFile, ...]:
        """As they are on disk at this moment."""
        return tuple(_checked(path, reader) for path, reader in self.readers.items())


def _checked(path: Path, reader: Reader) -> RuleFile:
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        reader(path)
    except OSError as error:
        return RuleFile(name=name, text="", fault=f"{name}: cannot be read: {error.strerror}")
    except ValueError as error:
        # Where the file lies on this machine is nobody's business.
        return RuleFile(name=name, text=_text(path), fault=str(error).replace(str(path), name))
    return RuleFile(name=name, text=text, fault=None)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
