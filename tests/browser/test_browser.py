"""The browser that the other tests here rely on."""

from playwright.async_api import BrowserContext, Page


async def test_a_page_runs_its_script(page: Page) -> None:
    await page.set_content("<p id=a></p><script>a.textContent = 6 * 7</script>")

    assert await page.text_content("#a") == "42"


async def test_a_visitor_starts_without_cookies(visitor: BrowserContext) -> None:
    assert await visitor.cookies() == []
