"""What is unlike anything inside the scope is refused, as often as was asked for and no more."""

from typing import Any

import numpy as np
import pytest
from bot.components.leftout import LeftOut, Limit
from bot.components.margins import Margins
from bot.components.meaning import meanings

NAMES = ("fees", "out_of_scope", "payout")
TEXTS = {
    "payout": [f"where is my {what}" for what in ("payout", "money", "transfer", "pay", "wage")],
    "fees": [f"what {what} do I pay" for what in ("fee", "fees", "charge", "costs", "percentage")],
    "out_of_scope": ["weather in Rome", "tell a joke", "pancake recipe", "who won", "cat pictures"],
}


def examples(*names: str) -> "tuple[list[str], list[str]]":
    """Texts of these intents with their names."""
    pairs = [(text, name) for name in names for text in TEXTS[name]]
    return [text for text, _ in pairs], [name for _, name in pairs]


def test_the_share_asked_for_is_refused() -> None:
    inside = np.linspace(-1, 1, 101)
    margins = np.column_stack([inside, np.full(101, -1.5), np.full(101, -2.0)])

    limit = Limit.measured(margins, NAMES, np.array(["fees"] * 101), 0.05)

    assert sum(limit.refuses(row) for row in margins) == 5
    assert limit.refuses(margins[0])
    assert not limit.refuses(margins[-1])


def test_looking_like_the_outside_counts_against_a_message() -> None:
    limit = Limit.of(NAMES, 0.0)

    assert not limit.refuses(np.array([0.2, -1.0, -1.0]))
    assert limit.refuses(np.array([-0.1, -0.1, -1.0]))
    assert limit.refuses(np.array([0.2, 0.3, -1.0]))


@pytest.mark.parametrize("refused", [0.0, 0.2])
def test_without_examples_of_the_outside_nothing_is_refused(refused: float) -> None:
    learned = Margins.learned(*examples("payout", "fees"), refused)

    assert not learned.limit.refuses(learned.margins(["entirely unlike everything"])[0])


def test_what_was_learned_is_the_same_after_storing() -> None:
    learned = Margins.learned(*examples("payout", "fees", "out_of_scope"), 0.1)

    again = Margins.of_arrays(learned.arrays())

    assert again.limit == learned.limit
    assert again.focus == learned.focus
    assert np.array_equal(again.margins(["where is it"]), learned.margins(["where is it"]))


def test_no_example_is_met_by_a_model_that_learned_from_it() -> None:
    labels = np.array(["a", "b", "c"] * 10)
    met: list[int] = []

    def learn(known: Any, unseen: Any) -> Any:
        assert not set(known) & set(unseen)
        assert len(known) + len(unseen) == 30
        met.extend(unseen)
        return np.zeros((len(unseen), 3))

    LeftOut(labels).margins(learn)

    assert sorted(met) == list(range(30))


def test_texts_of_like_meaning_are_near_in_both_languages() -> None:
    german, english, other = meanings(
        ["Wo bleibt mein Geld?", "Where is my money?", "What is the weather in Rome?"]
    )

    assert german @ english > 0.6 > german @ other


def test_a_wall_of_text_costs_no_more_than_its_beginning() -> None:
    words = "money " * 400

    assert np.array_equal(meanings([words]), meanings([words * 50]))
