"""The main line as its users see it: real processes, real browsers, pictures kept."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, expect

from local.product import Product
from tests.browser.people import agent, client, freelancer


@pytest.fixture
async def german(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A German's browser."""
    context = await browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 860})
    yield context
    await context.close()


@pytest.fixture
async def english(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Another one's."""
    context = await browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 860})
    yield context
    await context.close()


async def test_a_freelancer_learns_where_the_money_is(
    product: Product, german: BrowserContext
) -> None:
    katja = await freelancer(german, product, "katja", "de")

    await katja.say("Wo bleibt mein Geld?")

    await katja.reads(re.compile("PO-55120.*418,75"))
    await katja.reads("Assistent · automatische Antwort")
    await katja.shot("freelancer-payout-de")
    await katja.say("und wenn es bis dahin nicht da ist?")
    await katja.reads(re.compile("überfällig|holt? .*Menschen|frag"))


async def test_of_several_payouts_the_freelancer_chooses_one(
    product: Product, english: BrowserContext
) -> None:
    tomas = await freelancer(english, product, "tomas", "en")

    await tomas.say("where's my payout?")
    await tomas.reads("You have several payouts. Which one do you mean?")
    await tomas.shot("freelancer-several-en")
    await tomas.press("PO-70052")

    await tomas.reads(re.compile(r"PO-70052 \(€450\.75\)"))


async def test_a_client_gets_an_article_and_never_account_data(
    product: Product, english: BrowserContext
) -> None:
    visitor = await client(english, product)

    await visitor.say("how do I hire a freelancer?")
    await visitor.reads("How do I find and hire my first freelancer?")
    await visitor.shot("client-article-en")
    await visitor.page.get_by_role("button", name=re.compile("Read the whole article")).click()
    reader = visitor.page.get_by_role("region", name="Help article")
    await expect(reader.get_by_role("heading", level=2)).to_contain_text("hire")
    async with english.expect_page() as opened:
        await reader.get_by_role("link", name=re.compile("Open as a page")).click()
    article = await opened.value
    await expect(article.get_by_role("heading", level=1)).to_contain_text("hire")
    await visitor.page.get_by_role("button", name="Back to the chat").click()
    await visitor.say("where is PO-48213?")

    await visitor.reads(re.compile("sign in|signed in", re.IGNORECASE))
    await visitor.never_read("640.00")


async def test_a_person_takes_over_with_everything_known(
    product: Product, browser: Browser, german: BrowserContext
) -> None:
    helper = await agent(browser, product)
    lena = await freelancer(german, product, "lena", "de")

    await lena.say("Wo bleibt mein Geld?")
    await lena.reads(re.compile("PO-48213"))
    await lena.say("Mensch bitte")
    await lena.reads(re.compile("Ein Mensch wurde gerufen"))
    place = re.compile(r"Du bist (als Nächstes dran|Nummer \d+ in der Reihe)")
    await expect(lena.page.get_by_text(place)).to_be_visible()
    await lena.shot("customer-queued-de")

    await helper.opens("Lena Brandt")
    packet = helper.page.get_by_role("main")
    await expect(packet.get_by_text("The customer asked for a person").first).to_be_visible()
    await expect(packet.get_by_text("Wo bleibt mein Geld?").first).to_be_visible()
    await expect(helper.page.get_by_text("PO-48213").first).to_be_visible()
    await helper.shot("console-packet-en")
    await helper.accepts()
    await lena.reads("Amira ist jetzt für dich da")
    await helper.replies("Hallo Lena, ich schaue nach deiner Auszahlung.")
    await lena.reads("Hallo Lena, ich schaue nach deiner Auszahlung.")
    await lena.shot("customer-with-agent-de")
    await helper.notes("Wirkt nervös, bitte freundlich.")
    await lena.say("Danke dir!")
    await expect(helper.page.get_by_text("Danke dir!").last).to_be_visible()
    await lena.never_read("Wirkt nervös, bitte freundlich.")
    await helper.shot("console-conversation-en")

    await helper.page.get_by_role("button", name="Hand back").first.click()
    await helper.page.get_by_role("dialog").get_by_role("button", name="Hand back").click()
    await lena.reads(re.compile("Amira hat an den Assistenten übergeben"))
    await lena.say("Was kostet eine Auszahlung?")
    await lena.reads("Welche Gebühren fallen an?")


async def test_a_closed_case_goes_on_as_a_new_one_with_the_old_in_view(
    product: Product, browser: Browser, english: BrowserContext
) -> None:
    helper = await agent(browser, product)
    daniel = await freelancer(english, product, "daniel", "en")

    await daniel.say("real person please")
    await helper.opens("Daniel Okafor")
    await helper.accepts()
    await helper.replies("Hello Daniel, this is sorted out.")
    await daniel.reads("Hello Daniel, this is sorted out.")
    await helper.page.get_by_role("button", name="Close").first.click()
    await helper.page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
    await daniel.reads(re.compile("The case was closed"))
    await daniel.say("one more thing: which fees are there?")

    await daniel.reads("Which fees are there?")
    await expect(daniel.page.get_by_text(re.compile(r"Earlier case L-\d+")).first).to_be_visible()
    await daniel.shot("customer-earlier-case-en")


async def test_reload_second_tab_second_device_and_lost_network_show_all_once_and_in_order(
    product: Product, browser: Browser, english: BrowserContext
) -> None:
    priya = await freelancer(english, product, "priya", "en")
    await priya.say("first message")
    await priya.reads("first message")
    tab = await freelancer(english, product, "priya", "en")
    elsewhere = await browser.new_context(locale="en-GB")
    device = await freelancer(elsewhere, product, "priya", "en")

    await english.set_offline(True)  # the library's own signature
    await priya.say("written while offline")
    await expect(priya.page.get_by_text("You are offline").first).to_be_visible()
    await priya.shot("customer-offline-en")
    await english.set_offline(False)
    for screen in (priya, tab, device):
        await screen.reads("written while offline")
    await priya.page.reload()
    await device.say("said on the other device")

    for screen in (priya, tab, device):
        await screen.reads("said on the other device")
        for text in ("first message", "written while offline", "said on the other device"):
            assert await screen.times(text) == 1
        words = await screen.log.inner_text()
        order = [words.index(text) for text in ("first message", "written while", "said on the")]
        assert order == sorted(order)
    await elsewhere.close()


async def test_html_in_a_message_and_in_a_name_stays_text(
    product: Product, browser: Browser, english: BrowserContext
) -> None:
    helper = await agent(browser, product, 2)
    visitor = await client(english, product)
    attack = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"

    await visitor.say(attack)
    await visitor.reads(attack)
    await visitor.press("Talk to a person")
    await helper.page.get_by_role("link", name="Visitor").first.click()
    await expect(helper.page.get_by_text(attack).first).to_be_visible()

    assert "owned" not in await visitor.page.title()
    assert "owned" not in await helper.page.title()
