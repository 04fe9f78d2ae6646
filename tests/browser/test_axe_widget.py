"""No state of the widget, the demo's pages and the help pages has a fault that axe knows of."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.hosts import hosted, tag
from tests.browser.people import Chatter
from tests.browser.talks import teach
from tests.handoff.door import Door

LOOKS = [("light", 1280), ("dark", 390)]
WIDGET = "lotse-chat"


@asynccontextmanager
async def _chat(
    door: Door, port: int, browser: Browser, look: tuple[str, int]
) -> AsyncIterator[Chatter]:
    scheme, width = look
    context = await browser.new_context(
        viewport=ViewportSize(width=width, height=844),
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    teach(door)
    async with hosted(door.origin, port, tag(door.origin)) as shop:
        page = await context.new_page()
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").wait_for()
        yield Chatter(page, "Your message")
    await context.close()


async def _clean(page: Page, state: str) -> None:
    assert await violations(page, WIDGET) == [], state


async def _open(chat: Chatter) -> None:
    await chat.page.get_by_role("button", name="Open support chat").click()
    await expect(chat.page.get_by_role("dialog", name="Support")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=str)
async def test_talking_with_the_assistant(
    embedded: Door, shop_port: int, browser: Browser, look: tuple[str, int]
) -> None:
    async with _chat(embedded, shop_port, browser, look) as chat:
        page = chat.page
        await _clean(page, "closed")
        await _open(chat)
        await _clean(page, "first contact")
        for words, answer in (
            ("payout?", "PO-48213"),
            ("fees?", "Freelancers pay"),
            ("which?", ""),
        ):
            await chat.say(words)
            await chat.reads(answer or "Which one?")
        await _clean(page, "cards and choices")
        await chat.press("PO-70052")
        await page.evaluate("Lotse.guide('write-a-brief')")
        await expect(page.get_by_role("article", name=re.compile("Guide")).last).to_be_visible()
        await _clean(page, "a guide")
        await page.get_by_role("button", name=re.compile("Read the whole article: Which")).click()
        await expect(page.get_by_text("A SEPA transfer is free").first).to_be_visible()
        await _clean(page, "an article")


@pytest.mark.parametrize("look", LOOKS, ids=str)
async def test_with_people_and_afterwards(
    embedded: Door, shop_port: int, browser: Browser, look: tuple[str, int]
) -> None:
    helper = await embedded.agent("Amira")
    async with _chat(embedded, shop_port, browser, look) as chat:
        page = chat.page
        await _open(chat)
        await chat.say("hello")
        await chat.reads("You said: hello")
        await page.get_by_role("button", name="Talk to a person").click()
        await chat.reads(re.compile("A person was asked for"))
        await _clean(page, "in line")
        (row,) = await helper.rows()
        assert (await helper.act(row["id"], "accept")).status == 200
        assert (await helper.say(row["id"], "Hello from Amira")).status == 201
        await chat.reads("Hello from Amira")
        await _clean(page, "with a person")
        await page.get_by_role("button", name="End chat").click()
        await _clean(page, "asked whether to end")
        await page.get_by_role("button", name="End it").click()
        card = page.get_by_role("region", name="How was it?")
        await card.get_by_role("radio", name="5, very").check()
        await _clean(page, "rating")
        await card.get_by_role("button", name="Send rating").click()
        await expect(card.get_by_role("status")).to_contain_text("Thank you")
        await _clean(page, "rated")


async def test_without_a_network(embedded: Door, shop_port: int, browser: Browser) -> None:
    async with _chat(embedded, shop_port, browser, ("light", 1280)) as chat:
        await _open(chat)
        await chat.say("hello")
        await chat.reads("You said: hello")
        await chat.page.context.set_offline(True)  # the library's own signature
        await chat.say("are you there?")
        await expect(chat.page.get_by_text("You are offline")).to_be_visible()
        await _clean(chat.page, "offline")
        await chat.page.context.set_offline(False)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    "path",
    ["/help/de", "/help/en", "/help/en?q=fees", "/help/de/payout-fees", "/help/en/payout-schedule"],
)
async def test_help_pages(
    embedded: Door, browser: Browser, path: str, look: tuple[str, int]
) -> None:
    await _page(browser, f"{embedded.origin}{path}", look)


async def _page(browser: Browser, address: str, look: tuple[str, int]) -> None:
    scheme, width = look
    context = await browser.new_context(
        viewport=ViewportSize(width=width, height=844),
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = await context.new_page()
    await page.goto(address, wait_until="networkidle")
    found = await violations(page)
    await context.close()

    assert found == []
