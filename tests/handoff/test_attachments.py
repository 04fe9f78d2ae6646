"""Files over HTTP: uploaded, sent with a message, seen by the other side, saved."""

import asyncio
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientResponse
from PIL import Image
from sqlalchemy import text

from handoff.domain.attachments import MAX_A_MESSAGE, MAX_BYTES
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff import samples
from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json
from tests.redises import RedisServer

UPLOAD = "/v1/conversations/{conversation}/attachments"
PHOTO = samples.photo(1200, 800)


async def _uploaded(customer: Customer, content: bytes = PHOTO, name: str = "photo.jpg") -> Json:
    response = await customer.upload(content, name)
    body: Json = await response.json()
    assert_answer("POST", UPLOAD, response.status, body)
    assert response.status == 201, body
    file: Json = body["attachment"]
    return file


async def _sent(customer: Customer, *files: Json, **body: Any) -> int:
    response = await customer.send_files(*(it["id"] for it in files), **body)
    assert response.status == 201, await response.text()
    seq: int = (await response.json())["seq"]
    return seq


async def _get(customer: Customer, file: Json, more: str = "") -> ClientResponse:
    path = f"/v1/conversations/{customer.conversation}/attachments/{file['id']}{more}"
    return await customer.call("GET", path)


async def test_a_picture_reaches_the_other_side_without_its_camera(front: Door) -> None:
    customer, agent = await front.visitor(), await front.agent(f"A{uuid4().hex[:8]}")
    device = await customer.socket()

    file = await _uploaded(customer)
    seq = await _sent(customer, file)

    assert (file["name"], file["media_type"]) == ("photo.jpg", "image/jpeg")
    assert (file["width"], file["height"]) == (1200, 800)
    said = await device.event("customer_said", seq=seq)
    assert said["parts"] == [{"kind": "attachment", "attachment": file}]
    path = f"/conversations/{customer.conversation}/attachments/{file['id']}"
    saved = await agent.call("GET", path)
    content = await saved.read()
    assert (saved.status, saved.content_type, len(content)) == (200, "image/jpeg", file["size"])
    assert samples.CAMERA.encode() not in content
    small = await agent.call("GET", f"{path}/preview")
    with Image.open(BytesIO(await small.read())) as preview:
        assert (small.content_type, preview.size) == ("image/webp", (640, 427))
    row = next(it for it in await agent.rows("bot") if it["id"] == customer.conversation)
    assert row["preview"] == "[photo.jpg]"


async def test_the_assistant_asks_what_a_file_is_about_in_the_customers_language(
    front: Door,
) -> None:
    for language, words in (("en", "can't read files"), ("de", "kann Dateien nicht lesen")):
        customer = await front.visitor(language)
        device = await customer.socket()
        turns = len(front.rasa.turns)

        seq = await _sent(customer, await _uploaded(customer))

        said = await device.event("assistant_said", in_reply_to=seq)
        assert words in said["parts"][0]["text"]
        assert len(front.rasa.turns) == turns
        await customer.choose(said["parts"][1]["choices"][0]["id"])
        await device.event("human_asked")


async def test_what_is_said_with_a_file_is_answered(front: Door) -> None:
    customer = await front.visitor()
    device = await customer.socket()
    typed = f"see the file {uuid4()}"
    front.rasa.script[typed] = [{"text": "I see."}]

    seq = await _sent(customer, await _uploaded(customer), text=typed)

    said = await device.event("assistant_said", in_reply_to=seq)
    assert [part["text"] for part in said["parts"]][1:] == ["I see."]
    assert front.rasa.turns[-1]["text"] == typed


async def test_files_go_to_and_fro_with_an_agent(front: Door) -> None:
    customer, agent = await front.visitor(), await front.agent(f"A{uuid4().hex[:8]}")
    it = customer.conversation
    device = await customer.socket()
    await customer.post("person")
    waiting = await _uploaded(customer, samples.PDF, "invoice.pdf")
    await _sent(customer, waiting)
    assert (await agent.act(it, "accept")).status == 200

    uploaded = await (await agent.upload(it, samples.ooxml(), "Antwort.docx")).json()
    file = uploaded["attachment"]
    body = {"client_message_id": str(uuid4()), "attachments": [file["id"]]}
    first, again = await agent.act(it, "messages", **body), await agent.act(it, "messages", **body)

    assert (first.status, again.status) == (201, 200)
    said = await device.event("agent_said")
    assert said["parts"] == [{"kind": "attachment", "attachment": file}]
    saved = await _get(customer, file)
    assert await saved.read() == samples.ooxml()
    assert saved.headers["Content-Disposition"].startswith('attachment; filename="Antwort.docx"')
    theirs = await agent.call("GET", f"/conversations/{it}/attachments/{waiting['id']}")
    assert await theirs.read() == samples.PDF


async def test_a_message_with_files_is_the_same_however_often_it_comes(front: Door) -> None:
    customer = await front.visitor()
    file, other = await _uploaded(customer), await _uploaded(customer)
    message = str(uuid4())

    first = await customer.send_files(file["id"], client_message_id=message)
    again = await customer.send_files(file["id"], client_message_id=message)
    reused = await customer.send_files(other["id"], client_message_id=message)

    assert (first.status, again.status, reused.status) == (201, 200, 409)
    assert await first.json() == await again.json()
    assert (await reused.json())["code"] == "message_id_reused"


