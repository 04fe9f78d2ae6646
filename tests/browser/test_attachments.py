"""A photo from a customer's device to an agent's screen, and a letter back, in real browsers."""

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from aiohttp.test_utils import unused_port
from playwright.async_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Locator,
    Page,
    ViewportSize,
    expect,
)

from tests.browser.desks import Desk, at_desk
from tests.browser.hosts import hosted, tag
from tests.browser.people import keep
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff import samples
from tests.handoff.door import Door
from tests.redises import RedisServer

PHOTO: FilePayload = {
    "name": "Screenshot März.jpg",
    "mimeType": "image/jpeg",
    "buffer": samples.photo(1600, 1000),
}
LETTER: FilePayload = {
    "name": "Answer.docx",
    "mimeType": "application/octet-stream",
    "buffer": samples.ooxml(),
}
DRAWING: FilePayload = {
    "name": "drawing.svg",
    "mimeType": "image/svg+xml",
    "buffer": samples.SVG,
}
DROP = """(around, [bytes, on]) => {
  const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([content], 'another.png', { type: 'image/png' }));
  const carried = on === 'paste' ? { clipboardData: files } : { dataTransfer: files };
  const Kind = on === 'paste' ? ClipboardEvent : DragEvent;
  const event = { bubbles: true, composed: true, cancelable: true, ...carried };
  around.dispatchEvent(new Kind(on, event));
}"""
SEEN = "(picture) => picture.complete && picture.naturalWidth > 0"


@dataclass(frozen=True, slots=True)
class Words:
    """What a customer reads."""

    open: str
    message: str
    attach: str
    remove: str
    ready: str
    refused: str
    asked: str
    person: str
    drop: str
    download: str


EN = Words(
    open="Open support chat",
    message="Your message",
    attach="Attach files",
    remove="Remove",
    ready="Ready to send",
    refused="Pictures, PDFs, texts and office documents only",
    asked="can't read files",
    person="Talk to a person",
    drop="Drop files here",
    download="Download",
)
DE = Words(
    open="Support-Chat öffnen",
    message="Deine Nachricht",
    attach="Dateien anhängen",
    remove="entfernen",
    ready="Kann gesendet werden",
    refused="Nur Bilder, PDFs, Texte und Office-Dokumente",
    asked="kann Dateien nicht lesen",
    person="Mit einer Person sprechen",
    drop="Dateien hier ablegen",
    download="herunterladen",
)


@pytest.fixture
def port() -> int:
    """Where the host page will be."""
    return unused_port()


@pytest.fixture
async def door(database: Database, redis_server: RedisServer, port: int) -> AsyncIterator[Door]:
    """A front door that lets the host page embed the widget."""
    origins = [f"http://127.0.0.1:{port}"]
    async with doors.opened(database, redis_server.url, widget_origins=origins) as opened:
        yield opened


async def _chat(context: BrowserContext, shop: str, words: Words) -> Page:
    """The widget, open and ready on somebody else's page."""
    page = await context.new_page()
    await page.goto(shop)
    await page.get_by_role("button", name=words.open).click()
    await expect(page.get_by_role("button", name=words.attach)).to_be_enabled()
    return page


async def _pick(page: Page, *files: FilePayload) -> None:
    await page.locator("input[type=file]").set_input_files(files)


async def _send(page: Page, words: Words, text: str = "") -> None:
    box = page.get_by_role("textbox", name=words.message)
    await box.fill(text)
    await box.press("Enter")
    await expect(page.locator(".tray")).to_have_count(0)


async def _seen(picture: Locator) -> None:
    """It is drawn, not only there."""
    await expect(picture).to_be_visible()
    await picture.scroll_into_view_if_needed()
    element = await picture.element_handle()
    assert element is not None
    await element.evaluate(f"(it) => it.decode().then(() => {{ if (!({SEEN})(it)) throw it; }})")


async def _saved(page: Page, link: Locator) -> tuple[str, bytes]:
    async with page.expect_download() as coming:
        await link.click()
    download = await coming.value
    path = Path(await download.path())
    return download.suggested_filename, await asyncio.to_thread(path.read_bytes)


