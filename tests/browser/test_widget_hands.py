"""The widget with hostile words in every field, by the keyboard alone, and read from the right."""

import re

from playwright.async_api import Page, expect

from tests.browser.hosts import hosted, tag
from tests.browser.people import Chatter
from tests.browser.talks import hostile, teach
from tests.handoff.door import Door

FOCUSED = """() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found?.getAttribute('aria-label') ?? found?.textContent?.trim() ?? '';
}"""


async def _tab_to(page: Page, name: str) -> None:
    """By the keyboard, as far as it goes."""
    passed = []
    for _ in range(30):
        await page.keyboard.press("Tab")
        passed.append(await page.evaluate(FOCUSED))
        if name in passed[-1]:
            return
    raise AssertionError(f"{name} is not among {passed}")


async def test_hostile_words_in_every_field_stay_words(
    embedded: Door, shop_port: int, page: Page
) -> None:
    teach(embedded)
    helper = await embedded.agent(hostile("agent"))
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").click()
        chat = Chatter(page, "Your message")
        await chat.say(hostile("own words"))
        await chat.say("everything bad")
        for field in ("text", "button", "title", "passage"):
            await chat.reads(hostile(field))
        for field in ("reference", "amount", "method"):
            await expect(page.get_by_text(hostile(field)).first).to_be_visible()
        await page.get_by_role("button", name="Talk to a person").click()
        await chat.reads(re.compile("A person was asked for"))
        (row,) = await helper.rows()
        await helper.act(row["id"], "accept")
        await helper.say(row["id"], hostile("agent's words"))
        await chat.reads(hostile("agent's words"))

        assert await page.evaluate("window.owned ?? null") is None
        assert await page.locator("lotse-chat :is(img, script, iframe)").count() == 0
        assert await page.locator("lotse-chat a[href^='javascript']").count() == 0


async def test_the_keyboard_is_enough(embedded: Door, shop_port: int, page: Page) -> None:
    async with hosted(embedded.origin, shop_port, tag(embedded.origin)) as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").wait_for()
        await _tab_to(page, "Open support chat")
        await page.keyboard.press("Enter")
        composer = page.get_by_role("textbox", name="Your message")
        await expect(composer).to_be_focused()
        await page.keyboard.type("hello")
        # Before the chat has a session, words stay in the field.
        await expect(page.get_by_role("button", name="Send", exact=True)).to_be_enabled()
        await page.keyboard.press("Enter")
        log = page.get_by_role("log")
        await expect(log.get_by_text("You said: hello")).to_be_visible()
        await expect(log).to_have_attribute("aria-live", "polite")
        await expect(composer).to_be_focused()
        await page.keyboard.press("Escape")
        launcher = page.get_by_role("button", name="Open support chat")
        await expect(launcher).to_be_focused()
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Close chat").first.focus()
        await _tab_to(page, "End chat")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="End it")).to_be_focused()
        await page.keyboard.press("Enter")

        card = page.get_by_role("region", name="How was it?")
        await card.get_by_role("radio").first.focus()
        await page.keyboard.press("ArrowRight")
        await expect(card.get_by_role("radio", name="2", exact=True).first).to_be_checked()
        await _tab_to(page, "Send rating")
        await page.keyboard.press("Enter")
        await expect(card.get_by_role("status")).to_contain_text("Thank you")


async def test_on_a_page_read_from_the_right_it_stands_on_the_left(
    embedded: Door, shop_port: int, page: Page
) -> None:
    await page.set_viewport_size({"width": 1280, "height": 860})
    script = tag(embedded.origin)
    async with hosted(embedded.origin, shop_port, script, direction="rtl") as shop:
        await page.goto(shop)
        await page.get_by_role("button", name="Open support chat").click()
        chat = Chatter(page, "Your message")
        await chat.say("hello")
        await chat.reads("You said: hello")
        panel = await page.get_by_role("dialog", name="Support").bounding_box()
        own = await page.locator(".by-customer .bubble").bounding_box()
        other = await page.locator(".by-assistant .bubble").bounding_box()
        await chat.shot("widget-rtl")

    assert panel is not None
    assert own is not None
    assert other is not None
    assert panel["x"] < 100
    assert own["x"] < other["x"]
