"""Rate limits on a real Redis, and without it."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from handoff.domain.errors import TooMany
from handoff.live.keys import limit
from handoff.live.limits import REMEMBERED, Limits, Rule
from tests.redises import RedisServer

NOWHERE = "unix:///nowhere/redis.sock"
RULE = Rule(name="log_ins", count=3, window_s=60)


@pytest.fixture
async def redis(redis_server: RedisServer) -> AsyncIterator[Redis]:
    async with Redis.from_url(redis_server.url) as client:
        yield client


@pytest.fixture(params=["with", "without"])
async def limits(
    request: pytest.FixtureRequest, redis_server: RedisServer
) -> AsyncIterator[Limits]:
    url = redis_server.url if request.param == "with" else NOWHERE
    async with Redis.from_url(url) as client:
        yield Limits(redis=client)


def _somebody() -> str:
    return str(uuid4())


async def _use_up(limits: Limits, subject: str) -> None:
    for _ in range(RULE.count):
        await limits.count(RULE, subject)


async def test_what_the_rule_allows_passes_and_not_once_more(limits: Limits) -> None:
    subject = _somebody()
    await _use_up(limits, subject)

    with pytest.raises(TooMany):
        await limits.count(RULE, subject)


async def test_each_subject_and_each_rule_has_a_count_of_its_own(limits: Limits) -> None:
    subject = _somebody()
    await _use_up(limits, subject)

    await limits.count(RULE, _somebody())
    await limits.count(Rule(name="messages", count=1, window_s=60), subject)


async def test_the_limit_holds_for_all_processes(redis_server: RedisServer) -> None:
    subject = _somebody()
    async with (
        Redis.from_url(redis_server.url) as one,
        Redis.from_url(redis_server.url) as other,
    ):
        await _use_up(Limits(redis=one), subject)

        with pytest.raises(TooMany):
            await Limits(redis=other).count(RULE, subject)


async def test_every_counter_has_an_end(redis: Redis) -> None:
    subject = _somebody()

    await Limits(redis=redis).count(RULE, subject)

    assert 0 < await redis.pttl(limit("log_ins", subject)) <= 60_000


async def test_further_attempts_do_not_make_the_window_longer(redis: Redis) -> None:
    subject, limits = _somebody(), Limits(redis=redis)
    await limits.count(RULE, subject)
    await redis.pexpire(limit("log_ins", subject), 5_000)

    await limits.count(RULE, subject)

    assert await redis.pttl(limit("log_ins", subject)) <= 5_000


async def test_without_redis_the_window_ends_as_well() -> None:
    clock = [0.0]
    async with Redis.from_url(NOWHERE) as client:
        limits = Limits(redis=client, monotonic=lambda: clock[0])
        await _use_up(limits, "subject")

        clock[0] = RULE.window_s

        await limits.count(RULE, "subject")


async def test_without_redis_the_memory_stays_bounded() -> None:
    async with Redis.from_url(NOWHERE) as client:
        limits = Limits(redis=client)
        for n in range(REMEMBERED + 10):
            limits._counted(RULE, str(n))

    assert len(limits._local) <= REMEMBERED
