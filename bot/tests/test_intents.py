"""Intents are told by their wording, and the confidence is honest."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bot.components import intents
from bot.components.intents import Wording
from bot.components.leftout import UNMEASURED
from bot.components.margins import Margins
from bot.components.wording import Weights, spelled
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

EXAMPLES = {
    "greet": ["hallo", "guten tag", "hello there", "hi", "moin"],
    "fees": ["was kostet das", "welche gebühren", "what are the fees", "gebühr?", "cost of it"],
    "payout": ["wo ist mein geld", "PO-12345", "where is my money", "auszahlung 99887", "PO 55555"],
}
CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("wording")


def lessons(examples: dict[str, list[str]]) -> TrainingData:
    """Training data of these examples."""
    messages = [
        Message.build(text=text, intent=name) for name, texts in examples.items() for text in texts
    ]
    return TrainingData(messages)


def trained(folder: Path, examples: dict[str, list[str]]) -> Wording:
    """A classifier that was trained, stored and loaded again."""
    storage = LocalModelStorage(folder)
    config = Wording.get_default_config()
    Wording.create(config, storage, RESOURCE, CONTEXT).train(lessons(examples))
    return Wording.load(config, storage, RESOURCE, CONTEXT)


def told(classifier: Wording, text: str) -> dict[str, Any]:
    """The intent of a text."""
    message = Message({"text": text})
    classifier.process([message])
    intent: dict[str, Any] = message.get("intent")
    return intent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hallo!", "greet"),
        ("die Gebühren", "fees"),
        ("mein geld", "payout"),
        ("po 70077", "payout"),
    ],
)
def test_alike_wording_is_the_same_intent(tmp_path: Path, text: str, name: str) -> None:
    assert told(trained(tmp_path, EXAMPLES), text)["name"] == name


def test_the_ranking_falls_from_the_best(tmp_path: Path) -> None:
    message = Message({"text": "hallo"})

    trained(tmp_path, EXAMPLES).process([message])

    ranking = message.get("intent_ranking")
    confidences = [each["confidence"] for each in ranking]
    assert ranking[0] == message.get("intent")
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in confidences)


@pytest.mark.parametrize("text", ["", "   ", "???", "🙃", "\u0000", "ﷺ" * 200])
def test_odd_text_is_no_error_and_never_sure(tmp_path: Path, text: str) -> None:
    assert told(trained(tmp_path, EXAMPLES), text)["confidence"] < 0.9


def test_two_intents_are_told_apart(tmp_path: Path) -> None:
    two = {name: EXAMPLES[name] for name in ("greet", "fees")}

    classifier = trained(tmp_path, two)

    assert told(classifier, "hallo")["name"] == "greet"
    assert told(classifier, "welche gebühren")["name"] == "fees"


def test_training_twice_gives_the_same(tmp_path: Path) -> None:
    texts = [text for own in EXAMPLES.values() for text in own]
    intents = [name for name, own in EXAMPLES.items() for _ in own]

    one, two = (Margins.learned(texts, intents) for _ in range(2))

    assert np.array_equal(one.confidences(texts), two.confidences(texts))


def test_confidence_is_the_share_that_was_right() -> None:
    # Half of the "coin" texts bear the other name, so nothing can be right more often than that.
    texts = [f"coin {n % 7}" for n in range(60)] + [f"rain {n % 5}" for n in range(30)]
    intents = ["heads", "tails"] * 30 + ["wet"] * 30

    margins = Margins.learned(texts, intents)

    sure = margins.confidences(["rain 2"]).max()
    unsure = margins.confidences(["coin 3"]).max()
    assert unsure < 0.75 < sure


def test_too_few_examples_keep_the_unmeasured_curve() -> None:
    assert Margins.learned(["a", "b", "c"], ["x", "y", "z"]).curve == UNMEASURED


def test_digits_are_alike_and_kinds_are_named() -> None:
    assert spelled("PO-48213") == "po-00000 zzpayoutreferencezz"
    assert spelled("PO-11111") == spelled("po-22222")


def test_code_that_learning_depends_on_is_trained_anew_and_other_code_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in Path(intents.__file__).parent.glob("*.py"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr("bot.components.intents.__file__", str(tmp_path / "intents.py"))
    before = Wording.fingerprint_addon({})

    (tmp_path / "leaning.py").write_text("changed = True")
    after_other_code = Wording.fingerprint_addon({})
    (tmp_path / "money.py").write_text("changed = True")

    assert after_other_code == before
    assert Wording.fingerprint_addon({}) != before


@pytest.mark.parametrize("text", ["wo ist mein geld", "PO-12345, bitte!", "", "ß" * 3000])
def test_one_text_weighs_what_its_row_among_many_does(text: str) -> None:
    weights = Weights.learned([text for texts in EXAMPLES.values() for text in texts])

    at, found = weights.of(text)

    row = weights.apply(["hallo", text])[1].toarray().ravel()
    assert np.allclose(row[at], found, atol=1e-6)
    assert np.count_nonzero(row) == np.count_nonzero(found)
