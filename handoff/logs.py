"""How we log: the event first, then key=value; ids yes, what people say never."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from handoff.domain.masking import mask


class DiscreetFormatter(logging.Formatter):
    """For what libraries log, exceptions included."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, masked as messages are."""
        return mask(super().format(record)).text


def discreet(
    _logger: object, _method: str, entry: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A second net: whatever slips into a log value is masked as it is in messages."""
    for key, value in entry.items():
        if not isinstance(value, bool | int | float | None):
            entry[key] = _masked(value)
    return entry


def _masked(value: object) -> object:
    match value:
        case str():
            return mask(value).text
        case dict():
            return {_masked(key): _masked(inner) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_masked(inner) for inner in value]
        case bool() | int() | float() | None:
            return value
        case _:
            return mask(repr(value)).text


def log_to_stderr() -> None:
    """One line an entry, for this process."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter("%(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            discreet,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
