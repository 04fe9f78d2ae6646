"""Our own pages, and the files behind them."""

import pytest
from yarl import URL

from tests.handoff.door import Door
from tests.security.people import EVIL

TRAVERSALS = [
    "/assets/widget/../../../secret.txt",
    "/assets/widget/..%2F..%2F..%2Fsecret.txt",
    "/assets/widget/..%2f..%2f..%2fsecret.txt",
    "/assets/widget/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
    "/assets/widget/..%5c..%5c..%5csecret.txt",
    "/assets/widget/%252e%252e%252fsecret.txt",
    "/assets/widget/%2Fetc%2Fpasswd",
    "/assets/widget/link.js",
    "/assets/widget/",
    "/assets/widget/.",
    "/assets/widget/..",
    "/assets/widget/%00",
    "/assets/widget/chunk.js%00.png",
    "/assets/widget/" + "x" * 300,
    "/assets/widget/" + "x" * 5000,
    "/assets/widget/%ff",
    "/console/assets/..%2F..%2F..%2Fsecret.txt",
    "/console/assets/%00",
    "/console/assets/" + "x" * 300,
]


@pytest.mark.parametrize("path", TRAVERSALS, ids=lambda path: path[:60])
async def test_nothing_outside_the_web_build_is_served(shop: Door, path: str) -> None:
    response = await shop.client.get(URL(path, encoded=True))

    assert response.status == 404
    assert "secret" not in await response.text()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/widget.js", "widget"),
        ("/assets/widget/chunk.js", "chunk"),
        ("/console/assets/app.js", "app"),
    ],
)
async def test_what_is_in_the_web_build_is_served(shop: Door, path: str, text: str) -> None:
    response = await shop.client.get(path)

    assert (response.status, await response.text()) == (200, text)
    assert response.headers["X-Content-Type-Options"] == "nosniff"


PAGES = [
    "/console",
    "/console/",
    "/console/queue/some/case",
    "/console/..%2F..%2Fsecret.txt",
    "/help/de",
    "/help/en",
    "/help/en?q=payout",
    "/help/en?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/help/en/account-locked",
]


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_runs_nothing_but_our_own_scripts_and_is_framed_by_nobody(
    shop: Door, path: str
) -> None:
    response = await shop.client.get(URL(path, encoded=True))

    assert (response.status, response.content_type) == (200, "text/html")
    policy = dict(
        part.strip().split(" ", 1)
        for part in response.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    page = await response.text()
    assert "<script>alert" not in page
    assert " style=" not in page


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/readyz", "/openapi.json", "/metrics", "/v1/sessions/current", "/nothing"],
)
async def test_every_answer_is_taken_for_what_it_is_and_kept_by_nobody(
    front: Door, path: str
) -> None:
    response = await front.client.get(path)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("language", "home"),
    [("de-DE,de;q=0.9", "/help/de"), ("en", "/help/en"), ("fr", "/help/en"), ("", "/help/en")],
)
async def test_the_help_pages_begin_in_the_browsers_language(
    front: Door, language: str, home: str
) -> None:
    response = await front.client.get(
        "/help", headers={"Accept-Language": language}, allow_redirects=False
    )
    style = await front.client.get("/help/style.css")

    assert (response.status, response.headers["Location"]) == (302, home)
    assert (style.status, style.content_type) == (200, "text/css")


async def test_an_article_names_its_address_as_the_browser_knows_it(front: Door) -> None:
    page = await (await front.client.get("/help/en/payout-fees")).text()

    assert f"<span>{front.origin}/help/en/payout-fees</span>" in page


async def test_an_address_made_up_for_us_is_shown_as_text(front: Door) -> None:
    headers = {"Host": 'x"><script>alert(1)</script>'}
    page = await (await front.client.get("/help/en/payout-fees", headers=headers)).text()

    assert "<script>" not in page


async def test_a_drawing_is_only_ever_a_drawing(front: Door) -> None:
    response = await front.client.get("/help/pictures/payout-states.de.svg")

    assert (response.status, response.content_type) == (200, "image/svg+xml")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'"
    )
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert "<title>Der Weg einer Auszahlung</title>" in await response.text()


@pytest.mark.parametrize(
    "name", ["none.de.svg", "payout-states", "..%2ffacts.yml", "..%2f..%2fkb%2ffacts.yml", "%00"]
)
async def test_there_is_nothing_but_drawings_among_the_drawings(front: Door, name: str) -> None:
    response = await front.client.get(URL(f"/help/pictures/{name}", encoded=True))

    assert (response.status, response.content_type) == (404, "application/problem+json")


@pytest.mark.parametrize("path", ["/widget.js", "/assets/widget/chunk.js"])
async def test_every_page_may_load_the_widget(shop: Door, path: str) -> None:
    response = await shop.client.get(path, headers={"Origin": EVIL})

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", ["/help/fr", "/help/en/nothing", "/help/en/%00", "/help/en/..%2f"])
async def test_an_unknown_article_is_a_problem_and_no_page(front: Door, path: str) -> None:
    response = await front.client.get(URL(path, encoded=True))

    assert (response.status, response.content_type) == (404, "application/problem+json")
