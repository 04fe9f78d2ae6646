"""The platform's signed events, which feed the read model."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from handoff.domain.errors import Invalid
from payouts.book import PayoutBook
from payouts.events import InvalidEventError, parse_event

Verify: TypeAlias = Callable[[Mapping[str, str], bytes], None]
"""Raises InvalidSignature when headers and body are not signed by the platform."""


@dataclass(frozen=True, slots=True)
class PlatformReports:
    """Takes in signed events; duplicates and disorder are the book's daily bread."""

    book: PayoutBook
    verify: Verify

    async def take(self, headers: Mapping[str, str], body: bytes) -> bool:
        """False for an event that was known. InvalidSignature, Invalid."""
        self.verify(headers, body)
        try:
            return await self.book.record(parse_event(json.loads(body)))
        except InvalidEventError as error:
            raise Invalid(error.field, error.rule) from error
        except (ValueError, RecursionError) as error:
            raise Invalid("body", "must be a JSON object") from error
