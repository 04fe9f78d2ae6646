"""The figures are what they are called."""

import json
import math
from pathlib import Path

import pytest
from bot.evaluation import report
from bot.evaluation.mentions import Found, entities, exact_share
from bot.evaluation.quality import Judged, Quality, calibration_error, confusions
from bot.evaluation.rows import Marked


def judged(expected: str, told: str, guess: str = "", confidence: float = 1.0) -> Judged:
    """A German message that took 2 ms."""
    return Judged("de", f"{expected}?", expected, told, guess or told, confidence, 0.002)


ALL = [
    judged("greet", "greet"),
    judged("greet", "thank"),
    judged("greet", "nlu_fallback", guess="greet", confidence=0.4),
    judged("thank", "thank"),
    judged("out_of_scope", "nlu_fallback", guess="thank", confidence=0.3),
    judged("out_of_scope", "out_of_scope"),
    judged("out_of_scope", "greet"),
]


def test_refusing_is_right_outside_and_wrong_inside() -> None:
    quality = Quality.of(ALL)

    assert quality.accuracy == pytest.approx(2 / 4)
    assert quality.guessed == pytest.approx(3 / 4)
    assert quality.outside_recall == pytest.approx(2 / 3)
    assert quality.false_refusals == pytest.approx(1 / 4)
    assert quality.p50_ms == quality.p99_ms == pytest.approx(2.0)


def test_macro_f1_is_the_mean_over_the_expected_intents() -> None:
    # greet: 1 right of 3 expected and 2 told; thank: 1 of 1 and 2; outside: 2 of 3 and 3.
    assert Quality.of(ALL).macro_f1 == pytest.approx((2 / 5 + 2 / 3 + 4 / 6) / 3)


def test_what_was_not_there_has_no_figure() -> None:
    quality = Quality.of([judged("greet", "greet")])

    assert math.isnan(quality.outside_recall)
    assert quality.accuracy == 1


def test_confidence_that_holds_has_no_error() -> None:
    honest = [judged("a", "a", confidence=0.75)] * 3 + [judged("a", "b", confidence=0.75)]

    assert calibration_error(honest) == pytest.approx(0)
    assert calibration_error([judged("a", "b", confidence=0.9)] * 5) == pytest.approx(0.9)


def test_confusions_name_their_messages_the_most_frequent_first() -> None:
    twice = [*ALL, judged("greet", "thank")]

    assert confusions(twice) == [
        ("greet", "thank", ["greet?", "greet?"]),
        ("greet", "nlu_fallback", ["greet?"]),
        ("out_of_scope", "greet", ["out_of_scope?"]),
    ]


def test_entities_count_each_mention() -> None:
    rows = [
        Found(Marked("de", "x", (("date", "1"), ("date", "1"))), (("date", "1"),)),
        Found(Marked("de", "y", (("amount", "2"),)), (("amount", "2"),)),
        Found(Marked("en", "z", ()), (("date", "3"),)),
    ]

    amount, date = entities(rows)

    assert exact_share(rows) == pytest.approx(1 / 3)
    assert (amount.named, amount.precision, amount.recall) == (1, 1.0, 1.0)
    assert (date.named, date.precision, date.recall) == (2, 0.5, 0.5)


def test_reports_are_kept_as_json_and_picture(tmp_path: Path) -> None:
    path, picture = report.keep_understanding(ALL[:3], {"file": "my set.csv"}, tmp_path)

    kept = json.loads(path.read_text("utf-8"))
    assert kept["figures"]["de"]["messages"] == 3
    assert kept["figures"]["all"]["outside_recall"] is None
    assert kept["confusions"][0]["messages"] == ["greet?"]
    assert path.name.startswith("understanding-my_set-")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_people_read_names_every_fault() -> None:
    told = "\n".join(report.understanding(ALL))
    found = "\n".join(report.found_things([Found(Marked("de", "am 3.", (("date", "1"),)), ())]))

    assert "| de | 7 | 0.500 | 0.750 |" in told
    assert "greet taken for thank: 1\n    greet?" in told
    assert "0.000 of 1 rows exactly right" in found
    assert "'am 3.'" in found
