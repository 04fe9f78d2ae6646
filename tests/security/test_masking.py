"""Canaries said in a chat: in no table, log, hint, error or address; shown on record only."""

import asyncio
import logging
from collections.abc import Iterator
from io import StringIO
from uuid import uuid4

import pytest
import structlog
from redis.asyncio import Redis
from sqlalchemy import text

from handoff.domain.people import Role
from handoff.logs import DiscreetFormatter, discreet
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.answers import assert_answer, assert_frame
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json
from tests.redises import RedisServer

IBAN = "DE89370400440532013000"
CARD = "4111111111111111"
PAPER = "L01X00T471"
PASSWORD = "correct-horse-7"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsZW5hIn0.c2lnbmF0dXJl"
CANARIES = (IBAN, CARD, PAPER, PASSWORD, TOKEN)
ALL = f"{IBAN}, {CARD}, {PAPER}, password: {PASSWORD}, {TOKEN}"
KINDS = {"iban", "card", "identity_paper", "password", "token"}
REVEAL = "/v1/agent/conversations/{conversation}/events/{seq}/reveal"


async def reveal(
    by: Helper, conversation: str, seq: object = 2, purpose: object = "why not"
) -> Json:
    """Somebody looks; the problem if they may not."""
    path = f"/conversations/{conversation}/events/{seq}/reveal"
    response = await by.call("POST", path, {"purpose": purpose})
    body: Json = await response.json()
    assert_answer("POST", REVEAL, response.status, body)
    return {"status": response.status, **body}


async def a_case(door: Door) -> tuple[Customer, Helper]:
    """Confided to a person who owns the conversation."""
    customer, helper = await door.customer(str(uuid4())), await door.agent(f"A{uuid4().hex[:8]}")
    await customer.say(ALL)
    await customer.post("person")
    assert (await helper.act(customer.conversation, "accept")).status == 200
    return customer, helper


async def test_the_customer_gets_it_masked_and_is_told_on_every_device(front: Door) -> None:
    customer = await front.customer(str(uuid4()), language="de")
    device = await customer.socket()

    await customer.say(f"Meine Karte ist {CARD}, warum geht sie nicht?")
    said, told = await device.event("customer_said"), await device.event("notice_given")
    answer = await device.event("assistant_said")

    for frame in device.heard:
        assert_frame(frame, "ToCustomer")
    assert said["masked"] == told["kinds"] == ["card"]
    assert (told["about"], told["seq"], answer["in_reply_to"]) == (2, 3, 2)
    assert said["parts"][0]["text"] == "Meine Karte ist ••••••••••••1111, warum geht sie nicht?"
    assert "Einstellungen → Auszahlungen" in told["parts"][0]["text"]
    assert await customer.events(1) == device.events[1:]


async def test_no_table_has_what_was_confided(door: Door) -> None:
    customer, helper = await a_case(door)
    await helper.say(customer.conversation, f"Is it {ALL}?")
    note = {"client_message_id": str(uuid4()), "text": ALL}
    await helper.act(customer.conversation, "notes", **note)
    await reveal(helper, customer.conversation, purpose=f"compare {IBAN}")
    await helper.act(customer.conversation, "hand-back", note=ALL)

    async with door.database.engine.connect() as connection:
        tables = (
            await connection.scalars(
                text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            )
        ).all()
        rows = [
            repr(tuple(row))
            for table in tables
            for row in await connection.execute(text(f'SELECT "{table}"::text FROM "{table}"'))
        ]

    assert {"event", "sealed_text", "access_log", "receipt"} <= set(tables)
    for canary in CANARIES:
        # A bytea is shown in hex.
        for written in (canary, canary.encode().hex()):
            assert not any(written in row for row in rows)


async def test_rasa_and_redis_never_hear_of_it(door: Door, redis_server: RedisServer) -> None:
    async with Redis.from_url(redis_server.url) as redis, redis.monitor() as spy:
        customer = await door.customer(str(uuid4()))
        device = await customer.socket()
        await customer.say(f"What about {ALL}?")
        await device.event("assistant_said")
        await redis.set("that is all", "", ex=1)
        commands = []
        async for command in spy.listen():
            commands.append(str(command))
            if "that is all" in commands[-1]:
                break

    assert door.rasa.turns
    for canary in CANARIES:
        for place in (*commands, *map(str, door.rasa.turns)):
            assert canary not in place


async def test_lists_packets_and_previews_show_it_masked(front: Door) -> None:
    customer, helper = await a_case(front)

    case = await helper.case(customer.conversation)

    assert set(case["events"][1]["masked"]) == KINDS
    assert "••••" in case["row"]["preview"]
    for canary in CANARIES:
        assert canary not in str(case)


async def test_the_owner_sees_what_may_be_needed_and_it_is_on_record(door: Door) -> None:
    customer, helper = await a_case(door)

    shown = await reveal(helper, customer.conversation, purpose="compare the account")

    assert shown["status"] == 200
    assert shown["text"].startswith(f"{IBAN}, ••••••••••••1111, {PAPER}, password: ••••••••, ")
    async with door.database.engine.connect() as connection:
        (row,) = await connection.execute(text("SELECT * FROM access_log"))
    assert str(row.agent_id) == helper.agent["id"]
    assert str(row.conversation_id) == customer.conversation
    assert (row.action, row.subject, row.seq) == ("read", "sealed_text", 2)
    assert (row.fields, row.purpose) == (["iban", "identity_paper"], "compare the account")


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.AGENT, 409), (Role.LEAD, 200), (Role.ADMIN, 403), (Role.AUDITOR, 403)],
)
async def test_beside_the_owner_only_a_lead_may_look(front: Door, role: Role, status: int) -> None:
    customer, _ = await a_case(front)
    other = await front.agent(f"B{uuid4().hex[:8]}", role)

    answer = await reveal(other, customer.conversation)

    assert answer["status"] == status
    assert (IBAN in str(answer)) is (status == 200)


