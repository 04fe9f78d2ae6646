"""`python -m bench`: starts the product, measures it, prints a table and writes JSON.

`python -m bench --only turns` measures one part alone.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable

from aiohttp import ClientSession, TCPConnector

from bench import assigning, claims, drain, idle, offers, people, processes, stand, training, turns
from bench.figures import Figure, keep, table
from local import endings, model
from local.product import Product
from local.trouble import Trouble

UNLIMITED = {
    "HANDOFF_SESSIONS_A_MINUTE": "100000",
    "HANDOFF_MESSAGES_A_MINUTE": "100000",
}
"""All load comes from one address here; the limits have tests of their own."""

Load = Callable[[Product, ClientSession], Awaitable[list[Figure]]]

LOADS: dict[str, Load] = {"turns": turns.measured, "people": people.measured}
ALONE = {"training": training.measured, "assigning": assigning.measured}
"""What needs no running product."""

STANDS: dict[str, Load] = {
    "claims": claims.measured,
    "offers": offers.measured,
    "drain": drain.measured,
    "idle": idle.measured,
}
"""What needs no assistant, each on a product of its own."""

PARTS = (*LOADS, "processes", *STANDS, *ALONE)


async def _under(load: Load, product: Product) -> list[Figure]:
    # As many connections as consoles and chats: a hundred would be the usual limit.
    async with ClientSession(connector=TCPConnector(limit=0)) as http:
        return await load(product, http)


def _stood(name: str) -> list[Figure]:
    """Fresh stores for each: what one part leaves behind is no burden to the next."""
    with stand.opened() as product:
        return asyncio.run(_under(STANDS[name], product))


def _of_product(parts: set[str]) -> list[Figure]:
    """What can only be measured on the running product, the restarts last."""
    begun = time.perf_counter()
    with Product(environment=UNLIMITED) as product:
        figures = [Figure("start of everything", time.perf_counter() - begun, "s")]
        figures += processes.memory(product)
        for name in [it for it in LOADS if it in parts]:
            figures += asyncio.run(_under(LOADS[name], product))
        figures += [
            Figure(f"{it.name} after load", it.value, it.unit, it.aim)
            for it in processes.memory(product)
        ]
        if "processes" in parts:
            figures += processes.starts(product)
    return figures


def _parts() -> set[str]:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the product.")
    parser.add_argument("--only", choices=PARTS, help="one part instead of all")
    only = parser.parse_args().only
    return {only} if only else set(PARTS)


def _require_fresh_model() -> None:
    """Figures of another assistant than this tree's would be worth nothing."""
    if not model.is_fresh():
        raise Trouble("The model was not made from these files: `make train` makes it anew.")


def main() -> None:
    """Bounded: each part runs for a fixed time or number of turns."""
    parts = _parts()
    figures = [it for name in ALONE if name in parts for it in ALONE[name]()]
    figures += [it for name in STANDS if name in parts for it in _stood(name)]
    if parts - {*ALONE, *STANDS}:
        _require_fresh_model()
        figures += _of_product(parts)
    print(table(figures))
    print(f"\nWritten to {keep(figures)}")


if __name__ == "__main__":
    sys.exit(endings.run(main))
