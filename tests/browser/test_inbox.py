"""The inbox as agents use it, two of them at once: search, the customer's file, company."""

import re
from uuid import uuid4

from playwright.async_api import Browser, BrowserContext, expect

from local.product import Product
from tests.browser.people import agent, client


async def test_what_was_said_is_found_and_colleagues_see_each_other(
    product: Product, browser: Browser, visitor: BrowserContext
) -> None:
    word = f"zwetschge{uuid4().hex[:6]}"
    chat = await client(visitor, product)
    await chat.say(f"My {word} <b>is</b> lost")
    await chat.reads(re.compile(word))
    amira, bo = await agent(browser, product, 0), await agent(browser, product, 1)

    for helper in (amira, bo):
        await helper.page.get_by_role("heading", name="Choose a conversation").wait_for()
        await helper.page.keyboard.press("/")
        await helper.page.get_by_role("searchbox", name="Search everything said").fill(word)
        await helper.page.locator(".hit").first.click()
        await expect(helper.page.locator(".hit mark").first).to_have_text(word)

    await expect(amira.page.locator(".hit-text").first).to_contain_text("<b>is</b>")
    await expect(amira.page.locator("[data-seq] .bubble", has_text=word).first).to_be_visible()
    await expect(amira.page.get_by_text("looking at this too")).to_be_visible()
    await bo.page.get_by_role("button", name="Write a note").click()
    await bo.page.get_by_role("textbox", name=re.compile("Internal note")).fill("I have a look")
    await expect(amira.page.get_by_text("writing here too")).to_be_visible()
    await amira.page.get_by_role("button", name="Everything with this customer").click()
    everything = amira.page.get_by_role("log", name=re.compile("Everything with"))
    await expect(everything.get_by_text(word).first).to_be_visible()
    await amira.shot("inbox-search")


async def test_a_narrowed_list_is_kept_and_found_again_after_a_reload(
    product: Product, browser: Browser
) -> None:
    name = f"German {uuid4().hex[:6]}"
    helper = await agent(browser, product, 0)
    page = helper.page

    await page.keyboard.press("9")
    await page.get_by_role("button", name="Filter", exact=True).click()
    await page.get_by_label("Language").select_option("de")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Remove filter: German")).to_be_visible()
    await page.get_by_role("button", name="Keep this view").click()
    await page.get_by_label("Name").fill(name)
    await page.get_by_role("button", name="Keep", exact=True).click()
    await page.goto(f"{product.url}/console/queue")
    await helper.looks_at(name)

    await expect(page).to_have_url(re.compile(r"/console/all\?language=de"))
