"""Help pages are whole, safe and need no script."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from knowledge import pages
from knowledge.articles import LANGUAGES, Article
from knowledge.links import PICTURE
from knowledge.pages import article_page, index_page, search_page
from knowledge.passages import Passage
from knowledge.search import Hit, Library
from tests.knowledge.kb import article

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b"
VOID = {"meta", "link", "input", "br", "hr", "img", "path"}


class _Elements(HTMLParser):
    """Collects the elements of a page and checks that each one is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found = list[tuple[str, dict[str, str | None]]]()
        self.open = list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(page)
    parser.close()
    assert not parser.open
    return parser.found


def _ids(page: str) -> set[str | None]:
    return {attributes.get("id") for _, attributes in _elements(page)}


def _harmless(page: str) -> bool:
    return all(
        tag not in {"script", "style", "iframe", "b"}
        and (tag != "img" or PICTURE.fullmatch(attributes["src"] or ""))
        and not any(name.startswith("on") or name == "style" for name in attributes)
        for tag, attributes in _elements(page)
    )


def _pages(library: Library) -> list[str]:
    published = [index_page(language, library.all(language)) for language in LANGUAGES]
    for one in (*library.all("de"), *library.all("en")):
        related = [other for slug in one.related if (other := library.article(one.language, slug))]
        published.append(article_page(one, related))
    return published


def test_every_published_page_is_well_formed_and_runs_nothing(library: Library) -> None:
    published = _pages(library)

    assert len(published) == 86
    assert all(_harmless(page) for page in published)


def test_every_link_within_the_help_leads_to_a_page(library: Library) -> None:
    known = {f"/help/{language}" for language in LANGUAGES}
    known |= {f"/help/{a.language}/{a.slug}" for n in LANGUAGES for a in library.all(n)}

    topics = {language: _ids(index_page(language, library.all(language))) for language in LANGUAGES}

    for page in _pages(library):
        ids = _ids(page)
        for tag, attributes in _elements(page):
            target = attributes.get("href") or ""
            if tag == "a" and target.startswith("#"):
                assert target[1:] in ids
            elif tag == "a" and "#" in target:
                home, _, topic = target.partition("#")
                assert topic in topics[home.removeprefix("/help/")]
            elif tag == "a" and not target.startswith("https://"):
                assert target in known, target


@pytest.mark.parametrize("field", ["title", "short_answer", "body_markdown", "topic"])
def test_an_article_cannot_bring_its_own_html(field: str) -> None:
    hostile = article(**{field: EVIL})

    assert _harmless(article_page(hostile, [hostile]))
    assert _harmless(index_page("en", [hostile]))
    assert _harmless(search_page("en", "x", [Hit(hostile, Passage("", EVIL), 0.9)]))


def test_a_query_is_shown_as_text(library: Library) -> None:
    page = search_page("en", EVIL, library.search(EVIL, "en"))

    assert _harmless(page)
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/x.svg", "//example.com/x.svg", "x.svg", "data:image/svg+xml,x",
        "/help/pictures/../style.css", "/help/pictures/x.svg", "/help/pictures/x.en.svg?y",
        "/help/pictures/x.en.png", "/v1/articles",
    ],
)  # fmt: skip
def test_an_image_that_is_not_our_own_is_shown_as_its_words(address: str) -> None:
    page = article_page(article(body_markdown=f"![<b>the words</b>]({address})"), [])

    assert "<img" not in page
    assert "&lt;b&gt;the words&lt;/b&gt;" in page


def test_a_picture_of_ours_is_shown_with_what_stands_in_its_place() -> None:
    page = article_page(article(body_markdown='![A "way"](/help/pictures/way.en.svg)'), [])

    [picture] = [attributes for tag, attributes in _elements(page) if tag == "img"]
    assert picture == {"src": "/help/pictures/way.en.svg", "alt": 'A "way"'}


def test_links_of_a_dangerous_kind_are_taken_out() -> None:
    page = article_page(article(body_markdown="[x](javascript:alert(1)) [y](data:text/html,z)"), [])

    assert not re.search(r'href="(javascript|data):', page)


