"""People at their screens: they find things by what they read, as we do."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from local.product import Product

SHOTS = Path(__file__).parent / "screenshots"
PATIENCE_MS = 40_000
ATTEMPTS = 8

expect.set_options(timeout=PATIENCE_MS)


@dataclass(frozen=True, slots=True)
class Chatter:
    """A customer in front of the chat, in their language."""

    page: Page
    composer: str

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.page.get_by_role("log")

    async def say(self, text: str) -> None:
        """Type and send; who types before the chat is ready finds the words still there."""
        box = self.page.get_by_role("textbox", name=self.composer)
        await expect(box).to_be_editable()
        for _ in range(ATTEMPTS):
            await box.fill(text)
            await box.press("Enter")
            with suppress(AssertionError):
                await expect(box).to_have_value("", timeout=PATIENCE_MS / ATTEMPTS)
                return
        raise AssertionError(f"could not send: {text}")

    async def press(self, title: str) -> None:
        """The last button with this title."""
        await self.page.get_by_role("button", name=title).last.click()

    async def reads(self, text: str | re.Pattern[str]) -> None:
        """Waits until it stands in the chat."""
        await expect(self.log.get_by_text(text).last).to_be_visible()

    async def never_read(self, text: str) -> None:
        """It stands nowhere on the page now."""
        await expect(self.page.get_by_text(text)).to_have_count(0)

    async def times(self, text: str) -> int:
        """How often exactly this was said."""
        return await self.log.get_by_text(text, exact=True).count()

    async def shot(self, name: str) -> None:
        """Keep what the screen shows."""
        await keep(self.page, name)


async def keep(page: Page, name: str) -> None:
    """A picture under tests/browser/screenshots."""
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png")


async def freelancer(context: BrowserContext, product: Product, sub: str, language: str) -> Chatter:
    """Signed in to the platform's app."""
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/app?sub={sub}")
    composer = "Deine Nachricht" if language == "de" else "Your message"
    await expect(page.get_by_role("textbox", name=composer)).to_be_visible()
    return Chatter(page, composer)


async def client(context: BrowserContext, product: Product) -> Chatter:
    """Anonymous on somebody else's page, with the widget open."""
    page = await context.new_page()
    await page.goto(f"{product.url}/demo/site")
    await page.get_by_role("button", name="Open support chat").click()
    return Chatter(page, "Your message")


@dataclass(frozen=True, slots=True)
class Helper:
    """An agent in front of the console, in English."""

    page: Page

    async def opens(self, name: str) -> None:
        """The row of a customer."""
        await self.page.get_by_role("link", name=name).first.click()

    async def looks_at(self, view: str) -> None:
        """One of the lists in the menu beside the usual ones."""
        await self.page.get_by_role("button", name="More").click()
        await self.page.get_by_role("menuitemradio", name=re.compile(view)).click()

    async def accepts(self) -> None:
        """Own it."""
        # Whoever is being asked for it could accept on the card of the offer as well.
        await self.page.locator(".composer").get_by_role("button", name="Accept").click()
        await expect(self.page.get_by_text("Yours").first).to_be_visible()

    async def replies(self, text: str) -> None:
        """Write to the customer."""
        await (
            self.page.get_by_role("button", name="Reply")
            .or_(self.page.get_by_role("radio", name="Reply"))
            .first.click()
        )
        await self._writes(re.compile("Reply to"), text)

    async def notes(self, text: str) -> None:
        """Write to colleagues."""
        await (
            self.page.get_by_role("button", name="Internal note")
            .or_(self.page.get_by_role("radio", name="Internal note"))
            .first.click()
        )
        await self._writes(re.compile("Internal note"), text)

    async def _writes(self, label: re.Pattern[str], text: str) -> None:
        box = self.page.get_by_role("textbox", name=label)
        await box.fill(text)
        await box.press("Control+Enter")
        await expect(self.page.get_by_text(text).last).to_be_visible()

    async def shot(self, name: str) -> None:
        """Keep what the screen shows."""
        await keep(self.page, name)


async def agent(browser: Browser, product: Product, number: int = 0) -> Helper:
    """One of the demo's team, logged in."""
    context = await browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    page = await context.new_page()
    await page.goto(f"{product.url}/console")
    login = product.demo_people["agents"][number]
    await page.get_by_label("E-mail").fill(login["email"])
    await page.get_by_label("Password").fill(login["password"])
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("navigation", name="Views")).to_be_visible()
    return Helper(page)
