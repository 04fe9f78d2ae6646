"""The pages for leads and admins, in front of the real front door."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from handoff.domain.people import Role
from tests.browser.axe import violations
from tests.browser.desks import Desk, at_desk
from tests.browser.people import keep
from tests.handoff.door import Door

LEADS = "/console/leads"
PAGES = ("wallboard", "routing", "notice", "articles", "members", "hours", "roles", "changes")


async def _opens(desk: Desk, page: str) -> None:
    await desk.page.goto(f"{desk.door.origin}{LEADS}/{page}")
    await expect(desk.page.locator(".leads-title")).to_be_visible()


def _figure(page: Page, name: str) -> Locator:
    tile = page.locator(".tile").filter(has=page.get_by_text(name, exact=True))
    return tile.locator(".tile-figure")


async def test_the_wallboard_lives_without_being_loaded_again(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door, "Ruth", Role.LEAD) as desk:
        await desk.page.keyboard.press("w")
        waiting = _figure(desk.page, "Waiting")
        taken = _figure(desk.page, "Taken")
        await expect(waiting).to_have_text("0")

        customer = await door.visitor()
        await customer.say("where is my money?")
        await customer.post("person")
        await expect(waiting).to_have_text("1")
        await keep(desk.page, "leads-wallboard")
        await (await door.agent("Amira")).act(customer.conversation, "accept")
        await expect(waiting).to_have_text("0")
        await expect(taken).to_have_text("1")
        await expect(desk.page.get_by_role("row", name=re.compile("Amira"))).to_contain_text(
            "1 of 5"
        )


async def test_an_agent_finds_no_such_pages(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door) as desk:
        await desk.page.goto(f"{door.origin}{LEADS}/wallboard")

        await expect(desk.page.locator(".inbox")).to_be_visible()
        await expect(
            desk.page.get_by_role("navigation", name="Parts of the console")
        ).to_have_count(0)


async def test_a_lead_tries_from_a_case_where_it_would_go(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door, "Ruth", Role.LEAD) as desk:
        customer = await door.visitor()
        await customer.say("where is my money?")
        await customer.post("person")
        await desk.opens(customer, "queue")

        await desk.page.get_by_role("link", name="Try again where it would go").click()
        result = desk.page.get_by_role("region", name="Result")
        await expect(result).to_contain_text("Would be offered to Ruth")
        await keep(desk.page, "leads-routing")

        await desk.page.get_by_text("A packet", exact=True).click()
        await desk.page.get_by_label("Packet as JSON").fill('{"reason": "bored"}')
        await desk.page.get_by_role("button", name="Try", exact=True).click()
        wrong = desk.page.get_by_role("alert").filter(has_text="packet.reason")
        await expect(wrong).to_contain_text("customer_asked")


async def test_a_notice_is_checked_published_and_taken_back(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door, "Ruth", Role.LEAD) as desk:
        device = await (await door.visitor("en")).socket()
        await _opens(desk, "notice")
        page = desk.page

        await page.get_by_label("In German").fill("Auszahlungen dauern heute länger.")
        await page.get_by_role("button", name="Publish").click()
        await expect(page.get_by_text("This must not be empty.")).to_be_visible()
        await page.get_by_label("In English").fill("Payouts are late today.")
        await expect(page.get_by_text("This must not be empty.")).to_have_count(0)
        await page.get_by_role("button", name="Publish").click()
        await expect(page.get_by_role("region", name="Being said now")).to_be_visible()
        await device.until(lambda it: it["type"] == "crisis_notice" and it["text"] is not None)
        await keep(page, "leads-notice")

        await page.get_by_role("button", name="Take it back").click()
        await page.get_by_role("dialog").get_by_role("button", name="Take it back").click()
        await expect(page.get_by_text("Nothing is being said at the moment.")).to_be_visible()
        await device.until(lambda it: it["type"] == "crisis_notice" and it["text"] is None)


async def test_an_admin_adds_changes_and_disables_by_keyboard_and_form(
    browser: Browser, door: Door
) -> None:
    async with at_desk(browser, door, "Nora", Role.ADMIN, locale="de-DE") as desk:
        page = desk.page
        await _opens(desk, "members")

        await page.get_by_role("button", name="Jemanden aufnehmen").press("Enter")
        form = page.get_by_role("dialog", name="Jemanden aufnehmen")
        await form.get_by_label("Name", exact=True).fill("Mert")
        await form.get_by_label("E-Mail-Adresse").fill("nora@lotse.example")
        await form.get_by_label("Auszahlungen", exact=True).check()
        await form.get_by_label("Stufe bei Auszahlungen").select_option("3")
        await form.get_by_role("button", name="Aufnehmen").click()
        await expect(form.get_by_text("Das ist schon vergeben.")).to_be_visible()
        await form.get_by_label("E-Mail-Adresse").fill("mert@lotse.example")
        await expect(form.get_by_text("Das ist schon vergeben.")).to_have_count(0)
        await form.get_by_role("button", name="Aufnehmen").click()
        secret = page.get_by_role("dialog", name="Neues Passwort")
        await expect(secret.locator("code")).to_have_text(re.compile(r"\S{20,}"))
        await page.keyboard.press("Escape")

        row = page.get_by_role("row", name=re.compile("Mert"))
        await expect(row).to_contain_text("Auszahlungen 3")
        await keep(page, "leads-members")
        await row.get_by_role("button").click()
        await page.get_by_role("button", name="Sperren").click()
        await page.get_by_role("alert").get_by_role("button", name="Sperren").click()
        await expect(row).to_contain_text("gesperrt")

        await _opens(desk, "changes")
        await expect(page.get_by_text("hat Mert gesperrt")).to_be_visible()
        await expect(page.get_by_text("hat Mert aufgenommen")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
async def test_no_page_is_wider_than_its_window(browser: Browser, door: Door, width: int) -> None:
    size = {"width": width, "height": 800}
    async with at_desk(browser, door, "Nora", Role.ADMIN, viewport=size) as desk:
        for page in PAGES:
            await _opens(desk, page)

            over = await desk.page.evaluate(
                "document.querySelector('.leads').scrollWidth - innerWidth"
            )
            assert over <= 0, page


async def test_hours_and_their_files_are_shown_and_checked(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door, "Ruth", Role.LEAD) as desk:
        await _opens(desk, "hours")

        usual = desk.page.get_by_role("region", name="Usual hours")
        await expect(usual).to_contain_text("08:00–18:00")
        await desk.page.get_by_role("button", name="Check the files").click()
        await expect(desk.page.get_by_text("data/routing.yml")).to_be_visible()
        await expect(desk.page.get_by_text("is right")).to_have_count(2)
        year = (datetime.now(UTC) + timedelta(days=60)).year
        await usual.get_by_text("holidays in the next").click()
        await expect(usual.get_by_text(re.compile(str(year))).first).to_be_visible()


@pytest.mark.parametrize(("locale", "scheme"), [("de-DE", "light"), ("en-GB", "dark")])
async def test_axe_finds_nothing_on_any_page_for_those_who_oversee(
    browser: Browser, door: Door, locale: str, scheme: str
) -> None:
    customer = await door.visitor()
    await customer.say("where is my money?")
    await customer.post("person")
    async with at_desk(
        browser, door, "Nora", Role.ADMIN, locale=locale, color_scheme=scheme
    ) as desk:
        for page in PAGES:
            await _opens(desk, page)
            await expect(desk.page.locator(".leads .blank")).to_have_count(0)

            assert await violations(desk.page) == [], page
        await _opens(desk, "members")
        await desk.page.locator(".leads .button-primary").click()
        await expect(desk.page.get_by_role("dialog")).to_be_visible()
        assert await violations(desk.page) == []
