"""Looking for what was said: who asks for which words, and where they stand."""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from handoff.domain.views import Filters, Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Words as people type them; a "phrase in quotes", and -not this. Times: when it was said."""

    words: str
    filters: Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of a text; `hit` where it is what was sought."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A message with what was sought, and the conversation it is in."""

    listed: Listed
    seq: int
    at: datetime
    type: str
    snippet: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Some hits, the latest first; `next` is where they go on, None at the end."""

    hits: tuple[Hit, ...]
    next: str | None


BEFORE, LENGTH = 60, 180
"""Characters of a snippet before its first hit, and in all."""


def excerpt(pieces: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    """What stands around the first hit, cut between words where there is room for that."""
    whole = "".join(piece.text for piece in pieces)
    begin = _begin(whole, sum(len(it.text) for it in takewhile(lambda it: not it.hit, pieces)))
    end = _end(whole, begin + LENGTH)
    shown, at = [Fragment(text="…", hit=False)] if begin else [], 0
    for piece in pieces:
        text = piece.text[max(0, begin - at) : max(0, end - at)]
        shown += [Fragment(text=text, hit=piece.hit)] if text else []
        at += len(piece.text)
    return (*shown, *([Fragment(text="…", hit=False)] if end < len(whole) else ()))


def _begin(whole: str, first_hit: int) -> int:
    earliest = first_hit - BEFORE
    return whole.find(" ", earliest, first_hit) + 1 or earliest if earliest > 0 else 0


def _end(whole: str, latest: int) -> int:
    if latest >= len(whole):
        return len(whole)
    space = whole.rfind(" ", latest - BEFORE, latest)
    return latest if space == -1 else space


def fragments(marked: str, begin: str, end: str) -> tuple[Fragment, ...]:
    """A text in which every hit stands between two marks, as its pieces."""
    pieces: list[Fragment] = []
    for part in marked.split(begin):
        hit, mark, rest = part.partition(end)
        if not mark:
            hit, rest = "", part
        pieces += [Fragment(text=hit, hit=True), Fragment(text=rest, hit=False)]
    return tuple(piece for piece in pieces if piece.text)
