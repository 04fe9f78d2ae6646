"""Whether articles helped, over HTTP: in chats, on the help pages, and for those who lead."""

from uuid import uuid4

import pytest
from aiohttp import ClientResponse

from handoff.domain.people import Role
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json
from tests.redises import RedisServer

HELPFUL = "/v1/conversations/{conversation}/events/{seq}/helpful"
USEFULNESS = "/v1/agent/articles/usefulness"
PAGE = "/help/en/{slug}/helpful"
FEES = {
    "slug": "payout-fees",
    "language": "en",
    "title": "Fees",
    "url": "/help/en/payout-fees",
    "passage": "Two euros.",
}


async def _shown(front: Door, customer: Customer) -> int:
    """The assistant shows an article; where it does."""
    text = f"fees? {uuid4()}"
    front.rasa.script[text] = [{"custom": {"article": FEES}}, {"text": "Does it answer?"}]
    device = await customer.socket()
    receipt = await customer.say(text)
    said = await device.event("assistant_said", in_reply_to=receipt["seq"])
    seq: int = said["seq"]
    return seq


async def _vote(customer: Customer, seq: int, **body: object) -> ClientResponse:
    path = f"/v1/conversations/{customer.conversation}/events/{seq}/helpful"
    return await customer.call("PUT", path, {"slug": "payout-fees", **body})


async def _useful(lead: Helper, query: str = "") -> Json:
    response = await lead.call("GET", f"/articles/usefulness{query}")
    found: Json = await response.json()
    assert_answer("GET", USEFULNESS, response.status, found)
    return found


async def _figures(lead: Helper, slug: str) -> tuple[int, int, int]:
    found = {it["slug"]: it for it in (await _useful(lead))["articles"] if it["language"] == "en"}
    it = found.get(slug, {"shown": 0, "helpful": 0, "not_helpful": 0})
    return it["shown"], it["helpful"], it["not_helpful"]


async def _lead(front: Door) -> Helper:
    return await front.agent(f"L{uuid4().hex[:8]}", Role.LEAD)


async def _press(front: Door, slug: str, answer: str, **headers: str) -> ClientResponse:
    front.client.session.cookie_jar.clear()  # each time another browser, unless headers say not
    return await front.client.post(
        PAGE.format(slug=slug),
        data={"helpful": answer},
        headers={"Origin": front.origin, **headers},
        allow_redirects=False,
    )


def _cookie(response: ClientResponse) -> str:
    return f"lotse_reader={response.cookies['lotse_reader'].value}"


async def test_a_customer_says_whether_an_article_helped_and_says_otherwise(front: Door) -> None:
    customer, lead = await front.visitor(), await _lead(front)
    shown, yes, no = await _figures(lead, "payout-fees")
    seq = await _shown(front, customer)

    first, again = (
        await _vote(customer, seq, helpful=True),
        await _vote(customer, seq, helpful=True),
    )
    once = await _figures(lead, "payout-fees")
    other = await _vote(customer, seq, helpful=False)

    body = await other.json()
    assert [first.status, again.status, other.status] == [200, 200, 200]
    assert_answer("PUT", HELPFUL, 200, body)
    assert body == {"slug": "payout-fees", "helpful": False}
    assert once == (shown + 1, yes + 1, no)
    assert await _figures(lead, "payout-fees") == (shown + 1, yes, no + 1)


async def test_what_the_assistant_is_told_counts_for_the_article(front: Door) -> None:
    customer, lead = await front.visitor(), await _lead(front)
    await _shown(front, customer)
    shown, yes, no = await _figures(lead, "payout-fees")
    said = {"slug": "payout-fees", "language": "en", "helpful": True}
    front.rasa.script["yes, thanks!"] = [{"text": "Glad."}, {"custom": {"article_vote": said}}]
    device = await customer.socket()

    receipt = await customer.say("yes, thanks!")

    await device.event("assistant_said", in_reply_to=receipt["seq"])
    assert await _figures(lead, "payout-fees") == (shown, yes + 1, no)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"slug": "tax-data", "helpful": True}, 404),
        ({"slug": "../fees", "helpful": True}, 422),
        ({"slug": "", "helpful": True}, 422),
        ({"helpful": None}, 422),
        ({"helpful": "perhaps"}, 422),
        ({}, 422),
        ({"helpful": True, "why": "so"}, 422),
    ],
)
async def test_what_was_not_shown_or_is_no_vote_is_refused(
    front: Door, body: Json, status: int
) -> None:
    customer = await front.visitor()
    seq = await _shown(front, customer)

    response = await _vote(customer, seq, **body)

    assert response.status == status
    assert_answer("PUT", HELPFUL, status, await response.json())


