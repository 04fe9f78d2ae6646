"""`python -m bench`: starts the product, measures it, prints a table and writes JSON."""

import asyncio
import time

from aiohttp import ClientSession

from bench import people, processes, turns
from bench.figures import Figure, keep, table
from local.product import Product

UNLIMITED = {
    "HANDOFF_SESSIONS_A_MINUTE": "100000",
    "HANDOFF_MESSAGES_A_MINUTE": "100000",
}
"""All load comes from one address here; the limits have tests of their own."""


async def _measured(product: Product) -> list[Figure]:
    async with ClientSession() as http:
        return [*await turns.measured(product, http), *await people.measured(product, http)]


def main() -> None:
    """Bounded: each part runs for a fixed time or number of turns."""
    begun = time.perf_counter()
    with Product(environment=UNLIMITED) as product:
        figures = [Figure("start of everything", time.perf_counter() - begun, "s")]
        figures += processes.memory(product)
        figures += asyncio.run(_measured(product))
        figures += [
            Figure(f"{it.name} after load", it.value, it.unit, it.aim)
            for it in processes.memory(product)
        ]
        figures += processes.starts(product)
    print(table(figures))
    print(f"\nWritten to {keep(figures)}")


if __name__ == "__main__":
    main()
