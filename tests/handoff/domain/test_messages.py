"""What a message says when only plain text can be shown, and how a failure is told."""

import pytest

from handoff.domain.apology import APOLOGIES, apology
from handoff.domain.messages import (
    Article,
    ArticleLink,
    Choices,
    Part,
    Payout,
    PayoutCard,
    PlatformLink,
    PlatformLinks,
    Text,
    words,
)
from handoff.domain.people import Language
from tests.handoff.domain.examples import BUTTON

CARD = Payout(payout=PayoutCard(reference="PO-1", state="paid", amount="€450.75"))
LINK = Article(
    article=ArticleLink(slug="a", language="en", title="Title", url="/help/en/a", passage="Words.")
)

PAGES = PlatformLinks(
    links=(
        PlatformLink(title="Pay", url="https://a.example/pay"),
        PlatformLink(title="See", url="https://a.example/see"),
    )
)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((), ""),
        ((Text(text="Hello"),), "Hello"),
        ((Text(text=""), Text(text="Hello")), "Hello"),
        ((Choices(choices=(BUTTON, BUTTON)),), "PO-70052 · PO-70052"),
        ((CARD,), "PO-1, €450.75"),
        ((LINK,), "Title: Words."),
        ((PAGES,), "Pay: https://a.example/pay · See: https://a.example/see"),
        ((Text(text="See:"), LINK, CARD), "See: Title: Words. PO-1, €450.75"),
    ],
)
def test_every_part_can_be_said_in_words(parts: tuple[Part, ...], text: str) -> None:
    assert words(parts) == text


@pytest.mark.parametrize("language", list(Language))
def test_a_failure_is_told_with_a_person_one_press_away(language: Language) -> None:
    text, buttons = apology(language, 7, "/request_human")

    assert text == Text(text=APOLOGIES[language].sorry)
    assert isinstance(buttons, Choices)
    assert [(it.id, it.payload) for it in buttons.choices] == [("7-person", "/request_human")]