@pytest.mark.parametrize("seq", ["0", "1", "999999999", "x", "-1", "9" * 12])
async def test_a_place_that_shows_no_article_takes_no_vote(front: Door, seq: str) -> None:
    customer = await front.visitor()
    path = f"/v1/conversations/{customer.conversation}/events/{seq}/helpful"

    response = await customer.call("PUT", path, {"slug": "payout-fees", "helpful": True})

    assert response.status == 404


async def test_usefulness_has_a_share_with_its_interval_worst_first(front: Door) -> None:
    lead = await _lead(front)
    for slug, pressed in (("invoices-statements", "no"), ("portfolio", "yes")):
        for _ in range(3):
            assert (await _press(front, slug, pressed)).status == 200

    found = await _useful(lead, "?days=1")

    order = [it["slug"] for it in found["articles"]]
    by_slug = {it["slug"]: it for it in found["articles"]}
    assert found["days"] == 1
    assert order.index("invoices-statements") < order.index("portfolio")
    assert by_slug["portfolio"]["share"]["value"] == 1.0
    assert by_slug["portfolio"]["share"]["low"] == pytest.approx(0.4385, abs=1e-3)


@pytest.mark.parametrize("days", ["0", "366", "-1", "x", "", "1.5"])
async def test_days_that_are_none_are_refused(front: Door, days: str) -> None:
    response = await (await _lead(front)).call("GET", f"/articles/usefulness?days={days}")

    problem = await response.json()
    assert (response.status, problem["field"]) == (422, "days")
    assert "1 to 365" in problem["detail"]


async def test_the_page_asks_takes_the_answer_without_a_script_and_says_thanks(
    front: Door,
) -> None:
    page = await (await front.client.get("/help/de/tax-data")).text()

    response = await front.client.post(
        "/help/de/tax-data/helpful", data={"helpful": "no"}, headers={"Origin": front.origin}
    )

    thanks = await response.text()
    assert 'action="/help/de/tax-data/helpful#helpful"' in page
    assert (response.status, response.content_type) == (200, "text/html")
    assert "form-action 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert "Danke" in thanks
    assert '<form class="helpful"' not in thanks


async def test_a_browser_has_one_vote_on_an_article_and_keeps_its_cookie(front: Door) -> None:
    lead = await _lead(front)
    _, yes, no = await _figures(lead, "name-mismatch")

    first = await _press(front, "name-mismatch", "yes")
    again = await _press(front, "name-mismatch", "no", Cookie=_cookie(first))
    other = await _press(front, "tax-data", "yes", Cookie=_cookie(again))

    reader = first.cookies["lotse_reader"]
    assert (reader["httponly"], reader["samesite"], reader["path"]) == (True, "Lax", "/help")
    assert int(reader["max-age"]) > 0
    assert _cookie(first) == _cookie(again) == _cookie(other)
    assert (await _figures(lead, "name-mismatch"))[1:] == (yes, no + 1)


@pytest.mark.parametrize("made_up", ["", "x", "y" * 5000, "%00", "a" * 21 + "/"])
async def test_a_cookie_that_is_not_ours_is_replaced(front: Door, made_up: str) -> None:
    response = await _press(front, "tax-data", "yes", Cookie=f"lotse_reader={made_up}")

    assert response.status == 200
    assert len(response.cookies["lotse_reader"].value) == 22
    assert response.cookies["lotse_reader"].value != made_up


async def test_over_https_the_cookie_goes_over_https_only(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, secure_cookies=True) as door:
        response = await _press(door, "tax-data", "yes")

    assert response.cookies["lotse_reader"]["secure"] is True


@pytest.mark.parametrize("body", [b"", b"helpful=perhaps", b"helpful=yes&x=1", b'{"helpful":true}'])
async def test_what_the_form_cannot_send_is_refused(front: Door, body: bytes) -> None:
    response = await front.client.post(
        PAGE.format(slug="tax-data"), data=body, headers={"Origin": front.origin}
    )

    assert (response.status, (await response.json())["field"]) == (422, "helpful")
    assert "Set-Cookie" not in response.headers


async def test_there_is_no_vote_on_a_page_that_is_not_there(front: Door) -> None:
    unknown = await _press(front, "how-to-fly", "yes")
    back = await front.client.get(PAGE.format(slug="how-to-fly"), allow_redirects=False)

    assert (unknown.status, back.status) == (404, 404)
    assert "Set-Cookie" not in unknown.headers


async def test_whoever_comes_back_to_where_the_form_led_finds_the_article(front: Door) -> None:
    back = await front.client.get(PAGE.format(slug="tax-data"), allow_redirects=False)

    assert (back.status, back.headers["Location"]) == (302, "/help/en/tax-data")
