"""Labelled messages from a CSV file; what is wrong with it is said by row, field and rule."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Mention = tuple[str, str]


class BadFile(ValueError):
    """A file that cannot be used: where, and which rule it breaks."""


@dataclass(frozen=True)
class Labelled:
    """A message, its language (empty when the file names none) and what it should be taken for."""

    language: str
    intent: str
    text: str


@dataclass(frozen=True)
class Marked:
    """A message and everything it names, as (entity, value)."""

    language: str
    text: str
    mentions: tuple[Mention, ...]


def fields_of(path: Path) -> tuple[str, ...]:
    """The names in the first row."""
    names, _ = _read(path)
    return names


def labelled(path: Path, known: Sequence[str] = ()) -> list[Labelled]:
    """Every row; with `known`, only those intents may occur."""
    rows = []
    for place, row in _rows(path, ("intent", "text")):
        intent = row["intent"].strip()
        if known and intent not in known:
            raise BadFile(f"{place}, intent: “{intent}” is none of the {len(known)} known intents")
        rows.append(Labelled(row.get("lang", "").strip().lower(), intent, row["text"]))
    return rows


def marked(path: Path) -> list[Marked]:
    """Every row of a file with entities."""
    return [
        Marked(row["lang"].strip().lower(), row["text"], _mentions(row["entities"], place))
        for place, row in _rows(path, ("lang", "text", "entities"))
    ]


def _mentions(field: str, place: str) -> tuple[Mention, ...]:
    rule = f"{place}, entities: must be a JSON list of objects with the texts entity and value"
    try:
        listed = json.loads(field)
    except ValueError as error:
        raise BadFile(rule) from error
    if not isinstance(listed, list):
        raise BadFile(rule)
    return tuple(_mention(it, rule) for it in listed)


def _mention(named: object, rule: str) -> Mention:
    match named:
        case {"entity": str(entity), "value": str(value)}:
            return entity, value
    raise BadFile(rule)


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    names, rows = _read(path)
    missing = [name for name in needed if name not in names]
    if missing:
        raise BadFile(f"{path}: row 1, {missing[0]}: the header must name {', '.join(needed)}")
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise BadFile(f"{path}: row 1, {twice[0]}: the header must name it once")
    if not rows:
        raise BadFile(f"{path}: row 2: there must be at least one message")
    for number, cells in rows:
        place = f"{path}: row {number}"
        if len(cells) != len(names):
            raise BadFile(f"{place}: must have {len(names)} fields as the header, has {len(cells)}")
        row = dict(zip(names, cells, strict=True))
        empty = [name for name in needed if not row[name].strip()]
        if empty:
            raise BadFile(f"{place}, {empty[0]}: must not be empty")
        yield place, row


def _read(path: Path) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """The names in the header, and the rows with their numbers; empty ones are left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next((line for line in file if line.strip()), "")
            file.seek(0)
            cells = csv.reader(file, delimiter=_separator(header), strict=True)
            numbered = list(enumerate(cells, 1))
    except OSError as error:
        raise BadFile(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadFile(f"{path}: must be UTF-8, is not at byte {error.start}") from error
    except csv.Error as error:
        raise BadFile(f"{path}: must be CSV: {error}") from error
    rows = [(number, row) for number, row in numbered if any(map(str.strip, row))]
    (_, names), *rest = rows or [(1, [])]
    return tuple(name.strip().lower() for name in names), rest


def _separator(header: str) -> str:
    # Spreadsheets of some languages save with semicolons or tabs.
    return next((sign for sign in ",;\t" if sign in header), ",")