@pytest.mark.parametrize("seq", ["3", "99", "0", "-1", "x", "1e3", "9999999999", "٢"])
async def test_where_nothing_is_kept_there_is_nothing(front: Door, seq: str) -> None:
    customer, helper = await a_case(front)

    assert (await reveal(helper, customer.conversation, seq))["status"] == 404


@pytest.mark.parametrize("purpose", ["", "  ", "x", "x" * 201, None, 7, "a\0b c"])
async def test_without_a_purpose_nothing_is_shown(front: Door, purpose: object) -> None:
    customer, helper = await a_case(front)

    answer = await reveal(helper, customer.conversation, purpose=purpose)

    assert (answer["status"], answer["field"]) == (422, "purpose")


async def test_what_was_sealed_for_one_message_opens_at_no_other(door: Door) -> None:
    """Somebody with the database alone cannot have it opened elsewhere, under their own name."""
    victim, _ = await a_case(door)
    mallory, helper = await a_case(door)
    async with door.database.engine.begin() as connection:
        await connection.execute(
            text(
                "UPDATE sealed_text SET sealed = (SELECT sealed FROM sealed_text WHERE "
                "conversation_id = :victim) WHERE conversation_id = :mallory"
            ),
            {"victim": victim.conversation, "mallory": mallory.conversation},
        )

    answer = await reveal(helper, mallory.conversation)

    assert answer["status"] == 503
    async with door.database.engine.connect() as connection:
        assert (await connection.scalar(text("SELECT count(*) FROM access_log"))) == 0


async def test_a_message_sent_again_is_told_and_sealed_once(door: Door) -> None:
    customer, message = await door.customer(str(uuid4())), str(uuid4())

    receipts = [await customer.say(ALL, message) for _ in range(3)]

    assert len({receipt["seq"] for receipt in receipts}) == 1
    types = [event["type"] for event in await customer.events()]
    assert types.count("customer_said") == types.count("notice_given") == 1
    async with door.database.engine.connect() as connection:
        assert (await connection.scalar(text("SELECT count(*) FROM sealed_text"))) == 1


async def test_a_page_address_with_a_token_is_kept_without_it(door: Door) -> None:
    body = {"channel": "web", "page_url": f"https://shop.example/?token={TOKEN}"}
    response = await door.client.post("/v1/sessions", json=body)
    assert response.status == 201

    async with door.database.engine.connect() as connection:
        address = await connection.scalar(text("SELECT page_url FROM conversation"))

    assert address == "https://shop.example/?token=••••••••"


async def test_looking_is_limited(database: Database, redis_server: RedisServer) -> None:
    async with doors.opened(database, redis_server.url, reveals_a_minute=2) as door:
        customer, helper = await a_case(door)

        statuses = [(await reveal(helper, customer.conversation))["status"] for _ in range(3)]

    assert statuses == [200, 200, 429]


async def test_originals_are_erased_after_their_time(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(
        database, redis_server.url, sealed_texts_kept_s=0.1, erase_every_s=0.1
    ) as door:
        customer = await door.customer(str(uuid4()))
        await customer.say(ALL)
        for _ in range(100):
            async with database.engine.connect() as connection:
                left = await connection.scalar(text("SELECT count(*) FROM sealed_text"))
            if left == 0:
                break
            await asyncio.sleep(0.02)

    assert left == 0


@pytest.fixture(name="lines")
def _lines() -> Iterator[StringIO]:
    stream, before = StringIO(), structlog.get_config()
    structlog.configure(
        processors=[
            structlog.processors.format_exc_info,
            discreet,
            structlog.processors.KeyValueRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        cache_logger_on_first_use=False,
    )
    yield stream
    structlog.configure(**before)


@pytest.mark.parametrize("canary", [IBAN, CARD, PAPER, f"password: {PASSWORD}", TOKEN])
def test_what_slips_into_a_log_is_masked_there(lines: StringIO, canary: str) -> None:
    log = structlog.get_logger()
    event = f"failed {canary}"
    try:
        raise ValueError(canary)
    except ValueError as error:
        log.exception(event, path=canary, deep={"in": [canary, (canary,)]}, it=error)

    assert "failed" in lines.getvalue()
    assert "ValueError" in lines.getvalue()
    assert canary not in lines.getvalue()


def test_ids_numbers_and_flags_stay_in_a_log_as_they_are(lines: StringIO) -> None:
    it = uuid4()

    structlog.get_logger().info("took", conversation=str(it), seq=4, ok=True, took=0.5, none=None)

    written = lines.getvalue()
    assert f"conversation='{it}' seq=4 ok=True took=0.5 none=None" in written


def test_what_libraries_log_is_masked_too() -> None:
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "no %s", (CARD,), None)

    assert DiscreetFormatter("%(message)s").format(record) == "no ••••••••••••1111"
