"""What the published articles promise."""

import re
from datetime import date

import pytest

from knowledge.articles import LANGUAGES, Article
from knowledge.facts import read_changes, read_facts, stated
from knowledge.links import without_images
from payouts.states import Method
from payouts.terms import DEFAULT_TERMS
from tests.knowledge.conftest import ROOT

SLUGS = {
    "payout-schedule", "payout-methods", "payout-minimum", "payout-fees", "payout-failed",
    "payout-on-hold", "payout-holidays-cutoff", "change-bank-account", "currency-conversion",
    "tax-data", "invoices-statements", "identity-check-steps", "identity-documents",
    "identity-rejected", "name-mismatch", "data-privacy", "milestones-basics",
    "milestone-approval", "milestone-unfunded", "change-requests", "hourly-billing",
    "dispute-open", "dispute-process", "refunds-clients", "chargebacks", "account-locked",
    "login-password-2fa", "phishing-scams", "close-account", "notification-settings",
    "profile-checklist", "portfolio", "first-proposal", "pricing-your-work", "write-a-brief",
    "budgeting", "hire-first-freelancer", "feedback-routines", "paying-for-work",
    "support-hours", "talk-to-a-person", "community-answers",
}  # fmt: skip
TEAMS = {"Payments", "Trust & Safety", "Disputes", "First Line"}


def test_every_article_exists_in_both_languages(articles: tuple[Article, ...]) -> None:
    for language in LANGUAGES:
        assert sorted(a.slug for a in articles if a.language == language) == sorted(SLUGS)


def test_every_figure_of_the_facts_is_stated_where_it_is_listed(
    articles: tuple[Article, ...],
) -> None:
    facts = read_facts(ROOT)

    for article in articles:
        listed = {name for name, fact in facts.items() if article.slug in fact.articles}
        assert stated(article, facts) == listed, f"{article.language}/{article.slug}"


def test_facts_name_only_articles_that_exist_and_changes_only_facts() -> None:
    facts = read_facts(ROOT)

    assert {slug for fact in facts.values() for slug in fact.articles} <= SLUGS
    assert {change.fact for change in read_changes(ROOT, facts)} <= facts.keys()


def test_both_languages_say_the_same_about_themselves(articles: tuple[Article, ...]) -> None:
    pairs = {language: [a for a in articles if a.language == language] for language in LANGUAGES}

    for german, english in zip(pairs["de"], pairs["en"], strict=True):
        assert german.slug == english.slug
        assert (german.owner, german.audience) == (english.owner, english.audience), german.slug
        assert german.last_review == english.last_review, german.slug
        assert german.next_review == english.next_review, german.slug
        assert set(german.related) == set(english.related), german.slug
        assert german.body_markdown.count("## ") == english.body_markdown.count("## ")


def test_articles_are_of_a_length_that_is_read(articles: tuple[Article, ...]) -> None:
    for article in articles:
        assert 200 <= len(without_images(article.body_markdown).split()) <= 450, article.slug
        assert article.short_answer.count(". ") <= 3, article.slug
        assert len(article.phrasings) >= 12, article.slug
        assert "## " in article.body_markdown, article.slug


def test_articles_have_an_owning_team_and_dates_of_review(articles: tuple[Article, ...]) -> None:
    for article in articles:
        assert article.owner in TEAMS
        assert date(2026, 10, 1) <= article.last_review < article.next_review


@pytest.mark.parametrize(("language", "wrong"), [("de", r'["“]\w'), ("en", r"[\"„]\w")])
def test_quotation_marks_are_those_of_the_language(
    articles: tuple[Article, ...], language: str, wrong: str
) -> None:
    for article in articles:
        if article.language == language:
            text = f"{article.short_answer}\n{article.body_markdown}"
            assert not re.search(wrong, text), article.slug


def test_german_articles_address_the_reader_as_du(articles: tuple[Article, ...]) -> None:
    for article in articles:
        if article.language == "de":
            # A quoted letter speaks to somebody else.
            own = re.sub(r"^> .*$", "", article.body_markdown, flags=re.MULTILINE)
            text = " ".join([article.title, article.short_answer, own])
            assert not re.search(r"\b(Ihnen|Ihre[mnrs]?)\b|[a-zäöüß,] Sie\b", text), article.slug


def test_figures_are_those_the_assistant_reckons_with() -> None:
    facts = {name: _numbers(fact.value) for name, fact in read_facts(ROOT).items()}
    terms = DEFAULT_TERMS

    assert facts["automatic_release"] == [terms.auto_release_days]
    assert facts["clearing"] == [terms.clearance_days]
    assert facts["method_activation"] == [terms.method_cooling_days]
    assert facts["dac7_withholding"] == [terms.tax_withheld_days]
    assert facts["identity_decision"][-1] == terms.identity_bd
    assert facts["daily_cut_off"] == [terms.cut_off.hour, terms.cut_off.minute]
    sepa = terms.transit(Method.SEPA)
    assert facts["sepa_arrival"] == [sepa.earliest, sepa.latest]
    ways = [Method.SEPA_INSTANT, Method.PAYPAL, Method.ACH, Method.LOCAL_BANK]
    assert facts["payout_trace"] == [terms.transit(way).trace for way in ways]


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]