async def _answered(desk: Desk, conversation: str) -> None:
    """The agent has the conversation, and answers it with a letter alone."""
    accepted = await desk.agent.act(conversation, "accept")
    assert accepted.status == 200, await accepted.text()
    await desk.page.goto(f"{desk.door.origin}/console/mine/{conversation}")
    chooser = desk.page.locator("input[type=file]")
    await chooser.set_input_files([LETTER])
    await expect(desk.page.locator(".tray-file[data-state=ready]")).to_have_count(1)
    await keep(desk.page, "attachments-console-tray")
    await desk.page.get_by_role("button", name="Send").click()
    await expect(desk.page.locator(".tray-file")).to_have_count(0)


DESKTOP = ViewportSize(width=1280, height=860)
PHONE = ViewportSize(width=390, height=844)
ColorScheme: TypeAlias = Literal["dark", "light"]


@pytest.mark.parametrize(("language", "words", "phone"), [("en", EN, False), ("de", DE, True)])
async def test_a_photo_goes_to_an_agent_and_a_letter_comes_back(
    browser: Browser, door: Door, port: int, language: str, words: Words, phone: bool
) -> None:
    scheme: ColorScheme = "dark" if phone else "light"
    context = await browser.new_context(
        locale=language,
        viewport=PHONE if phone else DESKTOP,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    async with hosted(
        door.origin, port, tag(door.origin, language=language), pictures="blob:"
    ) as shop:
        page = await _chat(context, shop, words)
        name = f"attachments-{language}"

        await _pick(page, PHOTO, DRAWING)
        await expect(page.get_by_role("alert").get_by_text(words.refused)).to_be_visible()
        await expect(page.get_by_role("status").get_by_text(words.ready)).to_have_count(1)
        await keep(page, f"{name}-tray")
        await page.get_by_role("button", name=words.remove).last.click()
        await _send(page, words)

        await _seen(page.locator(".by-customer .attachment img"))
        await expect(page.get_by_text(words.asked)).to_be_visible()
        await keep(page, f"{name}-asked")
        await page.locator(".choice", has_text=words.person).click()

        async with at_desk(browser, door, color_scheme=scheme) as desk:
            (row,) = await desk.agent.rows()
            await _answered(desk, row["id"])
            shown = desk.page.locator(".transcript .attachment").first
            await _seen(shown.locator("img"))
            await keep(desk.page, f"{name}-console")
            saved_as, content = await _saved(desk.page, shown)

        letter = page.locator(".by-agent .attachment button")
        answer = await _saved(page, letter)
        await keep(page, f"{name}-letter")
    assert saved_as == PHOTO["name"]
    assert samples.CAMERA.encode() in PHOTO["buffer"]
    assert samples.CAMERA.encode() not in content
    assert answer == (LETTER["name"], LETTER["buffer"])
    await context.close()


@pytest.mark.parametrize("on", ["drop", "paste"])
async def test_a_picture_is_dropped_on_the_chat_or_pasted(
    visitor: BrowserContext, door: Door, port: int, on: str
) -> None:
    async with hosted(door.origin, port, tag(door.origin), pictures="blob:") as shop:
        page = await _chat(visitor, shop, EN)
        around = page.locator("textarea" if on == "paste" else ".panel")
        content = base64.b64encode(samples.png(200, 100)).decode()

        if on == "drop":
            await around.evaluate(DROP, [content, "dragover"])
            await expect(page.get_by_text(EN.drop)).to_be_visible()
            await keep(page, "attachments-drop")
        await around.evaluate(DROP, [content, on])
        await expect(page.get_by_role("status").get_by_text(EN.ready)).to_have_count(1)
        await expect(page.get_by_text(EN.drop)).to_be_hidden()
        await _send(page, EN, "Look:")

        await _seen(page.locator(".by-customer .attachment img"))


async def test_a_strict_page_that_allows_no_pictures_still_has_names_and_files(
    visitor: BrowserContext, door: Door, port: int
) -> None:
    async with hosted(door.origin, port, tag(door.origin)) as shop:
        page = await _chat(visitor, shop, EN)
        await _pick(page, PHOTO)
        await expect(page.get_by_role("status").get_by_text(EN.ready)).to_have_count(1)
        await _send(page, EN)

        file = page.get_by_role("button", name=f"Download {PHOTO['name']}")
        await expect(file).to_be_visible()
        await expect(page.locator(".attachment img")).to_have_count(0)
        name, content = await _saved(page, file)

    assert name == PHOTO["name"]
    assert content.startswith(b"\xff\xd8")
