"""The widget on somebody else's strict page, from another origin: it works, and leaves no trace."""

import re

from aiohttp.test_utils import unused_port
from playwright.async_api import BrowserContext, ConsoleMessage, Page, Route, expect

from tests.browser.hosts import hosted, tag
from tests.browser.people import Chatter
from tests.handoff.door import Door

TRACES = """() => ({
  globals: Object.getOwnPropertyNames(window)
    .filter((name) => !window.namesBefore.includes(name) && name !== 'namesBefore'),
  styles: document.querySelectorAll('style, link, [style]:not(lotse-chat)').length,
  inBody: [...document.body.children].map((element) => element.localName),
  cookies: document.cookie,
})"""


def _heard(page: Page) -> list[str]:
    """Everything the console complains about from now on."""
    heard: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            heard.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


async def _open(page: Page) -> Chatter:
    await page.get_by_role("button", name="Open support chat").click()
    return Chatter(page, "Your message")


async def test_one_tag_is_all_that_a_strict_page_needs(
    embedded: Door, shop_port: int, page: Page
) -> None:
    heard = _heard(page)
    fees = {"slug": "payout-fees", "language": "en", "title": "Fees", "passage": "Two euros."}
    article = {"custom": {"article": {**fees, "url": "/help/en/payout-fees"}}}
    embedded.rasa.script["fees?"] = [article, {"text": "There you are."}]
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        chat = await _open(page)

        await chat.say("fees?")
        await chat.reads("There you are.")
        voted = page.expect_response("**/helpful")
        async with voted as answer:
            await page.get_by_role("button", name="Yes, it helped").click()
        traces = await page.evaluate(TRACES)

    assert (await answer.value).status == 200
    assert heard == []
    assert traces == {
        "globals": ["Lotse"],
        "styles": 0,
        "inBody": ["h1", "p", "div", "lotse-chat"],
        "cookies": "",
    }


async def test_a_second_tag_is_refused_in_words(embedded: Door, shop_port: int, page: Page) -> None:
    heard = _heard(page)
    both = [tag(embedded.origin)] * 2  # async scripts run in any order: whichever is first stays
    async with hosted(embedded.origin, shop_port, *both) as shop:
        await page.goto(shop)
        chat = await _open(page)
        await chat.say("hello")

        await chat.reads("You said: hello")
        await expect(page.locator("lotse-chat")).to_have_count(1)

    assert heard == ["Lotse is on this page already; the second script tag is ignored."]


async def test_the_title_tells_what_is_new_while_nobody_looks(
    embedded: Door, shop_port: int, page: Page
) -> None:
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        chat = await _open(page)
        await chat.say("hello")
        await chat.reads("You said: hello")
        await page.get_by_role("button", name="Talk to a person").click()
        await chat.reads(re.compile("A person was asked for"))
        await _look(page, away=True)

        helper = await embedded.agent("Amira")
        (row,) = await helper.rows()
        assert (await helper.act(row["id"], "accept")).status == 200
        assert (await helper.say(row["id"], "Hello from Amira")).status == 201
        await expect(page).to_have_title("(1) A shop")
        await _look(page, away=False)

        await expect(page).to_have_title("A shop")
        await chat.reads("Hello from Amira")


async def _look(page: Page, *, away: bool) -> None:
    """Headless browsers show every page: what the page is told is changed instead."""
    await page.evaluate(
        """(state) => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        "hidden" if away else "visible",
    )


async def test_a_chat_that_cannot_be_loaded_says_so_and_comes_with_the_network(
    embedded: Door, shop_port: int, visitor: BrowserContext
) -> None:
    page = await visitor.new_page()
    lost = True

    async def lose(route: Route) -> None:
        await (route.abort() if lost else route.continue_())

    await page.route("**/panel-*.js", lose)
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").click()
        await expect(page.get_by_role("alert")).to_contain_text("could not be loaded")

        lost = False
        await page.evaluate("window.dispatchEvent(new Event('online'))")

        await expect(page.get_by_role("dialog", name="Support")).to_be_visible()
        await expect(page.get_by_role("alert")).to_have_count(0)


async def test_a_page_that_may_not_embed_us_gets_no_session(embedded: Door, page: Page) -> None:
    other = unused_port()
    async with hosted(embedded.origin, other, tag(embedded.origin)) as shop:
        await page.goto(shop)
        async with page.expect_event("requestfailed") as failed:
            await page.get_by_role("button", name="Open support chat").click()

        assert (await failed.value).url == f"{embedded.origin}/v1/sessions"
        await expect(page.get_by_text("Connection lost")).to_be_visible()
