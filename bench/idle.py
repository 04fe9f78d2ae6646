"""What a chat costs that is open and says nothing."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID, uuid4

import psutil
from aiohttp import ClientSession, ClientWebSocketResponse, TCPConnector
from sqlalchemy import func, insert

from bench.effort import effort
from bench.figures import Figure
from handoff.storage.people import hashed
from handoff.storage.tables import ConversationRow, CustomerRow, SessionRow
from handoff.storage.work import engine_for
from local.product import Product

WANTED = 10_000
SPARE = 500
"""Open files that both sides need for other things."""
AT_ONCE = 50
DEFLATE = 15
"""Browsers offer to compress, so these do."""
SETTLES_S = 6.0
IDLE_S = 20.0
KIB = 1024
OF_EACH = "idle sockets: memory of each"
DROPPED = "idle sockets: dropped"
SESSION = timedelta(hours=1)


async def measured(product: Product, _http: ClientSession) -> list[Figure]:
    """As many as wanted, for a moment."""
    return await held(product, WANTED, IDLE_S)


async def held(product: Product, wanted: int, idle_s: float) -> list[Figure]:
    """As many as the limit of open files allows, each with a customer of its own."""
    number = min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - SPARE)
    chats = await _chats(product.database_url, number)
    connector = TCPConnector(limit=0)
    async with (
        ClientSession(connector=connector) as http,
        _connected(http, product.url, chats[:AT_ONCE]),
    ):
        pass  # what the first sockets load is not theirs
    async with ClientSession(connector=TCPConnector(limit=0)) as http:
        before = _weight(product)
        async with _connected(http, product.url, chats) as sockets:
            await asyncio.sleep(SETTLES_S)
            each = (_weight(product) - before) / number / KIB
            begun = time.perf_counter()
            with effort(product, "handoff", "postgres") as spent:
                await asyncio.sleep(idle_s)
            busy = 100 * spent.total / (time.perf_counter() - begun)
            dropped = sum(it.closed for it in sockets)
    return [
        Figure("idle sockets", number, "", f"≥ {wanted}"),
        Figure(OF_EACH, each, "KiB", "≤ 32"),
        Figure(DROPPED, dropped, "", "≤ 0"),
        Figure("idle sockets: processor time of all", busy, "% of a core"),
    ]


def _weight(product: Product) -> int:
    weight: int = psutil.Process(product.pid("handoff")).memory_full_info().uss
    return weight


async def _chats(database_url: str, number: int) -> list[tuple[str, UUID]]:
    """Session and conversation of each."""
    engine = engine_for(database_url, pool_size=1, timeout_s=60)
    customers = [uuid4() for _ in range(number)]
    tokens = [token_urlsafe(24) for _ in range(number)]
    conversations = [uuid4() for _ in range(number)]
    try:
        async with engine.begin() as connection:
            people = [{"id": it, "kind": "visitor", "language": "en"} for it in customers]
            await connection.execute(insert(CustomerRow), people)
            opened = [
                {"token_hash": hashed(token), "holder_id": it}
                for token, it in zip(tokens, customers, strict=True)
            ]
            session = insert(SessionRow).values(expires_at=func.now() + SESSION)
            await connection.execute(session, opened)
            started = [
                {"id": it, "customer_id": customer}
                for it, customer in zip(conversations, customers, strict=True)
            ]
            await connection.execute(insert(ConversationRow).values(**NEW), started)
    finally:
        await engine.dispose()
    return list(zip(tokens, conversations, strict=True))


NEW = {
    "channel": "web",
    "language": "en",
    "state": "bot",
    "last_seq": 0,
    "said_seq": 0,
    "answered_seq": 0,
    "epoch": 0,
    "preview": "",
}


@asynccontextmanager
async def _connected(
    http: ClientSession, url: str, chats: list[tuple[str, UUID]]
) -> AsyncIterator[list[ClientWebSocketResponse]]:
    """Each resumed, and answering pings."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def connected(session: str, conversation: UUID) -> ClientWebSocketResponse:
        async with gate:
            socket = await http.ws_connect(
                f"{url}/v1/socket", protocols=["lotse.v1"], compress=DEFLATE
            )
            resume = {"session": session, "conversation": str(conversation), "after": 0}
            await socket.send_json({"type": "resume", **resume})
            await socket.receive_json()
        # At once: the first would be given up for lack of an answer while the last connect.
        listening.append(asyncio.create_task(_listen(socket)))
        return socket

    listening: list[asyncio.Task[None]] = []
    sockets = await asyncio.gather(*(connected(*it) for it in chats))
    try:
        yield sockets
    finally:
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        for n in range(0, len(sockets), AT_ONCE):
            await asyncio.gather(*(it.close() for it in sockets[n : n + AT_ONCE]))


async def _listen(socket: ClientWebSocketResponse) -> None:
    with suppress(ConnectionError):
        async for _ in socket:
            pass
