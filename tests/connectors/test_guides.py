"""The published guides as the front door has them, and what the read model knows to be done."""

import pytest

from connectors.guides import GuideShelf
from handoff.domain.errors import Unknown
from handoff.domain.people import Language
from handoff.settings import ROOT
from knowledge.articles import load
from knowledge.guides import load_guides
from payouts.achievements import Achievement


@pytest.fixture(scope="module")
def shelf() -> GuideShelf:
    articles = load(ROOT / "data" / "kb")
    return GuideShelf(load_guides(ROOT / "data" / "checklists", articles, Achievement))


def test_a_guide_is_in_one_language_with_links_to_articles_in_it(shelf: GuideShelf) -> None:
    guide = shelf.guide("identity-check", Language.DE)

    assert (guide.title, guide.language) == ("Identität bestätigen", "de")
    assert guide.steps[0].article.url == "/help/de/identity-documents"
    assert guide.steps[0].article.title.startswith("Welche Dokumente")
    assert guide.steps[0].done_when == Achievement.IDENTITY_SUBMITTED


def test_all_guides_are_there_in_each_language(shelf: GuideShelf) -> None:
    for language in Language:
        assert len(shelf.all(language)) == len(shelf.guides.all)
        assert {guide.language for guide in shelf.all(language)} == {language}


def test_a_guide_nobody_wrote_is_unknown(shelf: GuideShelf) -> None:
    with pytest.raises(Unknown):
        shelf.guide("how-to-fly", Language.EN)
