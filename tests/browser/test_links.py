"""A button under an answer opens the platform's page, for whoever is signed in."""

import re

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from local.product import Product
from tests.browser.people import Chatter, agent, keep

DESKTOP = ViewportSize(width=1280, height=860)
PHONE = ViewportSize(width=390, height=844)
LEAST_TARGET = 44


@pytest.mark.parametrize(
    ("sub", "language", "title", "area"),
    [
        ("murat", "de", "Zur Identitätsprüfung", "Einstellungen → Identität"),
        ("daniel", "en", "Add an account", "Settings → Payouts"),
    ],
)
async def test_the_step_that_helps_is_one_press_away(
    product: Product,
    browser: Browser,
    sub: str,
    language: str,
    title: str,
    area: str,
) -> None:
    phone = language == "en"
    context = await browser.new_context(
        locale="de-DE" if language == "de" else "en-GB",
        viewport=PHONE if phone else DESKTOP,
        color_scheme="dark" if phone else "light",
    )
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/app?sub={sub}")
    if phone:
        await page.locator("#tab-help").click()
    chat = Chatter(page, "Deine Nachricht" if language == "de" else "Your message")

    await chat.say("Wo bleibt mein Geld?" if language == "de" else "where's my payout?")
    link = chat.log.get_by_role("link", name=re.compile(title))
    await expect(link).to_be_visible()
    await link.scroll_into_view_if_needed()
    size = await link.bounding_box()
    await chat.shot(f"links-{language}")
    async with context.expect_page() as opened:
        await link.click()
    there = await opened.value

    assert size is not None
    assert size["height"] >= LEAST_TARGET
    assert size["x"] >= 0
    await expect(there.get_by_role("heading", name=area)).to_be_visible()
    await expect(there.get_by_role("combobox")).to_have_value(sub)
    assert await there.evaluate("window.opener") is None
    await keep(there, f"links-page-{language}")
    await context.close()


async def test_agents_see_which_pages_were_offered(product: Product, browser: Browser) -> None:
    helper = await agent(browser, product)
    context = await browser.new_context(locale="de-DE", viewport=DESKTOP)
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/app?sub=murat")
    murat = Chatter(page, "Deine Nachricht")
    await murat.say("Wo bleibt mein Geld?")
    await expect(
        murat.log.get_by_role("link", name=re.compile("Identitätsprüfung")).last
    ).to_be_visible()

    await helper.looks_at("Assistant")
    await helper.opens("Murat")

    offered = helper.page.get_by_role("list", name="Pages of the platform offered").last
    await expect(offered.get_by_role("link")).to_have_attribute(
        "href", f"{product.url}/demo/app/settings/identity"
    )
    await helper.shot("console-links-en")
    await context.close()
