"""Rate limits: counted in Redis for all processes, in memory while Redis is away."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from handoff.domain.errors import TooMany
from handoff.live.keys import limit

log = structlog.get_logger()

# INCR and PEXPIRE in one step: a crash between them must not leave a counter for ever.
COUNT = """
local n = redis.call('INCR', KEYS[1])
if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return n
"""

REMEMBERED = 10_000
"""Counters kept in memory while Redis is away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """At most `count` within `window_s` seconds (fixed window)."""

    name: str
    count: int
    window_s: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Counts events a subject; the limit holds per process while Redis is away."""

    redis: Redis
    monotonic: Callable[[], float] = time.monotonic
    _local: dict[str, tuple[float, int]] = field(default_factory=dict)

    async def count(self, rule: Rule, subject: str) -> None:
        """TooMany when the subject has used up the rule's window."""
        key = limit(rule.name, subject)
        try:
            used = int(await self.redis.eval(COUNT, 1, key, str(int(rule.window_s * 1000))))
        except (RedisError, OSError) as error:
            log.warning("limit counted in memory", error=type(error).__name__)
            used = self._counted(rule, key)
        if used > rule.count:
            raise TooMany(f"{rule.name}: at most {rule.count} within {rule.window_s:g} s")

    def _counted(self, rule: Rule, key: str) -> int:
        now = self.monotonic()
        ends, used = self._local.get(key, (0.0, 0))
        if ends <= now:
            ends, used = now + rule.window_s, 0
        if len(self._local) >= REMEMBERED:
            self._local.clear()
        self._local[key] = (ends, used + 1)
        return used + 1
