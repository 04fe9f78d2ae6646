"""Somebody does not want to wait: they leave an address, go, and come back by the mail."""

import asyncio
import re
from collections.abc import AsyncIterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import IN_HOURS
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import Door
from tests.handoff.ends import Helper
from tests.redises import RedisServer

ADDRESS = "kim.of.the.browser@example.org"


@pytest.fixture(name="door")
async def _door(
    database: Database, redis_server: RedisServer, tmp_path: Path, shop_port: int
) -> AsyncIterator[Door]:
    settings = {
        **IN_HOURS,
        "LOTSE_MAIL_FOLDER": str(tmp_path / "mail"),
        "LOTSE_PUBLIC_URL": "http://chat.example",
        "away_s": 1.0,
        "absence_every_s": 0.2,
        "sweep_every_s": 0.2,
    }
    async with doors.opened(database, redis_server.url, **settings) as opened:
        yield opened


def _link(folder: Path) -> str | None:
    for file in folder.glob("answer-*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(mail, EmailMessage)
        found = re.search(r"http://chat\.example(/chat/\S+)", mail.get_content())
        return found[1] if found else None
    return None


async def _mailed(folder: Path) -> str:
    for _ in range(200):
        if link := _link(folder):
            return link
        await asyncio.sleep(0.1)
    pytest.fail("no mail came")


async def _answer(agent: Helper) -> None:
    (row,) = await agent.rows("queue")
    await agent.act(row["id"], "accept")
    await agent.say(row["id"], "Your payout is on its way.")


async def test_an_address_left_while_waiting_brings_the_answer_and_the_way_back(
    browser: Browser, page: Page, door: Door, tmp_path: Path
) -> None:
    agent = await door.agent()
    await page.goto(f"{door.origin}/chat/en#nothing")
    await page.add_script_tag(url="/widget.js")
    await page.get_by_role("button", name="Open support chat").click()
    await page.get_by_role("button", name="Talk to a person").first.click()

    await page.get_by_role("button", name="Answer by e-mail").click()
    await page.get_by_label("Your e-mail address").fill("kim")
    await page.get_by_role("button", name="Leave address").click()
    await expect(page.get_by_role("alert")).to_contain_text("name@example.org")
    await page.get_by_label("Your e-mail address").fill(ADDRESS)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(f"the answer goes to {ADDRESS}")).to_be_visible()
    await page.close()
    await _answer(agent)
    link = await _mailed(tmp_path / "mail")

    elsewhere = await (await browser.new_context()).new_page()
    await elsewhere.goto(f"{door.origin}{link}")
    await elsewhere.get_by_role("button", name="Open the conversation").click()
    await expect(elsewhere.get_by_text("Your payout is on its way.")).to_be_visible()
    again = await (await browser.new_context()).new_page()
    await again.goto(f"{door.origin}{link}")
    await again.get_by_role("button", name="Open the conversation").click()
    await expect(again.get_by_role("status").first).to_contain_text("does not work any more")
    await elsewhere.context.close()
    await again.context.close()


async def test_a_call_is_booked_with_the_keyboard(page: Page, door: Door) -> None:
    await page.goto(f"{door.origin}/chat/de#nothing")
    await page.add_script_tag(url="/widget.js")
    await page.get_by_role("button", name="Support-Chat").first.click()
    await page.get_by_role("button", name="Mit einem Menschen").first.click()
    call = page.get_by_role("button", name="Ruft mich zurück")
    await call.focus()
    await page.keyboard.press("Enter")

    await page.get_by_label("Wann dürfen wir anrufen?").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    await page.keyboard.type("+49 30 1234567")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("unter +49301234567 an")).to_be_visible()
