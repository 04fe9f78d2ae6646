"""The second look at the console: explained, ignored, switched off for good, never in the way."""

from playwright.async_api import Browser, expect

from tests.browser.desks import at_desk
from tests.browser.people import keep
from tests.handoff.door import Door


async def test_a_finding_is_explained_shown_and_let_stand(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door, locale="de-DE") as desk:
        lena = await door.customer("lena", name="Lena Brandt", language="de")
        await desk.answers(lena, "Wo bleibt mein Geld?")

        await desk.writer.fill("Du hast die falsche IBAN angegeben. Das Geld ist morgen da.")
        look = desk.page.get_by_role("region", name="Einen zweiten Blick wert")
        await expect(look.get_by_role("listitem")).to_have_count(3)
        await keep(desk.page, "tone-de")
        await look.get_by_role("button", name="Zeigen").first.click()
        selected = await desk.writer.evaluate(
            "it => it.value.slice(it.selectionStart, it.selectionEnd)"
        )
        assert selected.startswith("Du hast")
        await look.get_by_role("button", name="So lassen").first.click()
        await expect(look.get_by_role("listitem")).to_have_count(2)
        await desk.writer.press("Control+Enter")
        await expect(desk.writer).to_have_value("")

        assert "agent_said" in str(await lena.events())


async def test_switched_off_it_stays_off_over_a_reload(browser: Browser, door: Door) -> None:
    async with at_desk(browser, door) as desk:
        await desk.answers(await door.visitor("en"))
        await desk.writer.fill("This is your own fault.")
        look = desk.page.get_by_role("region", name="Worth a second look")
        await expect(look).to_be_visible()

        await look.get_by_role("button", name="Turn the check off").click()
        await expect(look).to_have_count(0)
        await desk.page.reload()
        await expect(desk.writer).to_have_value("This is your own fault.")
        await desk.writer.press("End")
        await desk.writer.press_sequentially(" Sorry.")
        await desk.page.wait_for_timeout(1_500)

        await expect(look).to_have_count(0)
