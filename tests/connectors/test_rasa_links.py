"""Links of an answer lead to the platform's own pages, or they are not in it."""

import pytest

from handoff.domain.messages import PlatformLink, PlatformLinks, Text
from handoff.ports import Answer
from tests.connectors.raw import Raw, asked
from tests.payouts.test_pages import BASE, HOSTILE

PAYOUTS = f"{BASE}/payouts"


async def linked(*urls: str, platform: str | None = BASE) -> Answer:
    raw = Raw()
    links = [{"title": "There", "url": url} for url in urls]
    raw.says({"text": "You can do it there."}, {"custom": {"links": links}})
    return await asked(raw, platform=platform)


async def test_a_page_of_the_platform_is_a_part() -> None:
    answer = await linked(PAYOUTS)

    link = PlatformLink(title="There", url=PAYOUTS)
    assert answer.parts == (Text(text="You can do it there."), PlatformLinks(links=(link,)))


@pytest.mark.parametrize("url", HOSTILE)
async def test_any_other_address_is_dropped_and_the_rest_stays(url: str) -> None:
    alone, beside = await linked(url), await linked(url, PAYOUTS)

    link = PlatformLink(title="There", url=PAYOUTS)
    assert alone.parts == (Text(text="You can do it there."),)
    assert beside.parts[1:] == (PlatformLinks(links=(link,)),)


async def test_without_a_platform_no_link_is_passed_on() -> None:
    assert len((await linked(PAYOUTS, platform=None)).parts) == 1
