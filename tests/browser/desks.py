"""The console in front of the real front door; the assistant behind it is a script."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Page, ViewportSize, expect

from handoff.domain.people import Role
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper

WIDE = ViewportSize(width=1440, height=900)


@dataclass(frozen=True, slots=True)
class Desk:
    """An agent with the console open, and the calls they could make by themselves."""

    door: Door
    agent: Helper
    page: Page

    async def opens(self, customer: Customer, view: str = "mine") -> None:
        """A conversation by its address."""
        await self.page.goto(f"{self.door.origin}/console/{view}/{customer.conversation}")
        await expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    async def answers(self, customer: Customer, question: str = "Where is my money?") -> None:
        """The customer has asked, and this agent has it and reads it."""
        await customer.say(question)
        await customer.post("person")
        accepted = await self.agent.act(customer.conversation, "accept")
        assert accepted.status == 200, await accepted.text()
        await self.opens(customer)

    @property
    def writer(self) -> Any:
        """Where they write."""
        return self.page.locator("textarea.writer")


@asynccontextmanager
async def at_desk(
    browser: Browser,
    door: Door,
    name: str = "Amira",
    role: Role = Role.AGENT,
    locale: str = "en-GB",
    **context: Any,
) -> AsyncIterator[Desk]:
    """Signed in, in a browser of their own."""
    agent = await door.agent(name, role)
    settings = {"viewport": WIDE, "reduced_motion": "reduce", **context}
    own = await browser.new_context(locale=locale, **settings)
    await own.add_cookies([{"name": "lotse_agent", "value": agent.cookie, "url": door.origin}])
    page = await own.new_page()
    await page.goto(f"{door.origin}/console")
    await expect(page.locator(".topbar")).to_be_visible()
    yield Desk(door, agent, page)
    await own.close()
