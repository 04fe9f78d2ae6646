"""What a text names: one mention with its place and its normalised value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A mention of something, from `start` to before `end`."""

    entity: str
    value: str
    start: int
    end: int


def without_overlaps(mentions: list[Found]) -> list[Found]:
    """In the order of the text; of two that overlap the longer stays, then the earlier found."""
    taken: list[Found] = []
    for mention in sorted(mentions, key=lambda each: each.start - each.end):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    return sorted(taken, key=lambda each: each.start)
