"""The search finds the article, the passage, and says when it does not know."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import comparison
from knowledge.articles import LANGUAGES, Article
from knowledge.evaluate import Question, main, place, quality, read_questions
from knowledge.meaning import Meaning
from knowledge.search import CERTAIN, Library
from tests.knowledge.conftest import ROOT
from tests.knowledge.kb import article, write_pair

HERE = Path(__file__).parent
QUESTIONS = list(read_questions(HERE / "questions.csv"))
HOSTILE = [
    "x" * 65_536,
    "a b " * 20_000,
    "\0",
    "wann\0kommt\0geld",
    "💸🤔",
    "\u202egeld",
    "\ud800",
    "(",
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.query)
def test_a_question_in_free_words_finds_its_article(library: Library, question: Question) -> None:
    hits = library.search(question.query, question.language)

    assert question.slugs & {hit.article.slug for hit in hits}
    assert hits[0].score >= CERTAIN


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_phrasings_are_found_by_a_search_that_has_not_seen_them(
    articles: tuple[Article, ...], language: str
) -> None:
    places = []
    for left_out in (1, 6, 11):
        seen = [_without(a, left_out) for a in articles]
        library = Library(seen)
        own = [a for a in articles if a.language == language]
        places += [
            place(library, Question(language, frozenset({a.slug}), a.phrasings[left_out]))
            for a in own
        ]

    reached = quality(places)

    assert reached.first >= 0.72
    assert reached.first_three >= 0.88


def _without(one: Article, n: int) -> Article:
    return replace(one, phrasings=one.phrasings[:n] + one.phrasings[n + 1 :])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["articles", "articles_b"])
def test_most_questions_that_no_article_holds_are_found(
    library: Library, name: str, language: str
) -> None:
    file = HERE.parent / "evaluation" / f"{name}.csv"
    asked = [question for question in read_questions(file) if question.language == language]

    reached = quality([place(library, question) for question in asked])

    assert reached.first >= 0.87
    assert reached.first_three >= 0.96


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stored_phrasing_finds_its_own_article(library: Library, language: str) -> None:
    for one in library.all(language):
        for phrasing in one.phrasings:
            assert library.search(phrasing, language, 1)[0].article == one, phrasing


def test_most_questions_of_other_matters_are_not_answered(library: Library) -> None:
    with (HERE / "out_of_scope.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    answered = [
        row["query"]
        for row in rows
        if any(hit.score >= CERTAIN for hit in library.search(row["query"], row["lang"]))
    ]

    assert len(rows) == 60
    assert len(answered) <= 3, answered


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_questions_do_no_harm(library: Library, language: str, query: str) -> None:
    hits = library.search(query, language)

    assert len(hits) <= 3
    assert all(0 <= hit.score <= 1 for hit in hits)


@pytest.mark.parametrize("query", ["", "   ", "\n", "?!"])
def test_a_question_without_words_finds_nothing(library: Library, query: str) -> None:
    assert library.search(query, "de") == ()


def test_an_unknown_language_finds_nothing(library: Library) -> None:
    assert library.search("Geld", "fr") == ()
    assert library.article("fr", "payout-fees") is None
    assert library.all("fr") == ()


def test_hits_come_best_first_and_no_more_than_asked_for(library: Library) -> None:
    hits = library.search("Wann kommt mein Geld?", "de", limit=5)

    assert len(hits) == 5
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        ("de", "Wie lange hat die andere Seite im Streitfall Zeit für ihre Antwort?", "5 Werktage"),
        ("en", "how many business days does the team take to decide a dispute", "10 business days"),
        (
            "de",
            "Ich habe vergessen den Timer zu starten, kann ich Zeit nachtragen?",
            "von Hand nach",
        ),
        ("en", "what do I show without clients", "a project of your own"),
    ],
)
def test_the_passage_shown_is_the_one_that_answers(
    library: Library, language: str, query: str, expected: str
) -> None:
    assert expected in library.search(query, language, 1)[0].passage.text


def test_the_short_answer_is_shown_when_no_passage_fits_better() -> None:
    library = Library([article(body_markdown="Unrelated words.", phrasings=("gimme",))])

    [hit] = library.search("gimme", "en")

    assert hit.passage.text == "On the next business day."


def test_umlauts_may_be_written_either_way(library: Library) -> None:
    with_dots = library.search("gebühren für überweisung", "de")
    without = library.search("GEBUEHREN FUER UEBERWEISUNG", "de")

    assert [hit.article.slug for hit in with_dots] == [hit.article.slug for hit in without]


def test_everyday_words_mean_the_same_as_official_ones() -> None:
    money = article("payout", "de", title="Auszahlung von Geld", phrasings=("x",), short_answer="a")
    other = article("profile", "de", title="Mein Profil", phrasings=("y",), short_answer="b")

    [hit, *_] = Library([other, money]).search("Kohle", "de")

    assert hit.article == money


def test_a_question_in_the_other_language_still_finds_the_article(library: Library) -> None:
    assert library.search("my account is locked", "de")[0].article.slug == "account-locked"


def test_the_report_shows_quality_and_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "questions.csv"
    file.write_text(
        "lang,slug,query\nde,payout-fees | pricing-your-work,Welche Gebühren?\n", "utf-8"
    )

    assert main([str(file), str(ROOT)]) == 0

    report = capsys.readouterr().out
    assert "de  R@1 1.000  R@3 1.000  MRR 1.000  (1 questions)" in report
    assert "p50" in report
    assert "p99" in report


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("de,,Welche Gebühren?", "needs lang, slug and query"),
        ("fr,payout-fees,Quels frais ?", "lang: must be one of de, en"),
        ("de,no-such,Welche Gebühren?", "slug: names no article: no-such"),
    ],
)
def test_a_wrong_row_of_questions_is_refused(tmp_path: Path, row: str, rule: str) -> None:
    file = tmp_path / "questions.csv"
    file.write_text(f"lang,slug,query\n{row}\n", "utf-8")

    with pytest.raises(ValueError, match=rule):
        main([str(file), str(ROOT)])


def test_quality_counts_what_was_not_found() -> None:
    reached = quality([1, 2, None, 4])

    assert reached.first == 0.25
    assert reached.first_three == 0.5
    assert reached.mean_reciprocal == pytest.approx((1 + 1 / 2 + 1 / 4) / 4)


def test_the_comparison_measures_every_candidate_on_unseen_phrasings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pair(tmp_path, "de")
    write_pair(tmp_path, "en")

    assert comparison.main([str(tmp_path)]) == 0

    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 2 * len(comparison.CANDIDATES)
    assert all("(16 questions)" in row for row in rows)


def test_bm25_prefers_the_text_that_holds_the_rarer_word() -> None:
    scores = comparison.Bm25(["the fee", "the payout", "the date"]).scores("the fee")

    assert scores.argmax() == 0
    assert scores[1] == scores[2] < scores[0]


@pytest.mark.parametrize("subjects", [("fees",), ("fees", "login"), ("fees", "login", "refunds")])
def test_meaning_prefers_the_subject_of_a_question_in_other_words(
    subjects: tuple[str, ...],
) -> None:
    asked = {
        "fees": "How much commission do you take?",
        "login": "I forgot my password",
        "refunds": "Ich will mein Geld zurück",
    }
    meaning = Meaning([(subject, asked[subject]) for subject in subjects])

    scores = meaning.scores("What percentage do you charge?", subjects)

    assert scores.argmax() == 0
    assert (scores >= 0).all()
    assert (scores <= 1).all()