@pytest.mark.parametrize(("helpful", "thanks"), [(True, "glad"), (False, "revise")])
def test_an_article_page_asks_whether_it_helped_or_thanks_for_the_answer(
    thanks: str, *, helpful: bool
) -> None:
    one = article()

    asking, thanking = article_page(one, []), article_page(one, [], helpful)

    asked = [attributes for tag, attributes in _elements(asking) if tag == "form"][-1]
    assert asked["method"] == "post"
    assert asked["action"] == f"/help/en/{one.slug}/helpful#helpful"
    assert asking.count('name="helpful"') == 2
    assert 'name="helpful"' not in thanking
    assert thanks in thanking
    assert 'id="helpful" role="status"' in thanking


def test_an_article_page_shows_answer_body_topic_and_date() -> None:
    one = article(topic="Money", body_markdown="## How?\n\n1. Wait **here**.")

    page = article_page(one, [article("fees", title="What does it cost?")])

    assert "<title>When is it paid? · Help</title>" in page
    assert "On the next business day." in page
    assert "<strong>here</strong>" in page
    assert "Money" in page
    assert "1 October 2026" in page
    assert 'href="/help/en/fees"' in page
    assert 'href="/help/de/schedule" hreflang="de"' in page


def test_an_article_page_names_its_topic_its_address_and_a_person() -> None:
    one = article(topic="Money & more")

    page = article_page(one, [], helpful=False, site="https://help.example")

    assert '<a href="/help/en#s-money-more">Money &amp; more</a>' in page
    assert "<span>https://help.example/help/en/schedule</span>" in page
    assert '<link rel="canonical" href="https://help.example/help/en/schedule">' in page
    assert page.count('href="/help/en/talk-to-a-person"') == 2


def test_headings_descend_without_a_gap_and_no_two_share_an_id(library: Library) -> None:
    found = [search_page("en", "fee", library.search("fee", "en"))]
    for page in [*_pages(library), *found]:
        elements = _elements(page)
        levels = [int(tag[1]) for tag, _ in elements if re.fullmatch("h[1-6]", tag)]
        ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))
        assert len(ids) == len(set(ids))


def test_every_page_begins_with_a_link_to_its_content() -> None:
    for page in (article_page(article(), []), index_page("en", []), search_page("en", "x", [])):
        elements = _elements(page)
        assert next(a["href"] for tag, a in elements if tag == "a") == "#main"
        assert [a["id"] for tag, a in elements if tag == "main"] == ["main"]


def test_german_dates_are_written_in_german() -> None:
    assert "1. Oktober 2026" in article_page(article(language="de"), [])


def test_the_index_lists_articles_below_their_topics(articles: tuple[Article, ...]) -> None:
    page = index_page("de", [a for a in articles if a.language == "de"])

    assert page.count('class="topic"') == 9
    assert page.index("Auszahlungen") < page.index("Hilfe bekommen")
    assert 'lang="de"' in page


def test_the_search_page_keeps_the_query_in_form_and_language_link() -> None:
    page = search_page("de", "geld & co", [])

    assert 'value="geld &amp; co"' in page
    assert 'href="/help/en?q=geld+%26+co"' in page


def test_the_search_page_says_when_it_is_not_sure() -> None:
    one = article()

    assert "We are not sure" in search_page("en", "x", [Hit(one, one.passages[0], 0.4)])
    assert "We are not sure" not in search_page("en", "x", [Hit(one, one.passages[0], 0.8)])


def test_a_passage_found_is_shown_below_its_heading_and_leads_there() -> None:
    one = article(body_markdown="## How *long*?\n\nTwo days.")
    address = "/help/en/schedule#s-how-long"

    page = search_page("en", "x", [Hit(one, one.passages[1], 0.8)])

    assert f'<a href="{address}">How long?</a>' in page
    assert 'id="s-how-long"' in article_page(one, [])
    assert "One article" in page
    assert "#s-" not in search_page("en", "x", [Hit(one, one.passages[0], 0.8)])


def test_a_search_without_a_hit_leads_to_all_topics() -> None:
    assert '<a href="/help/en">See all topics</a>' in search_page("en", "x", [])


def test_the_search_page_leaves_out_what_hardly_fits() -> None:
    one = article()

    page = search_page("en", "x", [Hit(one, one.passages[0], 0.1)])

    assert "We found no article" in page
    assert one.short_answer not in page


def test_the_stylesheet_loads_nothing_from_elsewhere() -> None:
    style = (Path(pages.__file__).parent / "style.css").read_text("utf-8")

    assert "url(" not in style
    assert "@import" not in style
