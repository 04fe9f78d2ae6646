"""The front door as a process of its own."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession

from tests.databases import Database
from tests.handoff.door import IDENTITY_SECRET, RASA_SECRET, RASA_TOKEN, VAULT_KEY, WEBHOOK_SECRET
from tests.redises import RedisServer

ROOT = Path(__file__).parents[2]
PORT = 22301
START_S = 60.0


async def _started(**environment: str) -> asyncio.subprocess.Process:
    usual = {key: os.environ[key] for key in ("PATH", "HOME", "PYTHONPATH") if key in os.environ}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "handoff",
        cwd=ROOT,
        env={**usual, **environment},
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


async def test_it_serves_until_it_is_told_to_end(
    database: Database, redis_server: RedisServer
) -> None:
    process = await _started(
        DATABASE_URL=database.url,
        REDIS_URL=redis_server.url,
        HANDOFF_PORT=str(PORT),
        HANDOFF_RASA_SECRET=RASA_SECRET,
        RASA_TOKEN=RASA_TOKEN,
        HANDOFF_IDENTITY_SECRET=IDENTITY_SECRET,
        HANDOFF_WEBHOOK_SECRET=WEBHOOK_SECRET,
        HANDOFF_VAULT_KEY=VAULT_KEY,
    )
    try:
        status = await _ready()
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(START_S):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()

    assert (status, process.returncode) == (200, 0)
    assert out == b""
    for secret in (RASA_SECRET, RASA_TOKEN, IDENTITY_SECRET, WEBHOOK_SECRET, VAULT_KEY):
        assert secret.encode() not in err


async def _ready() -> int:
    async with ClientSession() as http, asyncio.timeout(START_S):
        while True:
            try:
                async with http.get(f"http://127.0.0.1:{PORT}/readyz") as response:
                    return response.status
            except ClientConnectionError:
                await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, ["DATABASE_URL", "REDIS_URL", "rasa_secret", "webhook_secret", "vault_key"]),
        ({"HANDOFF_VAULT_KEY": "short-key-of-mine"}, ["vault_key", "32 bytes"]),
        ({"HANDOFF_PORT": "70000"}, ["port"]),
        ({"HANDOFF_WIDGET_ORIGINS": '["https://shop.example/path"]'}, ["widget_origins"]),
    ],
)
async def test_it_does_not_start_with_wrong_settings_and_names_them(
    environment: dict[str, str], named: list[str]
) -> None:
    process = await _started(**environment)

    _, err = await process.communicate()

    assert process.returncode == 2
    for name in named:
        assert name in err.decode()


async def test_a_wrong_secret_is_named_and_never_shown() -> None:
    process = await _started(
        DATABASE_URL="postgresql://x:database-password@y/z", HANDOFF_PORT="secret-by-mistake"
    )

    _, err = await process.communicate()

    assert process.returncode == 2
    for secret in (b"database-password", b"secret-by-mistake"):
        assert secret not in err


async def test_a_wrong_file_of_the_team_ends_it_with_line_field_and_rule(tmp_path: Path) -> None:
    file = tmp_path / "routing.yml"
    file.write_text("offer_s: 30\nageing_s: soon\n", encoding="utf-8")

    process = await _started(
        DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
        REDIS_URL="redis://127.0.0.1:1",
        HANDOFF_RASA_SECRET=RASA_SECRET,
        RASA_TOKEN=RASA_TOKEN,
        HANDOFF_WEBHOOK_SECRET=WEBHOOK_SECRET,
        HANDOFF_VAULT_KEY=VAULT_KEY,
        HANDOFF_ROUTING_FILE=str(file),
    )
    async with asyncio.timeout(START_S):
        _, err = await process.communicate()

    assert process.returncode == 1
    assert f"{file}:2: ageing_s: ".encode() in err
    assert b"Traceback" not in err
