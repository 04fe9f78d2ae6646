"""Why the assistant had no answer."""

from enum import StrEnum


class Failure(StrEnum):
    """What the relay saw of the assistant."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    EMPTY = "empty"
    BROKEN = "broken"
    """A mistake of ours, again and again."""
