"""How long the assistant is waited for, and when it counts as away."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from handoff.domain.errors import AssistantUnavailable
from handoff.domain.failure import Failure
from handoff.ports import Answer, Assistant, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers of patience; times in seconds."""

    answer_timeout_s: float = 7.5
    retry_pause_s: float = 0.5
    failures_until_away: int = 3
    away_s: float = 30.0


@dataclass(slots=True)
class _Record:
    """Failures in a row, and until when nobody needs to try."""

    failures: int = 0
    away_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Patience:
    """An assistant that is asked again while it restarts, and left alone while it is away.

    A slow assistant is not a dead one: after `away_s` the next turn tries it again.
    """

    assistant: Assistant
    limits: Limits
    monotonic: Callable[[], float]
    record: _Record = field(default_factory=_Record)

    async def answer(self, turn: Turn) -> Answer:
        """The answer within the time limit; AssistantUnavailable otherwise."""
        if self.monotonic() < self.record.away_until:
            raise AssistantUnavailable(Failure.UNREACHABLE, away=True)
        try:
            async with asyncio.timeout(self.limits.answer_timeout_s):
                answer = await self._reached(turn)
        except TimeoutError as late:
            raise self._failed(Failure.TIMEOUT) from late
        except AssistantUnavailable as unavailable:
            raise self._failed(unavailable.why) from unavailable
        self.record.failures = 0
        return answer

    async def _reached(self, turn: Turn) -> Answer:
        """Asks again while nobody listens; repeating is safe, since a turn is keyed."""
        waited_s = 0.0
        while True:
            try:
                return await self.assistant.answer(turn)
            except AssistantUnavailable as unavailable:
                waited_s += self.limits.retry_pause_s
                enough = waited_s + self.limits.retry_pause_s > self.limits.answer_timeout_s
                if unavailable.why is not Failure.UNREACHABLE or enough:
                    raise
            await asyncio.sleep(self.limits.retry_pause_s)

    def _failed(self, why: Failure) -> AssistantUnavailable:
        self.record.failures += 1
        if self.record.failures < self.limits.failures_until_away:
            return AssistantUnavailable(why)
        self.record.away_until = self.monotonic() + self.limits.away_s
        return AssistantUnavailable(why, away=True)
