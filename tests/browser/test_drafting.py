"""Drafts and help pages at the console: put into the field, changed, sent by the agent alone."""

import re

from playwright.async_api import Browser, expect

from payouts.book import PayoutBook
from tests.browser.desks import at_desk
from tests.browser.people import keep
from tests.handoff.door import Door
from tests.payouts.examples import customer_event, payout_event


async def _lena(door: Door) -> None:
    book = PayoutBook(door.database.sessions)
    await book.record(customer_event())
    await book.record(payout_event("p1", "returned", reason="name_mismatch"))


async def test_a_draft_is_read_changed_and_sent_by_the_agent(browser: Browser, door: Door) -> None:
    await _lena(door)
    async with at_desk(browser, door, color_scheme="dark") as desk:
        lena = await door.customer("lena", name="Lena Brandt")
        await desk.answers(lena)

        await desk.page.locator("h1").focus()
        await desk.page.keyboard.press("v")
        await expect(desk.writer).to_have_value(re.compile("^Hi Lena,.*PO-48213", re.DOTALL))
        await expect(desk.page.get_by_text("Draft from 2 sources")).to_be_visible()
        await desk.page.get_by_text("Draft from 2 sources").click()
        await expect(desk.page.get_by_text("Payout PO-48213: Returned")).to_be_visible()
        await keep(desk.page, "draft-sources-dark")
        assert "agent_said" not in str(await lena.events()), "nothing goes by itself"
        await desk.writer.press("End")
        await desk.writer.fill("Hi Lena, please add an account in your own name.")
        await desk.writer.press("Control+Enter")

        await expect(desk.page.get_by_text("Began as a draft, changed")).to_be_visible()
        await keep(desk.page, "draft-sent-dark")
        [said] = [event for event in await lena.events() if event["type"] == "agent_said"]
        assert [part["kind"] for part in said["parts"]] == ["text", "article"]
        assert "draft" not in said


async def test_a_draft_outlives_a_reload_with_its_sources(browser: Browser, door: Door) -> None:
    await _lena(door)
    async with at_desk(browser, door) as desk:
        await desk.answers(await door.customer("lena", name="Lena Brandt"))
        await desk.page.get_by_role("button", name="Draft").click()
        await expect(desk.page.get_by_text("Draft from 2 sources")).to_be_visible()
        before = await desk.writer.input_value()

        await desk.page.reload()

        await expect(desk.writer).to_have_value(before)
        await expect(desk.page.get_by_text("Draft from 2 sources")).to_be_visible()


async def test_a_help_page_that_fits_is_suggested_while_typing_and_put_below(
    browser: Browser, door: Door
) -> None:
    async with at_desk(browser, door) as desk:
        customer = await door.visitor("en")
        await desk.answers(customer, "hello")

        await desk.writer.press_sequentially("You can change your bank account any time")
        suggested = desk.page.get_by_role("button", name="Show below the message").first
        await expect(suggested).to_be_visible()
        await keep(desk.page, "articles-suggested")
        await suggested.click()
        await expect(desk.page.get_by_role("button", name="Take off")).to_be_visible()
        await desk.writer.press("Control+Enter")
        await expect(desk.writer).to_have_value("")
        await expect(desk.page.locator(".said .card a")).to_be_visible()

        [said] = [event for event in await customer.events() if event["type"] == "agent_said"]
        assert said["parts"][1]["article"]["language"] == "en"
