"""What people send is what it is, harms nobody, and is seen by members of its conversation only."""

from typing import Any

import pytest
from aiohttp import ClientResponse

from handoff.domain.attachments import MAX_BYTES
from tests.handoff import samples
from tests.handoff.door import Door
from tests.handoff.ends import OCTETS, Customer
from tests.security.people import CALLERS, NOBODY_KNOWS, SIGNED_IN_CUSTOMERS, People, role_of

STRANGERS = [who for who in CALLERS if role_of(who) is None]
TEAM = [who for who in CALLERS if role_of(who) is not None]

DISGUISED = [
    ("photo.png", samples.SVG),
    ("photo.jpg", samples.HTML),
    ("notes.txt", samples.HTML),
    ("notes.txt", b"\xef\xbb\xbf" + samples.SVG),
    ("notes.txt", "<script>alert(1)</script>".encode("utf-16")),
    ("invoice.pdf", b"MZ\x90\x00" + samples.PDF),
    ("invoice.pdf", b"\x7fELF" + samples.PDF),
    ("letter.docx", samples.packed({"run.exe": "MZ"})),
    ("letter.docx", samples.ooxml(more="word/vbaProject.bin")),
    ("letter.docx", samples.packed({"META-INF/MANIFEST.MF": "Main-Class: Evil"})),
    ("moving.gif", b"GIF89a/*" + b"\x00" * 20 + b"*/=alert(1)"),
    ("photo.png", samples.png()[:80]),
]
NAMES = [
    "../../../../etc/passwd",
    "..\\..\\boot.ini",
    "/etc/passwd",
    "%2e%2e%2fsecret",
    'a"; filename="evil.html',
    "a\r\nSet-Cookie: lotse_agent=evil\r\n\r\n<script>",
    "photo\u202egnp.exe",
    "evil.html",
    "evil.svg",
    "<img src=x onerror=alert(1)>",
    "con",
    "😀.exe",
    "x" * 1000,
    "a;b=c'd",
]


async def _sent(front: Door, content: bytes = b"", name: str = "a.png") -> tuple[Customer, str]:
    """A customer with a file in their conversation."""
    customer = await front.visitor()
    uploaded = await customer.upload(content or samples.png(), name)
    assert uploaded.status == 201, await uploaded.text()
    id_: str = (await uploaded.json())["attachment"]["id"]
    assert (await customer.send_files(id_)).status == 201
    return customer, id_


def _path(customer: Customer, id_: str, *, team: bool = False) -> str:
    prefix = "/v1/agent" if team else "/v1"
    return f"{prefix}/conversations/{customer.conversation}/attachments/{id_}"


async def _get(customer: Customer, id_: str, more: str = "") -> ClientResponse:
    return await customer.call("GET", _path(customer, id_) + more)


@pytest.mark.parametrize(("name", "content"), DISGUISED)
async def test_what_is_not_what_it_seems_is_refused_and_not_kept(
    front: Door, name: str, content: bytes
) -> None:
    customer = await front.visitor()

    response = await customer.upload(content, name)

    problem = await response.json()
    assert (response.status, problem["code"]) == (415, "unsupported_file")
    assert problem["field"] == "file"


@pytest.mark.parametrize("declared", ["text/html", "image/svg+xml", "multipart/form-data", ""])
async def test_a_form_of_another_page_uploads_nothing(front: Door, declared: str) -> None:
    customer = await front.visitor()

    response = await customer.upload(samples.png(), "a.png", **{"Content-Type": declared})

    assert (response.status, (await response.json())["field"]) == (422, "content_type")


@pytest.mark.parametrize("name", NAMES)
async def test_names_lead_nowhere_and_say_nothing_to_browsers(front: Door, name: str) -> None:
    customer, id_ = await _sent(front, name=name)

    saved = await _get(customer, id_)

    disposition = saved.headers["Content-Disposition"]
    said = (await customer.events())[1]["parts"][0]["attachment"]["name"]
    assert saved.status == 200
    assert "Set-Cookie" not in saved.headers
    assert disposition.startswith("attachment; filename=")
    assert disposition.count('"') == 2
    assert disposition.isascii()
    assert said.endswith(".png")
    assert not set('/\\<>"\r\n\u202e') & set(said)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.png", samples.png()), ("a.pdf", samples.PDF), ("a.txt", b"1 < 2 <script>alert(1)")],
)
async def test_a_browser_saves_files_and_runs_nothing_in_them(
    front: Door, name: str, content: bytes
) -> None:
    customer, id_ = await _sent(front, content, name)

    saved = await _get(customer, id_)

    assert saved.headers["Content-Disposition"].startswith("attachment;")
    _assert_locked(saved)


async def test_only_a_drawn_anew_picture_is_shown_and_nothing_runs_in_it(front: Door) -> None:
    customer, id_ = await _sent(front)
    document, pdf = await _sent(front, samples.PDF, "a.pdf")

    shown, none = await _get(customer, id_, "/preview"), await _get(document, pdf, "/preview")

    assert (shown.status, shown.content_type) == (200, "image/webp")
    assert shown.headers["Content-Disposition"] == "inline"
    _assert_locked(shown)
    assert none.status == 404


