"""Whether an article helped: said beside a payout in the chat, and on a page without script."""

import re

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from local.product import Product
from tests.browser.people import freelancer, keep

PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=860)


async def test_an_article_beside_a_payout_has_two_thumbs_and_the_latest_word_holds(
    product: Product, browser: Browser
) -> None:
    context = await browser.new_context(locale="de-DE", viewport=DESKTOP)
    murat = await freelancer(context, product, "murat", "de")

    await murat.say("Wo ist meine Auszahlung?")
    asked = murat.page.get_by_role("group", name="Hat das geholfen?").last
    await asked.get_by_role("button", name="Ja").click()
    await expect(asked.get_by_role("button", pressed=True)).to_have_accessible_name(
        "Ja, es hat geholfen"
    )
    async with murat.page.expect_response(re.compile("/helpful$")) as taken:
        await asked.get_by_role("button", name="Nein").click()
    await murat.page.mouse.move(0, 0)

    assert (await taken.value).status == 200
    await expect(asked.get_by_role("button", pressed=True)).to_have_accessible_name(
        "Nein, es hat nicht geholfen"
    )
    await murat.shot("helpful-chat-de")
    await context.close()


@pytest.mark.parametrize(
    ("language", "answer", "thanks"), [("de", "Nein", "Danke"), ("en", "Yes", "Thank you")]
)
async def test_a_help_page_takes_an_answer_without_any_script(
    product: Product, browser: Browser, language: str, answer: str, thanks: str
) -> None:
    phone = language == "de"
    context = await browser.new_context(
        java_script_enabled=False,
        reduced_motion="reduce",
        viewport=PHONE if phone else DESKTOP,
        color_scheme="dark" if phone else "light",
    )
    page = await context.new_page()
    await page.goto(f"{product.url}/help/{language}/payout-schedule#helpful")
    button = page.get_by_role("button", name=answer, exact=True)
    await expect(button).to_be_in_viewport()
    await keep(page, f"helpful-page-{language}")

    await button.click()

    await expect(page.get_by_role("status")).to_have_text(re.compile(thanks))
    await expect(page.get_by_role("status")).to_be_in_viewport()
    assert page.url.endswith(f"/help/{language}/payout-schedule/helpful#helpful")
    (cookie,) = await context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("lotse_reader", True, "Lax")
    await keep(page, f"helpful-thanks-{language}")
    await context.close()
