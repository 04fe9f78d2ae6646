"""A broken article file is refused with its name, the field and the rule."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.articles import ArticleError, load
from tests.knowledge.kb import article, draw, write, write_pair


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": None}),
        ("title", {"title": " "}),
        ("short_answer", {"short_answer": "x" * 501}),
        ("tags", {"tags": []}),
        ("audience", {"audience": "everybody"}),
        ("owner", {"owner": None}),
        ("last_review", {"last_review": "soon"}),
        ("next_review", {"next_review": date(2026, 9, 30)}),
        ("related", {"related": []}),
        ("related", {"related": ["no-such-article"]}),
        ("related", {"related": ["schedule"]}),
        ("phrasings", {"phrasings": ["only one"]}),
        ("phrasings", {"phrasings": [f"question {n}" for n in range(7)] + ["QUESTION 1"]}),
        ("colour", {"colour": "blue"}),
    ],
)
def test_a_broken_field_is_named_with_file_and_rule(
    tmp_path: Path, field: str, changes: dict[str, object]
) -> None:
    write_pair(tmp_path, "en", **changes)

    with pytest.raises(ArticleError) as caught:
        load(tmp_path)

    assert caught.value.path == tmp_path / "en" / "schedule.md"
    assert caught.value.field == field
    assert caught.value.rule
    assert f"schedule.md: {field}: {caught.value.rule}" in str(caught.value)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("front matter", "no front matter at all"),
        ("front matter", "---\n- a list\n---\nbody"),
        ("front matter", "---\ntitle: [\n---\nbody"),
    ],
)
def test_a_file_without_front_matter_is_refused(tmp_path: Path, field: str, text: str) -> None:
    write_pair(tmp_path, "en")
    (tmp_path / "en" / "schedule.md").write_text(text, "utf-8")

    with pytest.raises(ArticleError) as caught:
        load(tmp_path)

    assert caught.value.field == field


def test_an_empty_body_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "en/schedule", body="  ")

    with pytest.raises(ArticleError, match="body: must not be empty"):
        load(tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "en/schedule").write_bytes(b"---\n\xff\n---\n")

    with pytest.raises(ArticleError, match="file: must be UTF-8"):
        load(tmp_path)


def test_a_file_name_that_is_no_slug_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "en/When Paid")

    with pytest.raises(ArticleError, match="file name: must be lower-case"):
        load(tmp_path)


def test_an_article_missing_in_one_language_is_refused(tmp_path: Path) -> None:
    write_pair(tmp_path, "en")
    write(tmp_path, "de/fees", related=["schedule"])

    with pytest.raises(ArticleError) as caught:
        load(tmp_path)

    assert caught.value.path == tmp_path / "de" / "schedule.md"


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("/help/en/nowhere", "links to no article"),
        ("/help/de/fees", "links to another language"),
        ("fees", "links to no help page"),
        ("http://example.com", "links to no help page"),
        ("javascript:alert(1)", "links to no help page"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, target: str, rule: str) -> None:
    write_pair(tmp_path, "en")
    write(tmp_path, "en/schedule", body=f"See [there]({target}).")

    with pytest.raises(ArticleError, match=f"body: {rule}"):
        load(tmp_path)


def test_sound_links_are_kept(tmp_path: Path) -> None:
    write_pair(tmp_path, "en")
    body = (
        "See [fees](/help/en/fees), [law](https://example.com/law), [mail](mailto:a@example.com)."
    )
    write(tmp_path, "en/schedule", body=body)

    assert len(load(tmp_path)) == 2


@pytest.mark.parametrize(
    ("image", "rule"),
    [
        ("![Way](/help/pictures/none.en.svg)", "shows no picture of ours"),
        ("![Way](https://example.com/way.en.svg)", "shows no picture of ours"),
        ("![Way](/help/pictures/way.de.svg)", "shows a picture in another language"),
        ("![ ](/help/pictures/way.en.svg)", "says nothing in place of a picture"),
    ],
)
def test_a_picture_that_shows_nothing_is_refused(tmp_path: Path, image: str, rule: str) -> None:
    write_pair(tmp_path, "en", body=image)
    draw(tmp_path, "way")

    with pytest.raises(ArticleError, match=f"body: {rule}"):
        load(tmp_path)


def test_a_picture_adds_nothing_to_what_is_said() -> None:
    passages = article(body_markdown="So:\n\n![Way](/help/pictures/way.en.svg)\n\n- Go").passages

    assert [p.text for p in passages[1:]] == ["So:\n– Go"]


def test_topics_order_the_articles_and_name_their_headings(tmp_path: Path) -> None:
    write_pair(tmp_path, "en")
    topics = (
        "- {de: Geld, en: Money, articles: [schedule]}\n- {de: Rest, en: Rest, articles: [fees]}"
    )
    (tmp_path / "topics.yml").write_text(topics, "utf-8")

    assert [(a.slug, a.topic) for a in load(tmp_path)] == [("schedule", "Money"), ("fees", "Rest")]


@pytest.mark.parametrize("slugs", ["[schedule]", "[schedule, fees, ghost]"])
def test_topics_must_name_every_article_and_no_other(tmp_path: Path, slugs: str) -> None:
    write_pair(tmp_path, "en")
    (tmp_path / "topics.yml").write_text(f"- {{de: Geld, en: Money, articles: {slugs}}}", "utf-8")

    with pytest.raises(ArticleError, match=r"topics\.yml: articles: must name every article"):
        load(tmp_path)


def test_passages_are_plain_text_and_lists_keep_their_opening_line() -> None:
    body = "## How?\n\nDo **this**:\n\n1. [Open](/help/en/fees) it\n2. Wait\n\nThen `rest`."

    passages = article(body_markdown=body).passages

    assert [p.text for p in passages[1:]] == ["Do this:\n1. Open it\n2. Wait", "Then rest."]
    assert {p.heading for p in passages[1:]} == {"How?"}
