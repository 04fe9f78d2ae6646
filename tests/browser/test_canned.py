"""Canned replies and macros at the console: written, found by a slash, sent with their steps."""

from uuid import uuid4

import pytest
from playwright.async_api import Browser, Page, expect

from handoff.domain.people import Role
from tests.browser.desks import Desk, at_desk
from tests.browser.people import keep
from tests.handoff.door import Door
from tests.handoff.ends import Helper, Json

SOLVED: Json = {
    "shortcut": "solved",
    "title": "Solved, and goodbye",
    "text": {
        "de": "Schön, {customer_name}! Viele Grüße, {agent_name}",
        "en": "Glad that worked, {customer_name}! Best wishes, {agent_name}",
    },
    "own": True,
    "steps": {"tags": ["payout"], "close": "resolved"},
}


async def _written(agent: Helper, **changes: object) -> None:
    response = await agent.call("PUT", f"/canned-replies/{uuid4()}", {**SOLVED, **changes})
    assert response.status == 200, await response.text()


async def _commanded(page: Page, command: str) -> None:
    await page.keyboard.press("Control+k")
    await page.get_by_role("searchbox").fill(command)
    await page.get_by_role("menuitem", name=command).click()


async def test_a_macro_is_found_behind_a_slash_filled_in_and_sent_with_its_steps(
    browser: Browser, door: Door
) -> None:
    async with at_desk(browser, door) as desk:
        await _written(desk.agent)
        await _written(desk.agent, shortcut="moment", title="One moment", steps={})
        lena = await door.customer("lena", name="Lena Brandt")
        await desk.answers(lena)

        await desk.writer.press_sequentially("/sol")
        options = desk.page.get_by_role("listbox", name="Canned replies").get_by_role("option")
        await expect(options).to_have_count(1)
        await keep(desk.page, "canned-slash")
        await desk.writer.press("Enter")
        await expect(desk.writer).to_have_value("Glad that worked, Lena! Best wishes, Amira")
        await expect(desk.page.get_by_text("Close: Resolved", exact=True)).to_be_visible()
        await keep(desk.page, "canned-macro")
        assert "agent_said" not in str(await lena.events()), "nothing goes by itself"
        await desk.writer.press("Control+Enter")
        await expect(desk.page.locator(".composer")).to_contain_text("closed")

        row = (await desk.agent.case(lena.conversation))["row"]
        assert (row["state"], row["tags"]) == ("closed", ["payout"])


async def test_a_step_can_be_left_out(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door) as desk:
        await _written(desk.agent)
        lena = await door.customer("lena", name="Lena Brandt")
        await desk.answers(lena)

        await desk.writer.press_sequentially("/solved")
        await desk.writer.press("Tab")
        await desk.page.get_by_role("button", name="Leave out: Close: Resolved").click()
        await desk.writer.press("Control+Enter")
        await expect(desk.page.get_by_role("button", name="Remove tag payout")).to_be_visible()

        assert (await desk.agent.case(lena.conversation))["row"]["state"] == "agent"


async def test_what_nobody_knows_must_be_filled_in_before_it_goes(
    browser: Browser, door: Door
) -> None:
    async with at_desk(browser, door) as desk:
        text = {"de": "Am {expected_on}.", "en": "It comes on {expected_on}."}
        await _written(desk.agent, text=text, steps={})
        await desk.answers(await door.visitor("en"))

        await desk.writer.press_sequentially("/solved")
        await desk.writer.press("Enter")
        await expect(desk.page.get_by_text("Not known in this case: {expected_on}")).to_be_visible()
        await expect(desk.page.get_by_role("button", name="Send")).to_be_disabled()
        await desk.writer.fill("It comes soon.")

        await expect(desk.page.get_by_role("button", name="Send")).to_be_enabled()


async def _fills_in(desk: Desk, **texts: str) -> None:
    for label, text in texts.items():
        await desk.page.get_by_role("textbox", name=label.replace("_", " ")).fill(text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_lead_writes_one_for_a_team_and_is_told_of_mistakes_while_typing(
    browser: Browser, door: Door, scheme: str
) -> None:
    async with at_desk(browser, door, "Ruth", Role.LEAD, color_scheme=scheme) as desk:
        await _commanded(desk.page, "Edit canned replies")
        await desk.page.get_by_role("button", name="New reply").click()
        await _fills_in(
            desk,
            Shortcut="name-mismatch",
            Title="Other name",
            Text_in_German="Hallo {kunde}",
            Text_in_English="Hi ",
        )
        await expect(desk.page.get_by_text("{kunde} is no variable.")).to_be_visible()
        await expect(desk.page.get_by_role("button", name="Save")).to_be_disabled()
        await keep(desk.page, f"canned-form-{scheme}")
        await _fills_in(desk, Text_in_German="Hallo {customer_name}")
        first_name = desk.page.get_by_role("button", name="First name")
        await desk.page.get_by_role("textbox", name="Text in English").focus()
        await desk.page.keyboard.press("End")
        await first_name.last.click()
        await desk.page.get_by_label("For", exact=True).select_option("team")
        await desk.page.get_by_label("Team", exact=True).select_option("Payments")
        await desk.page.get_by_label("Then", exact=True).select_option("snooze")
        await desk.page.get_by_role("button", name="Save").click()

        await expect(desk.page.get_by_role("button", name="/name-mismatch")).to_be_visible()
        await keep(desk.page, f"canned-list-{scheme}")
        colleague = await door.agent("Bo")
        known = (await (await colleague.call("GET", "/canned-replies")).json())["replies"]
        assert [reply["text"]["en"] for reply in known] == ["Hi {customer_name}"]
        assert known[0]["steps"]["snooze_s"] == 24 * 3600


async def test_tags_come_and_go_in_the_head(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door) as desk:
        await desk.answers(await door.visitor("en"))

        await desk.page.locator("h1").focus()
        await desk.page.keyboard.press("g")
        field = desk.page.get_by_role("textbox", name="New tag")
        await field.fill("Not good!")
        await expect(desk.page.get_by_text("Small letters, digits")).to_be_visible()
        await field.fill("bank")
        await field.press("Enter")
        await desk.page.get_by_role("button", name="Remove tag bank").click()

        await expect(desk.page.get_by_role("button", name="Remove tag bank")).to_have_count(0)
