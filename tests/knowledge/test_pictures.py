"""Pictures draw, say what they show in both languages, and do nothing else."""

import re
from pathlib import Path

import pytest

from knowledge.articles import LANGUAGES, Article, ArticleError
from knowledge.facts import read_facts, stated
from knowledge.links import PICTURE
from knowledge.pictures import read_pictures
from tests.knowledge.conftest import ROOT
from tests.knowledge.kb import article, draw


def test_every_picture_is_shown_by_an_article_in_each_language(
    articles: tuple[Article, ...],
) -> None:
    shown = {file for one in articles for file in _shown(one)}

    assert shown == read_pictures(ROOT).keys()
    assert len(shown) == 5 * len(LANGUAGES)


def test_both_languages_show_the_same_pictures_in_the_same_places(
    articles: tuple[Article, ...],
) -> None:
    places = {
        language: [_places(one) for one in articles if one.language == language]
        for language in LANGUAGES
    }

    assert places["de"] == places["en"]


def test_both_languages_are_drawn_alike() -> None:
    pictures = read_pictures(ROOT)

    for file, german in pictures.items():
        if file.endswith(".de.svg"):
            english = pictures[file.replace(".de.", ".en.")]
            assert _drawn(german) == _drawn(english), file


def test_pictures_have_a_dark_side_and_say_their_words_as_text() -> None:
    for file, drawing in read_pictures(ROOT).items():
        assert "prefers-color-scheme: dark" in drawing, file
        assert len(re.findall("<text ", drawing)) > 10, file


def test_a_figure_in_a_picture_is_one_that_an_article_beside_it_states(
    articles: tuple[Article, ...],
) -> None:
    facts = read_facts(ROOT)

    for file, drawing in read_pictures(ROOT).items():
        beside = [one for one in articles if file in _shown(one)]
        words = "\n".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawing))
        language = beside[0].language
        drawn = stated(article(language=language, body_markdown=words), facts)
        assert drawn <= {fact for one in beside for fact in stated(one, facts)}, file


@pytest.mark.parametrize(
    "drawing",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image href="/x.png"/>',
        '<use href="#x"/>',
        '<a href="https://example.com"><text>x</text></a>',
        '<g xmlns:x="http://www.w3.org/1999/xlink" x:href="#y"/>',
        '<g onload="alert(1)"/>',
        '<set attributeName="x"/>',
        "<style>@import 'x.css';</style>",
        '<rect fill="URL(#x)"/>',
        '<?xml-stylesheet href="x.css"?>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    ],
)
def test_a_picture_that_does_more_than_draw_is_refused(tmp_path: Path, drawing: str) -> None:
    draw(tmp_path, "way", drawing)

    with pytest.raises(ArticleError, match=r"way\.de\.svg: drawing: must not"):
        read_pictures(tmp_path)


def test_a_picture_that_is_no_svg_or_has_no_title_is_refused(tmp_path: Path) -> None:
    draw(tmp_path, "way", "<g>")
    with pytest.raises(ArticleError, match="drawing: must be well-formed XML"):
        read_pictures(tmp_path)

    draw(tmp_path, "way", title=" ")
    with pytest.raises(ArticleError, match="title: must not be empty"):
        read_pictures(tmp_path)

    (tmp_path / "pictures" / "way.de.svg").write_text("<svg/>", "utf-8")
    with pytest.raises(ArticleError, match="drawing: must be an svg with a viewBox"):
        read_pictures(tmp_path)


def test_a_picture_in_one_language_only_is_refused(tmp_path: Path) -> None:
    draw(tmp_path, "way")
    (tmp_path / "pictures" / "way.en.svg").unlink()

    with pytest.raises(ArticleError, match=r"way\.de\.svg: file: is missing in this language: en"):
        read_pictures(tmp_path)


def test_a_file_name_of_no_picture_is_refused(tmp_path: Path) -> None:
    draw(tmp_path, "My Way")

    with pytest.raises(ArticleError, match="file name: must be lower-case"):
        read_pictures(tmp_path)


def test_sound_pictures_are_read_as_they_are(tmp_path: Path) -> None:
    draw(tmp_path, "way", "<text>On</text>")

    pictures = read_pictures(tmp_path)

    assert list(pictures) == ["way.de.svg", "way.en.svg"]
    assert "<text>On</text>" in pictures["way.en.svg"]


def _shown(one: Article) -> list[str]:
    return [found["file"] for found in PICTURE.finditer(one.body_markdown)]


def _places(one: Article) -> list[tuple[str, int]]:
    """The names of an article's pictures, and how many headings stand above each."""
    text = one.body_markdown
    return [
        (found["file"].split(".")[0], text.count("## ", 0, found.start()))
        for found in PICTURE.finditer(text)
    ]


def _drawn(drawing: str) -> list[str]:
    """The shapes without words and places."""
    return re.findall(r'<(?:rect|circle|path) class="[^"]*"', drawing)
