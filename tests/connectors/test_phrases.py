"""The sentences of reply drafts: complete, true to what is known, and careful with dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
import yaml

from connectors.phrases import PhrasesError, load_phrases
from connectors.statements import PayoutStatements
from handoff.domain.drafting import Material, Phrases, Statement, worded
from handoff.domain.messages import ArticleLink
from handoff.domain.people import Language
from payouts.reasons import WORDED
from payouts.states import PayoutState, Reason
from payouts.values import Payout, Profile
from tests.payouts.examples import LENA, MONDAY, payout, stepped

FILE = Path(__file__).parents[2] / "data" / "drafts.yml"
PHRASES = load_phrases(FILE)

TO_COME = re.compile(r"\{(expected|active_on|balance_by)\}")
"""Days that nobody can promise."""

CAREFUL = re.compile(
    r"voraussichtlich|erwartet|in der Regel|meist|expected|as a rule|usually", re.IGNORECASE
)


def _sentences(phrases: Phrases = PHRASES) -> Iterator[tuple[str, Language, str]]:
    for response, words in phrases.answers.items():
        for language, lines in words.items():
            for line in lines:
                yield response, language, line


def test_a_day_to_come_is_never_promised() -> None:
    rash = [line for _, _, line in _sentences() if TO_COME.search(line)]

    assert rash
    assert [line for line in rash if not CAREFUL.search(line)] == []


def test_no_sentence_names_a_day_or_a_sum_of_its_own() -> None:
    bare = [line for _, _, line in _sentences() if re.search(r"[0-9]", re.sub(r"{.*?}", "", line))]

    assert bare == []


@pytest.mark.parametrize("word", ["KYC", "AML", "Geldwäsche", "laundering", "Risiko", "risk"])
def test_no_sentence_says_why_people_review_a_payout(word: str) -> None:
    assert not any(word in line for _, _, line in _sentences())


def _changed(tmp_path: Path, change: object) -> Path:
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert callable(change)
    change(content)
    file = tmp_path / "drafts.yml"
    file.write_text(yaml.safe_dump(content), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda it: it["whole"].pop("paid"), "paid: has no words"),
        (lambda it: it["reasons"].pop("limit"), "on_hold_limit: has no words"),
        (lambda it: it["whole"]["paid"].update(de=["{expected}"]), "paid.de: names expected"),
        (lambda it: it["whole"]["paid"].pop("en"), "whole.paid.en"),
        (lambda it: it["frame"]["offer"].update(en="{name}"), "frame.offer: names name"),
        (lambda it: it.update(more={}), "more"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_by_name(
    tmp_path: Path, change: object, message: str
) -> None:
    with pytest.raises(PhrasesError, match=re.escape(message)):
        load_phrases(_changed(tmp_path, change))


CASES = [
    (state, reason)
    for state in PayoutState
    for reason in (None, *sorted(WORDED.get(state, frozenset())))
]


def _link(language: Language, slug: str) -> ArticleLink:
    return ArticleLink(slug=slug, language=language, title="A", url=f"/help/{slug}", passage="B")


@dataclass(frozen=True, slots=True)
class OnePayout:
    """A book with one payout of Lena's in it."""

    only: Payout

    async def payout(self, sub: str, reference: str) -> Payout | None:
        """If it is hers."""
        return self.only if (sub, reference) == ("lena", self.only.reference) else None

    async def payouts_of(self, sub: str) -> tuple[Payout, ...]:
        """Hers."""
        return (self.only,) if sub == "lena" else ()

    async def profile(self, sub: str) -> Profile | None:
        """Who she is."""
        return LENA if sub == "lena" else None


async def _said(one: Payout, days: float, language: Language) -> tuple[Statement, str]:
    now = MONDAY + timedelta(days=days)
    statements = PayoutStatements(OnePayout(one), lambda: now, _link)
    told = await statements.about("lena", None, language)
    assert told is not None
    material = Material(
        language=language, customer="Lena", agent="Amira", question="?", statement=told
    )
    return told, worded(material, PHRASES)


@pytest.mark.parametrize(("state", "reason"), CASES)
async def test_every_sentence_of_a_draft_is_one_of_the_file(
    state: PayoutState, reason: Reason | None
) -> None:
    for days, language in product((0.1, 2, 6, 30), Language):
        told, text = await _said(payout(state, reason), days, language)
        frame = PHRASES.frame[language]
        lines = PHRASES.answers[told.response][language]
        sentences = (
            frame.greeting.replace("{name}", "Lena"),
            frame.thanks,
            *(line.format_map(told.values) for line in lines),
            frame.offer,
            f"{frame.farewell}\nAmira",
        )
        for sentence in sentences:
            assert sentence in text
            text = text.replace(sentence, "", 1)
        assert text.strip() == ""


async def test_a_step_backwards_is_explained_first() -> None:
    fallen = stepped(("in_transit", None), ("paid", None), ("returned", "account_closed"))

    told, text = await _said(fallen, 0.1, Language.EN)

    assert told.preface == "utter_payout_paid_then_returned"
    assert text.index("Something has changed") < text.index("came back from the bank")


async def test_a_reference_that_is_not_theirs_tells_of_the_latest_of_their_own() -> None:
    statements = PayoutStatements(OnePayout(payout(PayoutState.PAID)), lambda: MONDAY, _link)

    told = await statements.about("lena", "PO-99999", Language.EN)
    nobodys = await statements.about("murat", "PO-48213", Language.EN)

    assert told is not None
    assert told.reference == "PO-48213"
    assert nobodys is None


def test_what_customers_are_called_is_text_not_a_name_of_a_value() -> None:
    told = Statement(
        reference="PO-1",
        amount="1 €",
        state="returned",
        response="utter_payout_returned_name_mismatch",
        values={
            "reference": "PO-1",
            "amount": "1 €",
            "since": "1 May",
            "holder": "{amount}",
            "name": "{name}",
            "balance_by": "2 May",
        },
    )
    material = Material(
        language=Language.EN, customer="{amount}", agent="Amira", question="", statement=told
    )

    text = worded(material, PHRASES)

    assert text.startswith("Hi {amount},")
    assert "made out to {amount}, but has to be made out to {name}" in text
