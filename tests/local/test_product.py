"""The product starts whole, comes back after crashes, and leaves nothing behind."""

import json
import time
import urllib.request
from pathlib import Path

import asyncpg
import psutil
import pytest
import redis

from local import ports
from local.ports import Ports
from local.product import Product
from local.programs import RASA_SERVER
from local.trouble import Trouble
from tests.local.stand_in import stand_ins

LONGEST_START_S = 60.0
"""A quarter of what is waited for a process that may still come."""


def told(url: str) -> dict[str, str]:
    """The environment of the stand-in at this address."""
    with urllib.request.urlopen(url) as response:
        answer: dict[str, str] = json.load(response)
    return answer


def processes_naming(folder: Path) -> list[str]:
    """The command lines of all processes that work in this folder."""
    everything = (process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"]))
    return [" ".join(words) for words in everything if str(folder) in " ".join(words)]


def test_each_process_is_told_what_it_needs(small_product: Product) -> None:
    first, second = (told(url) for url in small_product.urls)
    actions = told(small_product.actions_url)

    assert first["DATABASE_URL"] == actions["DATABASE_URL"] == small_product.database_url
    assert first["REDIS_URL"] == small_product.redis_url
    assert first["HANDOFF_RASA_URL"] == small_product.rasa_url
    assert first["HANDOFF_WIDGET_ORIGINS"] == '["https://a.example"]'
    assert first["HANDOFF_PORT"] != second["HANDOFF_PORT"]
    assert first["HANDOFF_RASA_SECRET"] == small_product.secrets["channel"]


def test_the_action_server_learns_no_secret_of_the_front_door(small_product: Product) -> None:
    actions = told(small_product.actions_url)

    assert not set(small_product.secrets.values()) & set(actions.values())


async def test_the_database_has_its_tables(small_product: Product) -> None:
    connection = await asyncpg.connect(small_product.database_url)
    try:
        assert await connection.fetchval("SELECT count(*) FROM alembic_version") == 1
    finally:
        await connection.close()


def test_redis_answers(small_product: Product) -> None:
    with redis.Redis.from_url(small_product.redis_url) as client:
        assert client.ping()


@pytest.mark.parametrize("name", ["handoff", "handoff-2", "actions", "postgres", "redis"])
def test_a_killed_process_comes_back(small_product: Product, name: str) -> None:
    before = small_product.kill(name)

    small_product.await_ready(name, 30, after=before)

    assert small_product.pid(name) != before


def test_a_stopped_process_stays_away_until_it_is_started(small_product: Product) -> None:
    small_product.stop_process("actions")
    stopped = small_product.pid("actions")
    small_product.start_process("actions")
    small_product.await_ready("actions", 30)

    assert stopped == 0


def test_what_a_process_says_is_kept(small_product: Product) -> None:
    assert "listening" in small_product.logs("handoff")


def test_nothing_is_left_when_it_ends(state: Path) -> None:
    with Product(state, demo=False, without={RASA_SERVER}, applications=stand_ins()):
        assert processes_naming(state)

    assert processes_naming(state) == []


def test_the_next_start_finds_the_same_secrets_and_data(state: Path) -> None:
    kept = []
    for _ in range(2):
        with Product(state, demo=False, without={RASA_SERVER}, applications=stand_ins()) as running:
            kept.append((running.secrets, running.database_url))

    assert kept[0] == kept[1]


def test_a_process_that_ends_at_once_is_named_and_nothing_is_left(state: Path) -> None:
    broken = Product(state, demo=False, without={RASA_SERVER}, applications=stand_ins("handoff"))

    with pytest.raises(Trouble, match=r"handoff ended while starting: .* its cupboard is bare"):
        broken.start()

    assert processes_naming(state) == []


def test_a_rasa_without_a_model_is_named_at_once_with_its_log(state: Path) -> None:
    without = Product(state, demo=False, applications=stand_ins(modelless={RASA_SERVER}))
    began = time.monotonic()

    with pytest.raises(Trouble, match=r"rasa runs without a model.*due to its age.*rasa\.log"):
        without.start()

    assert time.monotonic() - began < LONGEST_START_S
    assert processes_naming(state) == []


def test_a_port_in_use_is_named_before_anything_starts(small_product: Product, state: Path) -> None:
    taken = int(small_product.url.rpartition(":")[2])
    rasa, actions = ports.several(2)

    with pytest.raises(Trouble, match=f"Port {taken} is in use.*HANDOFF_PORT"):
        Product(state, Ports(taken, rasa, actions), applications=stand_ins()).start()

    assert list(state.iterdir()) == []


def test_a_second_start_in_the_same_place_is_refused_and_harms_nothing(state: Path) -> None:
    with Product(state, demo=False, without={RASA_SERVER}, applications=stand_ins()) as running:
        second = Product(state, demo=False, without={RASA_SERVER}, applications=stand_ins())
        with pytest.raises(Trouble, match="already runs here"):
            second.start()

        running.await_ready("handoff", 5)


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/lotse", "DATABASE_URL does not answer"),
        ("DATABASE_URL", "postgresql://nobody@[", "DATABASE_URL does not answer"),
        ("REDIS_URL", "redis://127.0.0.1:1/0", "REDIS_URL does not answer"),
        ("REDIS_URL", "nonsense", "REDIS_URL does not answer"),
    ],
)
def test_a_store_that_does_not_answer_is_named(
    state: Path, variable: str, value: str, message: str
) -> None:
    product = Product(
        state,
        demo=False,
        without={RASA_SERVER},
        environment={variable: value},
        applications=stand_ins(),
    )

    with pytest.raises(Trouble, match=message):
        product.start()

    assert processes_naming(state) == []
