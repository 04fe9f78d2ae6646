"""What axe finds on a page: nothing, or each violation with the elements that have it."""

from pathlib import Path

from playwright.async_api import Page

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"

# Evaluated over the debugger, which a strict page's policy does not stop.
RUN = """async (context) => {
  const { violations } = await axe.run(context ?? document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`));
}"""


async def violations(page: Page, *within: str) -> list[str]:
    """Of the whole page, or only within some elements."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
    context = [list(within)] if within else None
    found: list[str] = await page.evaluate(RUN, context)
    return found