@pytest.mark.parametrize(
    "wrong",
    [
        {"attachments": []},
        {"attachments": [str(uuid4()) for _ in range(MAX_A_MESSAGE + 1)]},
        {"attachments": ["../secret"]},
        {"attachments": "x"},
        {"attachments": [str(uuid4())], "choice": "2-0-0"},
        {"attachments": [str(uuid4())], "guide": "profile"},
        {"attachments": [NOBODYS := str(uuid4()), NOBODYS]},
    ],
)
async def test_what_is_no_message_is_refused(front: Door, wrong: Json) -> None:
    customer = await front.visitor()
    body = {"client_message_id": str(uuid4()), **wrong}

    response = await customer.call(
        "POST", f"/v1/conversations/{customer.conversation}/messages", body
    )

    assert (response.status, (await response.json())["code"]) == (422, "invalid")
    assert [it["type"] for it in await customer.events()] == ["started"]


async def test_a_file_is_sent_once(front: Door) -> None:
    customer = await front.visitor()
    file = await _uploaded(customer)
    await _sent(customer, file)

    response = await customer.send_files(file["id"])

    problem = await response.json()
    assert (response.status, problem["code"]) == (422, "unknown_attachment")
    assert problem["field"] == "attachments"


@pytest.mark.parametrize("extra", [1, MAX_BYTES])
async def test_a_file_that_is_too_large_is_refused_with_the_limit(front: Door, extra: int) -> None:
    customer = await front.visitor()

    response = await customer.upload(b"a" * (MAX_BYTES + extra), "long.txt")

    problem = await response.json()
    assert (response.status, problem["code"], problem["field"]) == (413, "too_large", "file")
    assert "10 MiB" in problem["detail"]
    assert response.content_type == "application/problem+json"


async def test_the_largest_file_comes_back_as_it_went(front: Door) -> None:
    customer = await front.visitor()
    content = bytes(range(32, 127)) * (MAX_BYTES // 95 + 1)
    file = await _uploaded(customer, content[:MAX_BYTES], "long.txt")
    await _sent(customer, file)

    saved = await _get(customer, file)

    assert await saved.read() == content[:MAX_BYTES]


@pytest.mark.parametrize(("name", "status"), [("", 422), ("x" * 1001, 422), ("x" * 1000, 201)])
async def test_a_name_has_its_limit(front: Door, name: str, status: int) -> None:
    customer = await front.visitor()

    response = await customer.upload(samples.PDF, name)

    assert response.status == status


@pytest.mark.parametrize("shared", ["sender", "address"])
async def test_uploads_are_counted_by_sender_and_by_address(
    database: Database, redis_server: RedisServer, shared: str
) -> None:
    house = f"house {uuid4()}"
    async with doors.opened(
        database, redis_server.url, uploads_a_minute=2, trusted_proxies=1
    ) as door:
        people = [await door.visitor() for _ in range(3)]
        answers = [
            await (people[0] if shared == "sender" else it).upload(
                samples.PDF,
                "a.pdf",
                **{"X-Forwarded-For": house if shared == "address" else str(uuid4())},
            )
            for it in people
        ]

    assert [it.status for it in answers] == [201, 201, 429]
    assert "Retry-After" in answers[-1].headers


async def test_a_day_has_its_limit(database: Database, redis_server: RedisServer) -> None:
    async with doors.opened(database, redis_server.url, uploads_mib_a_day=10) as door:
        customer = await door.visitor()
        most = b"a" * MAX_BYTES
        answers = [await customer.upload(most, "a.txt") for _ in range(2)]
        problem = await answers[-1].json()

    assert [it.status for it in answers] == [201, 429]
    assert "10 MiB within a day" in problem["detail"]


async def test_what_a_visitor_sent_is_theirs_once_they_signed_in(front: Door) -> None:
    visitor = await front.visitor()
    sent, left = await _uploaded(visitor), await _uploaded(visitor)
    await _sent(visitor, sent)

    customer = await front.sign_in(visitor, f"c-{uuid4()}")

    assert customer.conversation == visitor.conversation
    assert (await _get(customer, sent)).status == 200
    await _sent(customer, left)
    assert (await _get(customer, left)).status == 200


async def test_what_is_not_sent_goes_by_itself(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, erase_every_s=0.1) as door:
        customer = await door.visitor()
        left, sent = await _uploaded(customer), await _uploaded(customer)
        await _sent(customer, sent)
        async with database.engine.begin() as connection:
            await connection.execute(text(YESTERDAY))
        tries = 100
        while await _files(database) > 1 and tries:
            tries -= 1
            await asyncio.sleep(0.05)
        gone, still = await customer.send_files(left["id"]), await _get(customer, sent)

    assert (gone.status, still.status) == (422, 200)


YESTERDAY = "UPDATE attachment SET uploaded_at = now() - interval '25 hours'"


async def _files(database: Database) -> int:
    async with database.engine.connect() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM attachment")) or 0)
