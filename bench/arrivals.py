"""Signed-in customers with a device each."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

from aiohttp import ClientSession

from bench.chat import Chat, chat, identity
from local.product import Product


@asynccontextmanager
async def arrivals(product: Product, http: ClientSession, number: int) -> AsyncIterator[list[Chat]]:
    """As many as wanted, all listening."""
    async with AsyncExitStack() as stack:
        devices = []
        for _ in range(number):
            token = identity(f"bench-{uuid4()}", product.secrets["identity"])
            body = {"channel": "in_app", "language": "en", "identity": token}
            devices.append(await stack.enter_async_context(chat(http, product.urls, body)))
        yield devices
