"""How often a client may say that somebody is writing."""

import math
import time
from dataclasses import dataclass

EVERY_S = 1.0
"""Our clients say so every three seconds; what comes sooner is dropped without a word."""


@dataclass(slots=True)
class TypingLimit:
    """Of one socket."""

    _passed_at: float = -math.inf

    def passes(self) -> bool:
        """Whether the others may hear of it."""
        now = time.monotonic()
        if now - self._passed_at < EVERY_S:
            return False
        self._passed_at = now
        return True
