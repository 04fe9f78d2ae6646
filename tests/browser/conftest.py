"""A real browser, and fresh visitors in it."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import unused_port
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import Door
from tests.products import to_opening_hours
from tests.redises import RedisServer

IN_HOURS = {"LOTSE_CLOCK_OFFSET_S": to_opening_hours().total_seconds()}

NAMES = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")

# Chromium's own background traffic would only be refused here, and slow the tests down.
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_program() -> str:
    """The installed browser; without one these tests skip, except where they must not."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    message = "No Chromium is installed, so nothing was tried in a browser."
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
async def browser(browser_program: str) -> AsyncIterator[Browser]:
    """One headless Chromium for the run."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(
            executable_path=browser_program, args=list(QUIET)
        )
        yield running
        await running.close()


@pytest.fixture
async def visitor(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Somebody with a browser of their own: no cookies, nothing stored."""
    context = await browser.new_context()
    yield context
    await context.close()


@pytest.fixture
async def page(visitor: BrowserContext) -> Page:
    """The visitor's first page."""
    return await visitor.new_page()


@pytest.fixture
async def door(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    """The real front door with nobody else at it; the assistant is a script."""
    async with doors.opened(database, redis_server.url) as opened:
        yield opened


@pytest.fixture
def shop_port() -> int:
    """Where somebody else's page will be."""
    return unused_port()


@pytest.fixture
async def embedded(
    database: Database, redis_server: RedisServer, shop_port: int
) -> AsyncIterator[Door]:
    """A front door with a scripted assistant that lets that page embed the widget."""
    origins = [f"http://127.0.0.1:{shop_port}"]
    settings = {"widget_origins": origins, **IN_HOURS}
    async with doors.opened(database, redis_server.url, **settings) as opened:
        yield opened
