"""A guide as customers see it: ticked on one device, there on the other and in the next chat."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from local.product import Product
from tests.browser.people import Chatter, freelancer

GUIDE = re.compile("Anleitung|Guide")
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=860)


@asynccontextmanager
async def _device(
    browser: Browser, product: Product, sub: str, language: str, *, phone: bool, dark: bool
) -> AsyncIterator[Chatter]:
    context = await browser.new_context(
        locale="de-DE" if language == "de" else "en-GB",
        viewport=PHONE if phone else DESKTOP,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/app?sub={sub}")
    if phone:
        await page.locator("#tab-help").click()
    composer = "Deine Nachricht" if language == "de" else "Your message"
    await expect(page.get_by_role("textbox", name=composer)).to_be_visible()
    yield Chatter(page, composer)
    await context.close()


async def _open(page: Page, topic: str) -> Locator:
    """As the page around does it."""
    await page.evaluate("topic => window.Lotse.guide(topic)", topic)
    card = page.get_by_role("article", name=GUIDE)
    await expect(card.last).to_be_visible()
    return card.last


LATER = re.compile("Warum\\?|Why\\?")
WORDS = {
    "de": ("Mit ihrer Aufgabe beginnen", "{} von 7 erledigt", "erledigt", "Nächster Schritt"),
    "en": ("Begin with their task", "{} of 7 done", "done", "next step"),
}


@pytest.mark.parametrize(("sub", "language"), [("katja", "de"), ("tomas", "en")])
async def test_a_tick_on_the_phone_is_there_on_the_laptop_and_in_the_next_conversation(
    product: Product, browser: Browser, sub: str, language: str
) -> None:
    step, count, done, on = WORDS[language]
    dark = language == "en"
    async with (
        _device(browser, product, sub, language, phone=True, dark=dark) as phone,
        _device(browser, product, sub, language, phone=False, dark=not dark) as laptop,
    ):
        card = await _open(phone.page, "first-proposal")
        other = laptop.page.get_by_role("article", name=GUIDE).last
        await expect(other).to_be_visible()

        await card.get_by_role("checkbox").first.check()
        await card.get_by_role("checkbox", name=step).check()

        await expect(other.get_by_text(count.format(2))).to_be_visible()
        await phone.shot(f"guide-phone-{language}")
        await laptop.shot(f"guide-desktop-{language}")
        await laptop.say(done)
        await expect(card.get_by_text(count.format(3))).to_be_visible()
        await laptop.say(on)
        await laptop.reads(LATER)
        await _ended(laptop.page, language)
        await laptop.say("Hallo" if language == "de" else "Hello")
        await laptop.reads(re.compile("Lotse"))

        again = await _open(laptop.page, "first-proposal")

        await expect(again.get_by_text(count.format(3))).to_be_visible()
        await laptop.reads(re.compile("3 von 7 Schritten|3 of 7 steps"))


async def _ended(page: Page, language: str) -> None:
    end, sure = ("Chat beenden", "Beenden") if language == "de" else ("End chat", "End it")
    await page.get_by_role("button", name=end, exact=True).click()
    await page.get_by_role("button", name=sure, exact=True).click()


async def test_a_visitor_opens_a_guide_on_somebody_elses_page(
    product: Product, browser: Browser
) -> None:
    context = await browser.new_context(locale="en-GB", viewport=DESKTOP)
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/site")
    await expect(page.get_by_role("button", name="Open support chat")).to_be_visible()

    card = await _open(page, "write-a-brief")

    await expect(card.get_by_role("heading", name="Write a brief")).to_be_focused()
    await card.get_by_role("checkbox", name="The goal in two sentences").check()
    await expect(card.get_by_text("1 of 7 done")).to_be_visible()
    await card.get_by_role("button", name="How and why: Name the setting").click()
    await expect(card.get_by_text("often decide the effort")).to_be_visible()
    await context.close()


async def test_the_apps_button_opens_a_guide_that_knows_what_is_done(
    product: Product, browser: Browser
) -> None:
    context = await browser.new_context(locale="de-DE", viewport=DESKTOP)
    lena = await freelancer(context, product, "lena", "de")

    await lena.page.get_by_role("button", name="Identität bestätigen").click()

    card = lena.page.get_by_role("article", name="Anleitung: Identität bestätigen")
    await expect(card.get_by_text("Schon erledigt, wissen wir").first).to_be_visible()
    await expect(card.get_by_text("Alles erledigt. Gut gemacht!")).to_be_visible()
    await lena.shot("guide-known-de")
    await context.close()
