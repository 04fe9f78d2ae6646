"""The audit names what must be reviewed again, and why."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.audit import main, stale
from knowledge.facts import Change, Fact, read_changes, stated
from tests.knowledge.kb import article, write, write_pair

FACTS = {"minimum": Fact(value="20 EUR", de="20 €", en="€20", articles=("schedule",))}
TODAY = date(2026, 12, 1)


def test_an_article_past_its_review_is_stale() -> None:
    late = article(next_review=date(2026, 11, 30))

    assert list(stale([late], FACTS, [], TODAY)) == [(late, "review was due on 2026-11-30")]


def test_an_article_on_the_day_of_its_review_is_not_yet_stale() -> None:
    assert not list(stale([article(next_review=TODAY)], FACTS, [], TODAY))


@pytest.mark.parametrize(
    ("since", "due"),
    [(date(2026, 10, 2), True), (date(2026, 10, 1), False), (date(2026, 12, 2), False)],
)
def test_a_changed_figure_makes_earlier_reviews_stale(since: date, due: bool) -> None:
    changes = [Change(fact="minimum", since=since)]

    assert bool(list(stale([article()], FACTS, changes, TODAY))) is due
    assert not list(stale([article("elsewhere")], FACTS, changes, TODAY))


def test_a_figure_within_a_longer_one_is_not_stated_by_it() -> None:
    facts = {
        "short": Fact(value="", de="", en="10 business days", articles=()),
        "long": Fact(value="", de="", en="5 to 10 business days", articles=()),
    }

    text = "It takes 5 to\u00a010 business\ndays."

    assert stated(article(body_markdown=text), facts) == {"long"}


def test_a_figure_is_not_found_within_another_number() -> None:
    facts = {"fee": Fact(value="", de="", en="3%", articles=())}

    assert stated(article(body_markdown="It is 13% or 0.3%."), facts) == frozenset()


def test_a_change_of_an_unknown_fact_is_refused(tmp_path: Path) -> None:
    (tmp_path / "changes.yml").write_text("[{fact: weather, since: 2026-11-01}]", "utf-8")

    with pytest.raises(ValueError, match=r"changes\.yml: fact: is not in facts\.yml: weather"):
        read_changes(tmp_path, FACTS)


@pytest.mark.parametrize(("next_review", "code"), [(date(2026, 10, 2), 1), (date(9999, 1, 1), 0)])
def test_the_command_fails_only_when_something_is_due(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], next_review: date, code: int
) -> None:
    write_pair(tmp_path, "en", next_review=next_review)
    write(tmp_path, "en/fees", related=["schedule"], next_review=date(9999, 1, 1))
    (tmp_path / "facts.yml").write_text("{}", "utf-8")
    (tmp_path / "changes.yml").write_text("[]", "utf-8")

    assert main([str(tmp_path)]) == code

    assert f"{code} due" in capsys.readouterr().out
