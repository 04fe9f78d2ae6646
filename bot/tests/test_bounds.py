"""Examples pull towards their intents, and the way they do it is chosen by what was left out."""

import numpy as np
import pytest
from bot.components import bounds
from bot.components.bounds import Bounds, Way
from bot.components.leftout import LeftOut
from bot.components.likeness import SHARED, Array, Seen, likeness, nearness
from bot.components.margins import Margins
from scipy.sparse import csr_matrix

# Without focus all meanings are the same.
BLUNT, TELLING = Way(0.0, 0.1), Way(1.0, 0.1)


def seen(rows: int) -> "tuple[Seen, Array]":
    """Texts without words in three groups of meanings, with their intents."""
    groups = np.arange(rows) % 3
    spread = np.random.default_rng(1).normal(scale=0.05, size=(rows, 8))
    meant = np.eye(3, 8)[groups] + spread
    meant /= np.linalg.norm(meant, axis=1, keepdims=True)
    words = csr_matrix((rows, 4), dtype=np.float32)
    return Seen(words, meant.astype(np.float32)), np.array(["a", "b", "c"])[groups]


def test_nearness_falls_with_distance_and_sooner_with_focus() -> None:
    points = np.array([[1, 0], [0.8, 0.6], [0, 1]], np.float32)

    wide, narrow = nearness(points, points, 0.5)[0], nearness(points, points, 2.0)[0]

    assert wide == pytest.approx([1, np.exp(-0.2), np.exp(-1)])
    assert narrow[0] == pytest.approx(1)
    assert narrow[1] < wide[1]


def test_shared_words_count_beside_meaning() -> None:
    words = csr_matrix(np.array([[1, 0], [1, 0], [0, 1]], np.float32))
    texts = Seen(words, np.ones((3, 1), np.float32))

    assert likeness(texts, texts, 1.0)[0] == pytest.approx([1 + SHARED, 1 + SHARED, 1])


def test_many_texts_are_compared_as_few_are() -> None:
    some, _ = seen(3_000)

    assert np.allclose(likeness(some, some, 1.0)[-1], likeness(some, some, 1.0)[:, -1])


@pytest.mark.parametrize(
    ("ways", "chosen"),
    [((BLUNT, TELLING), TELLING), ((TELLING, BLUNT), TELLING), ((TELLING, Way(1.1, 0.1)), TELLING)],
)
def test_another_way_is_chosen_only_where_it_is_clearly_better(
    monkeypatch: pytest.MonkeyPatch, ways: "tuple[Way, Way]", chosen: Way
) -> None:
    monkeypatch.setattr(bounds, "WAYS", ways)
    texts, labels = seen(60)

    learned, _ = Bounds.chosen(texts, labels, 0)

    assert learned.way == chosen


def test_what_is_left_out_is_told_by_the_others() -> None:
    texts, labels = seen(60)

    _, leftout = Bounds.chosen(texts, labels, 0)

    assert LeftOut(labels).right(leftout) == 1


def test_the_stored_sums_give_the_margins_of_all_examples() -> None:
    texts = ["where is my money", "my payout", "what is the fee", "fees?", "a joke", "tell a joke"]
    intents = ["payout", "payout", "fees", "fees", "other", "other"]

    learned = Margins.learned(texts, intents)

    told = [learned.names[n] for n in learned.margins(texts).argmax(axis=1)]
    assert told == intents
    alone = np.vstack([learned.margins([text]) for text in texts])
    assert np.allclose(alone, learned.margins(texts), atol=1e-4)


def test_the_name_of_an_intent_is_an_example_of_it() -> None:
    learned = Margins.learned(["aaa", "bbb", "ccc"], ["weather", "fee_refund", "opening_hours"])

    told = [learned.names[n] for n in learned.margins(["rain?", "fees back"]).argmax(axis=1)]
    assert told == ["weather", "fee_refund"]


def test_what_is_always_known_is_never_met() -> None:
    texts, labels = seen(63)

    _, leftout = Bounds.chosen(texts, labels, 3)

    assert leftout is not None
    assert len(leftout) == 60
