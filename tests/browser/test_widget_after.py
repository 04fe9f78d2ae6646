"""What a customer does beside talking: reads an article in the chat, and says how it was."""

import re

from playwright.async_api import Browser, expect

from tests.browser.hosts import hosted, tag
from tests.browser.people import Chatter
from tests.handoff.door import PASSWORD, Door

FEES = {
    "slug": "payout-fees",
    "language": "en",
    "title": "Which fees do I pay?",
    "url": "/help/en/payout-fees",
    "passage": "Freelancers pay a 10% service fee on released amounts.",
}


async def test_an_article_is_read_in_the_chat_and_the_chat_is_as_it_was(
    embedded: Door, shop_port: int, browser: Browser
) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 860})
    page = await context.new_page()
    embedded.rasa.script["fees?"] = [{"custom": {"article": FEES}}]
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").click()
        chat = Chatter(page, "Your message")
        await chat.say("fees?")
        opener = page.get_by_role("button", name=re.compile("Read the whole article"))
        await opener.click()

        reader = page.get_by_role("region", name="Help article")
        await expect(reader.get_by_role("heading", name="Which fees do I pay?")).to_be_focused()
        await expect(reader.get_by_text("A SEPA transfer is free").first).to_be_visible()
        await expect(page.locator(".talk")).to_have_attribute("inert", "")
        await chat.shot("widget-reader-en")
        await reader.get_by_role("link", name="paying for work").first.click()
        await expect(reader.get_by_role("heading", level=2)).to_contain_text("pay")
        await page.keyboard.press("Escape")

        await expect(reader).to_have_count(0)
        await expect(opener).to_be_focused()
        await expect(page.get_by_role("dialog", name="Support")).to_be_visible()
    await context.close()


async def test_a_rating_is_given_once_and_agents_see_it(
    embedded: Door, shop_port: int, browser: Browser
) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    helper = await embedded.agent("Amira")
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").click()
        chat = Chatter(page, "Your message")
        await chat.say("hello")
        await chat.reads("You said: hello")
        await page.get_by_role("button", name="End chat").click()
        await page.get_by_role("button", name="End it").click()

        card = page.get_by_role("region", name="How was it?")
        await card.get_by_role("radio", name="4", exact=True).check()
        await card.get_by_role("radio", name="7, very easy").check()
        await card.get_by_role("textbox").fill("<b>quick</b>")
        await chat.shot("widget-rating-en")
        await card.get_by_role("button", name="Send rating").click()
        await expect(card.get_by_role("status")).to_contain_text("Thank you")
        await page.reload()
        await page.get_by_role("button", name="Open support chat").click()
        await expect(card.get_by_role("status")).to_contain_text("Thank you")
        await expect(card.get_by_role("radio")).to_have_count(0)

    (row,) = await helper.rows("closed")
    desk = await browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 860})
    console = await desk.new_page()
    await console.goto(f"{embedded.origin}/console/closed/{row['id']}")
    await console.get_by_label("E-mail").fill(helper.agent["email"])
    await console.get_by_label("Password").fill(PASSWORD)
    await console.keyboard.press("Enter")
    shown = console.get_by_role("region", name="The customer's rating")
    await expect(shown).to_contain_text("Satisfaction 4 of 5")
    await expect(shown).to_contain_text("Ease 7 of 7")
    await expect(shown.get_by_text("<b>quick</b>")).to_be_visible()
    await desk.close()
    await context.close()