def _assert_locked(response: ClientResponse) -> None:
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("team", [False, True])
@pytest.mark.parametrize("more", ["", "/preview"])
@pytest.mark.parametrize("who", STRANGERS)
async def test_to_strangers_a_file_is_as_if_there_were_none(
    front: Door, people: People, who: str, more: str, *, team: bool
) -> None:
    customer, id_ = await _sent(front)
    caller = people.callers[who]

    theirs = await caller.call(front, "GET", _path(customer, id_, team=team) + more)
    none = await caller.call(front, "GET", _path(customer, NOBODY_KNOWS, team=team) + more)

    assert theirs.status == none.status
    assert theirs.status == (404 if who in SIGNED_IN_CUSTOMERS and not team else 401)
    assert await theirs.text() == await none.text()


@pytest.mark.parametrize("who", TEAM)
async def test_the_team_sees_what_customers_send(front: Door, people: People, who: str) -> None:
    customer, id_ = await _sent(front)

    seen = await people.callers[who].call(front, "GET", _path(customer, id_, team=True))

    assert seen.status == 200


@pytest.mark.parametrize("who", sorted(SIGNED_IN_CUSTOMERS))
async def test_a_file_is_not_found_under_a_conversation_of_ones_own(
    front: Door, people: People, who: str
) -> None:
    _, id_ = await _sent(front)
    caller = people.callers[who]
    mine = (await (await caller.call(front, "GET", "/v1/conversations")).json())["conversations"]

    for more in ("", "/preview"):
        path = f"/v1/conversations/{mine[0]['id']}/attachments/{id_}{more}"
        assert (await caller.call(front, "GET", path)).status == 404


async def test_nobody_sends_what_somebody_else_uploaded(front: Door) -> None:
    customer, other = await front.visitor(), await front.visitor()
    id_ = (await (await customer.upload(samples.png(), "a.png")).json())["attachment"]["id"]

    theirs, none = await other.send_files(id_), await other.send_files(NOBODY_KNOWS)

    assert theirs.status == none.status == 422
    assert await theirs.text() == await none.text()
    assert (await customer.send_files(id_)).status == 201


async def test_what_was_not_sent_yet_is_shown_to_nobody(front: Door, people: People) -> None:
    customer = await front.visitor()
    id_ = (await (await customer.upload(samples.png(), "a.png")).json())["attachment"]["id"]

    for more in ("", "/preview"):
        mine = await _get(customer, id_, more)
        path = _path(customer, id_, team=True) + more
        theirs = await people.callers["the agent"].call(front, "GET", path)

        assert (mine.status, theirs.status) == (404, 404)


@pytest.mark.parametrize("who", [*STRANGERS, "the auditor", "the admin"])
async def test_strangers_upload_nothing_into_a_conversation(
    front: Door, people: People, who: str
) -> None:
    caller, it = people.callers[who], people.victim.conversation
    for path in (f"/v1/conversations/{it}", f"/v1/agent/conversations/{it}"):
        response = await front.client.post(
            f"{path}/attachments?name=a.png",
            data=samples.png(),
            headers={"Origin": front.origin, **OCTETS, **caller.headers},
        )

        assert response.status in {401, 403, 404}


@pytest.mark.parametrize(
    "id_", ["..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "1", "%00", "null", NOBODY_KNOWS + "x"]
)
async def test_what_is_no_id_names_no_file(front: Door, id_: str) -> None:
    customer = await front.visitor()

    for more in ("", "/preview"):
        assert (await _get(customer, id_, more)).status == 404


async def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit(front: Door) -> None:
    customer = await front.visitor()
    read = 0

    async def endless() -> Any:
        nonlocal read
        while read < 4 * MAX_BYTES:
            read += 64 * 1024
            yield b"a" * 64 * 1024

    path = f"/v1/conversations/{customer.conversation}/attachments?name=a.txt"
    headers = {"Authorization": f"Bearer {customer.session['session']}", **OCTETS}
    response = await front.client.post(path, data=endless(), headers=headers)

    assert (response.status, (await response.json())["code"]) == (413, "too_large")


async def test_a_picture_that_unpacks_to_too_much_is_refused(front: Door) -> None:
    customer = await front.visitor()

    response = await customer.upload(samples.png(8_000, 5_001), "small.png")

    assert (response.status, (await response.json())["code"]) == (413, "too_large")


async def test_numbers_in_names_are_masked_on_every_screen(front: Door, people: People) -> None:
    iban = "DE89370400440532013000"
    customer, _ = await _sent(front, name=f"IBAN {iban}.png")

    path = f"/v1/agent/conversations/{customer.conversation}"
    seen = await people.callers["the agent"].call(front, "GET", path)

    assert iban not in await seen.text()
    assert iban not in str(await customer.events())


async def test_where_a_page_may_embed_us_it_may_read_its_customers_files(shop: Door) -> None:
    customer, id_ = await _sent(shop)

    for more in ("", "/preview"):
        response = await shop.client.get(
            _path(customer, id_) + more,
            headers={
                "Authorization": f"Bearer {customer.session['session']}",
                "Origin": "https://shop.example",
            },
        )

        assert response.headers["Access-Control-Allow-Origin"] == "https://shop.example"
