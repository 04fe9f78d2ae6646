"""What the published guides promise, and how a broken one is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.articles import LANGUAGES, Article, Audience
from knowledge.guides import GuideError, Guides, load_guides, missing_languages
from payouts.achievements import Achievement

ROOT = Path(__file__).parents[2] / "data" / "checklists"
SLUGS = {
    "identity-check", "first-proposal", "milestone-request", "write-a-brief", "first-hire",
    "profile",
}  # fmt: skip


@pytest.fixture(scope="module")
def guides(articles: tuple[Article, ...]) -> Guides:
    return load_guides(ROOT, articles, Achievement)


def both(text: str) -> dict[str, str]:
    return {"de": f"{text}, deutsch", "en": f"{text}, English"}


def step(name: str, **changes: Any) -> dict[str, Any]:
    sound = {"id": name, "title": both(name), "why": both("why"), "how": both("how")}
    return {**sound, "article": "tax-data", **changes}


def written(root: Path, **changes: Any) -> Path:
    sound = {
        "title": both("A guide"),
        "lead": both("It leads"),
        "audience": "both",
        "minutes": 5,
        "steps": [step(f"s{n}") for n in range(5)],
    }
    path = root / "a-guide.yml"
    path.write_text(yaml.safe_dump({**sound, **changes}, allow_unicode=True), "utf-8")
    return path


def test_there_is_a_guide_for_each_of_the_six_matters(guides: Guides) -> None:
    assert {guide.slug for guide in guides.all} == SLUGS


def test_every_link_of_a_guide_leads_to_an_article_in_both_languages(guides: Guides) -> None:
    assert missing_languages(guides) == ()


def test_an_article_that_lacks_a_language_is_noticed(articles: tuple[Article, ...]) -> None:
    english = [article for article in articles if article.language == "en"]

    missing = missing_languages(load_guides(ROOT, english, Achievement))

    assert "identity-check.document.de" in missing
    assert all(name.endswith(".de") for name in missing)


def test_no_step_links_to_an_article_for_the_other_side(guides: Guides) -> None:
    for guide in guides.all:
        for it in guide.steps:
            article = guides.article("en", it.article)
            fits = {guide.audience, Audience.BOTH}
            assert guide.audience is Audience.BOTH or article.audience in fits, it.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_why_in_one_sentence_and_how_in_at_most_three(
    guides: Guides, language: str
) -> None:
    for guide in guides.all:
        for it in guide.steps:
            why, how = it.why.of(language), it.how.of(language)
            assert why.endswith(".")
            assert why.count(". ") == 0, f"{guide.slug}.{it.id}: {why}"
            assert how.endswith(".")
            assert how.count(". ") <= 2, f"{guide.slug}.{it.id}: {how}"


def test_every_fact_ticks_a_step_somewhere(guides: Guides) -> None:
    used = {it.done_when for guide in guides.all for it in guide.steps}

    assert used - {None} == set(Achievement)


def test_another_language_is_served_in_english(guides: Guides) -> None:
    guide = guides.guide("profile")

    assert guide is not None
    assert guide.title.of("fr") == guide.title.en


def test_a_guide_that_is_not_there_is_none(guides: Guides) -> None:
    assert guides.guide("how-to-fly") is None


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"title": {"de": "nur deutsch"}}, "title.en", "Field required"),
        ({"audience": "everybody"}, "audience", "Input should be"),
        ({"minutes": 0}, "minutes", "greater than or equal to 1"),
        ({"color": "red"}, "color", "Extra inputs"),
        ({"steps": [step("one")]}, "steps", "at least 5"),
        ({"steps": [step("same") for _ in range(5)]}, "steps", "must not repeat an id: same"),
        (
            {"steps": [step(f"s{n}", article="nowhere") for n in range(5)]},
            "steps.0.article",
            "must be an article: nowhere",
        ),
        (
            {"steps": [step(f"s{n}", done_when="moon_reached") for n in range(5)]},
            "steps.0.done_when",
            "must be one of",
        ),
        ({"steps": [step(f"s{n}", why={"de": " ", "en": "so"}) for n in range(5)]},
         "steps.0.why.de", "at least 1 character"),
    ],
)  # fmt: skip
def test_a_broken_rule_names_file_field_and_rule(
    tmp_path: Path, articles: tuple[Article, ...], changes: dict[str, Any], field: str, rule: str
) -> None:
    path = written(tmp_path, **changes)

    with pytest.raises(GuideError) as refused:
        load_guides(tmp_path, articles, Achievement)

    assert (refused.value.path, refused.value.field) == (path, field)
    assert rule in refused.value.rule


def test_what_is_no_yaml_no_text_or_badly_named_is_refused(
    tmp_path: Path, articles: tuple[Article, ...]
) -> None:
    for name, content, field in (
        ("a-guide.yml", b"title: [", "file"),
        ("a-guide.yml", b"\xff\xfe", "file"),
        ("a-guide.yml", b"", "file"),
        ("A Guide.yml", b"", "file name"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(GuideError) as refused:
            load_guides(tmp_path, articles, Achievement)
        assert refused.value.field == field
        path.unlink()
