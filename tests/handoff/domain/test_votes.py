"""How useful articles are, and how sure that is."""

import pytest

from handoff.domain.events import AssistantSaid, ReturnedToAssistant
from handoff.domain.messages import Article, ArticleLink, Text
from handoff.domain.people import Language
from handoff.domain.shares import share
from handoff.domain.votes import Tally, shown_language, worst_first


def tally(slug: str, helpful: int, not_helpful: int, shown: int = 10) -> Tally:
    """An article's figures."""
    return Tally(
        slug=slug, language=Language.EN, shown=shown, helpful=helpful, not_helpful=not_helpful
    )


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Checked by hand with z = 1.96 from the formula of the paper.
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (1, 1, 0.2065, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_wilsons(part: int, whole: int, low: float, high: float) -> None:
    found = share(part, whole)

    assert found is not None
    assert found.value == part / whole
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_the_bounds_solve_the_equation_that_defines_them() -> None:
    for part, whole in [(3, 7), (40, 41), (1, 500)]:
        found = share(part, whole)
        assert found is not None
        for bound in (found.low, found.high):
            deviation = (found.value - bound) ** 2 / (bound * (1 - bound) / whole)
            assert deviation == pytest.approx(1.959963984540054**2)


def test_of_nothing_there_is_no_share() -> None:
    assert share(0, 0) is None


def test_worst_is_what_is_bad_for_sure() -> None:
    tallies = [
        tally("good", 90, 10),
        tally("unread", 0, 0, shown=1),
        tally("unvoted", 0, 0, shown=9),
        tally("one no", 0, 1),
        tally("many noes", 5, 45),
    ]

    order = [it.slug for it in worst_first(tallies)]

    assert order == ["many noes", "one no", "good", "unvoted", "unread"]


def test_only_what_the_assistant_shows_is_shown() -> None:
    link = ArticleLink(slug="fees", language="de", title="", url="/", passage="")
    parts = (Text(text="Here:"), Article(article=link))
    event = AssistantSaid(in_reply_to=1, parts=parts, understanding=None)

    assert shown_language(event, "fees") is Language.DE
    assert shown_language(event, "fee") is None
    assert shown_language(ReturnedToAssistant(), "fees") is None
