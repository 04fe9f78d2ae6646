"""Each proof at length: what it is given, and what its outcome says in figures."""

import asyncio

from bench import idle as sockets
from bench.faults.finding import Finding
from bench.faults.part import AROUND_S, Try
from bench.figures import Figure, latency, percentile
from tests.history import claims as claiming
from tests.history import clocks as jumping
from tests.history import cuts as cutting
from tests.history import frozen, full_disk, outages
from tests.history import kills as killing


async def claims(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    size = claiming.Size(claims=it.sizes.claims, within_s=it.within_s)
    outcome = await claiming.claimed(doors.product, size, it.seed)
    tally = outcome.tally
    changed = sum(tally.done.values())
    return Finding(
        figures=(
            Figure("claims tried", tally.claims, "", f"≥ {it.sizes.claims}"),
            Figure("claims in a second, faults included", tally.claims / outcome.took_s, "1/s"),
            Figure("cases that changed hands", changed, ""),
            Figure("stale writes tried", tally.stale_tried, ""),
            Figure("stale writes accepted", len(tally.stale_accepted), "", "≤ 0"),
            Figure("agents with more than they can have", len(outcome.overloads), "", "≤ 0"),
            Figure("front doors killed", outcome.killed, ""),
            Figure("agents vanished", outcome.vanished, ""),
        ),
        broken=tuple(outcome.broken),
    )


async def cuts(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    size = cutting.Size(cuts=it.sizes.cuts, within_s=it.within_s)
    outcome = await cutting.cut(doors, size, it.seed)
    return Finding(
        figures=(
            Figure("connections cut", outcome.cuts.total(), "", f"≥ {it.sizes.cuts}"),
            *(Figure(f"of {name}", times, "") for name, times in sorted(outcome.cuts.items())),
            Figure("messages said", outcome.said, ""),
            Figure("until all is right again, longest", max(outcome.healed_s), "s", "≤ 3"),
        ),
        broken=tuple(outcome.broken),
    )


async def redis(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    away_s = min(it.sizes.redis_away_s, it.within_s - AROUND_S)
    outcome = await outages.redis_away(doors, outages.Size(away_s=away_s), it.seed)
    acknowledged = [one.acknowledged_s for one in outcome.away]
    heard = [one.heard_s for one in outcome.away]
    restarted = () if outcome.same_processes else ("a front door had to be started again",)
    return Finding(
        figures=(
            Figure("Redis away", away_s, "s"),
            Figure("messages said meanwhile", len(outcome.away), ""),
            Figure("acknowledged meanwhile, p99", percentile(acknowledged, 99), "s", "≤ 1.5"),
            Figure("heard at another door meanwhile, p99", percentile(heard, 99), "s"),
            Figure("normal after its return", outcome.normal_after_s, "s", "≤ 5"),
        ),
        broken=(*outcome.broken, *restarted),
    )


async def postgres(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    outcome = await outages.postgres_crashes(doors, it.sizes.crashes, outages.Size(), it.seed)
    return Finding(
        figures=(
            Figure("crashes", len(outcome.restarts_s), ""),
            Figure("messages said", outcome.said, ""),
            Figure("ready once it accepts, longest", max(outcome.restarts_s), "s", "≤ 5"),
        ),
        broken=tuple(outcome.broken),
    )


async def disk(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    if doors.disk.missing:
        return Finding(left_out=doors.disk.missing)
    outcome = await full_disk.filled(doors, full_disk.Size(full_s=it.sizes.full_s), it.seed)
    idle = () if outcome.refused else ("the disk was never full",)
    return Finding(
        figures=(
            Figure("disk full", it.sizes.full_s, "s"),
            Figure("attempts refused meanwhile", outcome.refused, ""),
            Figure("messages kept in the end", outcome.said, ""),
            Figure("everybody is told again, once there is room", outcome.healed_s, "s", "≤ 10"),
        ),
        broken=(*outcome.broken, *idle),
    )


async def clocks(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    outcome = await jumping.jumped(doors, jumping.Size(talk_s=it.sizes.clocks_s), it.seed)
    beyond = outcome.offered_again_s - claiming.LEASE_S
    return Finding(
        figures=(
            Figure("an offer of 5 s is open for", outcome.offered_for_s, "s", "≤ 8"),
            Figure("offered again after the lease of a silent agent", beyond, "s", "≤ 5"),
        ),
        broken=tuple(outcome.broken),
    )


async def idle(it: Try) -> Finding:
    doors = await asyncio.to_thread(it.stage.doors)
    held_s = min(it.sizes.idle_s, it.within_s - AROUND_S)
    figures = await sockets.held(doors.product, it.sizes.sockets, held_s)
    dropped = [one.value for one in figures if one.name == sockets.DROPPED]
    return Finding(
        figures=(Figure("held for", held_s, "s"), *figures),
        broken=("sockets were dropped",) if any(dropped) else (),
    )


async def rasa(it: Try) -> Finding:
    product = await asyncio.to_thread(it.stage.product)
    outcome = await frozen.frozen(product, frozen.Size(), it.seed)
    before, meanwhile = (
        [one.heard_s for one in them] for them in (outcome.before, outcome.meanwhile)
    )
    return Finding(
        figures=(
            Figure("a person is offered, longest", max(outcome.offered_s), "s", "≤ 8"),
            *latency("to the other side before", before),
            *latency("to the other side meanwhile", meanwhile),
            Figure("the assistant answers again after", outcome.answered_after_s, "s"),
        ),
        broken=tuple(outcome.broken),
    )


async def kills(it: Try) -> Finding:
    product = await asyncio.to_thread(it.stage.product)
    size = killing.Size(kills=it.sizes.kills, within_s=it.within_s)
    outcome = await killing.killed(product, size, it.seed)
    return Finding(
        figures=(
            Figure("processes killed", outcome.kills.total(), "", f"≥ {it.sizes.kills}"),
            *(Figure(f"of {name}", times, "") for name, times in sorted(outcome.kills.items())),
            Figure("messages said", outcome.said, ""),
            Figure("messages a second", outcome.rate, "1/s"),
            Figure("messages nobody can say about", outcome.unknown, ""),
        ),
        broken=tuple(outcome.broken),
    )
