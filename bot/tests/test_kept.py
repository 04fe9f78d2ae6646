"""Calls of the action server share a connection, and a restart of it costs none of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from bot.components import kept, remote_action  # noqa: F401  the second puts the first in place
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

CALLS = 3


@asynccontextmanager
async def _actions(ports: list[int | None], port: int = 0) -> AsyncIterator[int]:
    """An action server that notes from which port each call came."""

    async def webhook(request: web.Request) -> web.Response:
        assert request.transport is not None
        ports.append(request.transport.get_extra_info("peername")[1])
        return web.json_response({"events": [], "responses": []})

    app = web.Application()
    app.router.add_post("/webhook", webhook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, reuse_address=True)
    await site.start()
    try:
        yield site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
    finally:
        await runner.cleanup()


def _endpoint(port: int) -> EndpointConfig:
    endpoint = RemoteAction("a", EndpointConfig(f"http://127.0.0.1:{port}/webhook")).action_endpoint
    assert endpoint is not None
    return endpoint


def test_calls_share_a_connection() -> None:
    asyncio.run(_calls_share_a_connection())


async def _calls_share_a_connection() -> None:
    ports: list[int | None] = []
    async with _actions(ports) as port:
        for _ in range(CALLS):
            assert await _endpoint(port).request(json={}) == {"events": [], "responses": []}
        await kept.close()

    assert len(ports) == CALLS
    assert len(set(ports)) == 1


def test_a_restart_in_between_is_not_noticed() -> None:
    asyncio.run(_a_restart_in_between_is_not_noticed())


async def _a_restart_in_between_is_not_noticed() -> None:
    ports: list[int | None] = []
    async with _actions(ports) as port:
        await _endpoint(port).request(json={})
    async with _actions(ports, port):
        await _endpoint(port).request(json={})
        await kept.close()

    assert len(set(ports)) == 2


def test_what_was_closed_opens_again() -> None:
    asyncio.run(_what_was_closed_opens_again())


async def _what_was_closed_opens_again() -> None:
    ports: list[int | None] = []
    async with _actions(ports) as port:
        await _endpoint(port).request(json={})
        await kept.close()
        await _endpoint(port).request(json={})
        await kept.close()

    assert len(ports) == 2


def test_who_signs_in_by_password_gets_rasas_own_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ACTIONS_URL", raising=False)
    plain = EndpointConfig("http://127.0.0.1:1", basic_auth={"username": "a", "password": "b"})

    endpoint = RemoteAction("a", plain).action_endpoint

    assert endpoint is not None
    assert endpoint.session != kept.session
