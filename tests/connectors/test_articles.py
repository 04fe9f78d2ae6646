"""The help centre over the articles we ship."""

from pathlib import Path

import pytest

from connectors.articles import HelpCentre
from handoff.domain.errors import Unknown
from handoff.domain.people import Language
from knowledge.articles import load
from knowledge.pictures import read_pictures
from knowledge.search import Library

ROOT = Path(__file__).parents[2] / "data" / "kb"


@pytest.fixture(scope="module")
def centre() -> HelpCentre:
    return HelpCentre(Library(load(ROOT)), read_pictures(ROOT))


@pytest.mark.parametrize(
    ("language", "query"),
    [(Language.DE, "Wann kommt meine Auszahlung?"), (Language.EN, "When do I get my payout?")],
)
def test_a_question_finds_articles_in_its_language_best_first(
    centre: HelpCentre, language: Language, query: str
) -> None:
    found = centre.search(query, language, 3)

    assert 0 < len(found) <= 3
    scores = [it.score for it in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    for it in found:
        assert it.link.url == f"/help/{language}/{it.link.slug}"
        assert it.link.passage
        assert centre.page(language, it.link.slug)


def test_a_picture_is_found_by_its_name_alone(centre: HelpCentre) -> None:
    assert centre.picture("payout-states.de.svg").startswith("<svg ")
    for name in ("payout-states", "../facts.yml", ""):
        with pytest.raises(Unknown):
            centre.picture(name)


@pytest.mark.parametrize("slug", ["", "nothing-like-it", "../../etc/passwd", "<script>", "\0"])
def test_an_unknown_article_is_unknown_and_not_repeated(centre: HelpCentre, slug: str) -> None:
    with pytest.raises(Unknown) as unknown:
        centre.page(Language.EN, slug)

    assert not slug or slug not in str(unknown.value)


def test_lists_and_searches_are_pages(centre: HelpCentre) -> None:
    assert centre.index(Language.DE, None).lower().startswith(("<!doctype html", "<html"))
    assert centre.index(Language.DE, "Auszahlung").lower().startswith(("<!doctype html", "<html"))
