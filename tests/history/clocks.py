"""The clocks of all front doors jump by hours; offers, leases and the log keep the right time."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import uuid4

from aiohttp import ClientSession

from bench.chat import Chat, chat, identity
from tests.history.board import Console
from tests.history.desks import Desk
from tests.history.doors import Doors
from tests.history.pairs import pairs
from tests.history.staff import team
from tests.history.witness import Witness

Json: TypeAlias = dict[str, Any]

LOOK_S = 0.1
WITHIN_S = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many talk, and for how long."""

    pairs: int = 3
    pause_s: float = 0.2
    talk_s: float = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Seconds by the database's clock, and what was wrong."""

    offered_for_s: float
    """How long an offer was open that nobody answered."""
    offered_again_s: float
    """From an agent's last sign of life until their case was offered to somebody else."""
    broken: Sequence[str]


async def jumped(doors: Doors, size: Size, seed: int) -> Outcome:
    """People talk, then one agent lets an offer pass and vanishes with a case."""
    witness = Witness(doors.product.database_url)
    began = await witness.now()
    async with pairs(doors.product, doors.urls, size.pairs, seed) as all_pairs:
        async with all_pairs.talking(size.pause_s):
            await asyncio.sleep(size.talk_s)
        await all_pairs.converged(WITHIN_S)
        broken = await all_pairs.broken()
        talked = {pair.conversation for pair in all_pairs.each}
    offered_for_s, offered_again_s = await _vanished(doors, witness)
    logs, ended = await witness.logs(), await witness.now()
    times = {id_: [_at(event) for event in logs[id_]] for id_ in talked}
    return Outcome(
        offered_for_s=offered_for_s,
        offered_again_s=offered_again_s,
        broken=[*broken, *_out_of_time(times, began, ended)],
    )


def _out_of_time(times: dict[str, list[datetime]], began: datetime, ended: datetime) -> list[str]:
    """Logs that run backwards, or name times at which nothing can have happened."""
    return [
        f"a log that is out of time: {id_}"
        for id_, at in times.items()
        if at != sorted(at) or at[0] < began or at[-1] > ended
    ]


async def _vanished(doors: Doors, witness: Witness) -> tuple[float, float]:
    first, second = await team(doors.product.database_url, 2, capacity=1)
    async with ClientSession() as http, AsyncExitStack() as stack:
        consoles = [Console(http, doors.product.urls[0], it, ping_s=1.0) for it in (first, second)]
        token = identity(f"clock-{uuid4()}", doors.product.secrets["identity"])
        body = {"channel": "in_app", "language": "en", "identity": token}
        customer = await stack.enter_async_context(chat(http, doors.product.urls, body))
        await consoles[0].come_online()
        tasks = [asyncio.create_task(consoles[0].run())]
        await customer.ask_person()
        lapsed = await _logged(witness, customer, "offer_lapsed")
        offered = await _logged(witness, customer, "offered")
        desk = Desk(http, doors.product.urls, first.cookie, customer.conversation)
        await desk.own()
        await consoles[1].come_online()
        tasks.append(asyncio.create_task(consoles[1].run()))
        consoles[0].awake.clear()
        silent = await witness.now()
        vanished = await _logged(witness, customer, "agent_vanished")
        again = await _logged(witness, customer, "offered", after=vanished["seq"])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await customer.close()
        await asyncio.gather(*(it.leave() for it in consoles))
    return _between(_at(offered), _at(lapsed)), _between(silent, _at(again))


async def _logged(witness: Witness, of: Chat, kind: str, after: int = 0) -> Json:
    """The first such event, once it is there."""
    async with asyncio.timeout(WITHIN_S):
        while True:
            for event in (await witness.logs())[of.conversation]:
                if event["type"] == kind and event["seq"] > after:
                    return event
            await asyncio.sleep(LOOK_S)


def _at(event: Json) -> datetime:
    return datetime.fromisoformat(event["at"])


def _between(earlier: datetime, later: datetime) -> float:
    return (later - earlier).total_seconds()
