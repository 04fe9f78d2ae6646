"""The commands train and load through Rasa, and refuse a bad file before that."""

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from bot.evaluation import __main__ as evaluate
from bot.evaluation import pipeline
from bot.evaluation.assistant import Assistant, pretend_today
from bot.evaluation.rows import Labelled, Marked
from bot.evaluation.training import sample, train_pipeline

ROOT = Path(__file__).parents[2]
LESSONS = {
    "payout": ["where is my payout", "where is my money", "is my pay [late](x)", "money {now}?"],
    "fees": ["what are the fees", "how much do you charge", "fee for a payout", "what it costs"],
    "out_of_scope": ["weather in Rome", "tell a joke", "pancake recipe", "who won the match"],
}


def table(path: Path, names: "tuple[str, ...]" = tuple(LESSONS)) -> Path:
    """A file of the lessons."""
    rows = "".join(f"{name},{text}\n" for name in names for text in LESSONS[name])
    path.write_text(f"intent,text\n{rows}", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped pipeline, trained on the lessons."""
    rows = [Labelled("en", name, text) for name, own in LESSONS.items() for text in own]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RASA_CACHE_DIRECTORY", "")  # so that it is as before afterwards
        return train_pipeline(rows, tmp_path_factory.mktemp("trained"))


def test_a_trained_pipeline_tells_intents_and_things(model: Path) -> None:
    assistant = Assistant(model)

    judged = list(assistant.judge([Labelled("en", "payout", "where is my payout?")]))
    found = list(
        assistant.mentions([Marked("en", "PO-48213?", (("payout_reference", "PO-48213"),))])
    )

    assert judged[0].guess == "payout"
    assert 0 < judged[0].confidence < 1
    assert judged[0].seconds > 0
    assert found[0].exact


def test_what_begins_like_a_command_is_not_understood_as_in_the_product(model: Path) -> None:
    (judged,) = Assistant(model).judge([Labelled("en", "payout", " /payout")])

    assert judged.told == judged.guess == "nlu_fallback"


def test_both_commands_end_with_figures_in_files(tmp_path: Path) -> None:
    train, test, out = table(tmp_path / "a.csv"), table(tmp_path / "b.csv"), tmp_path / "out"
    command = [sys.executable, "-m", "bot.evaluation.pipeline", str(train), str(test)]

    run = subprocess.run(
        [*command, "--per-intent", "3", "--out", str(out)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    assert "learned from 9 messages" in run.stdout
    kept = json.loads(next(out.glob("*.json")).read_text("utf-8"))
    assert kept["figures"]["all"]["messages"] == 12
    assert kept["per_intent"] == 3
    assert len(list(out.glob("*.png"))) == 1


def test_the_model_is_asked_what_it_knows(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "entities.csv"
    file.write_text(
        'lang,text,entities\nde,gestern,"[{""entity"": ""date"", ""value"": ""2026-11-23""}]"\n'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOTSE_CLOCK_OFFSET_S", "0")

        code = evaluate.main(
            [str(file), "--model", str(model), "--out", str(tmp_path), "--today", "2026-11-24"]
        )

    assert code == 0
    assert "all: 1.000 of 1 rows exactly right" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rows", "fault"),
    [("intent,text\npayout,\n", "row 2, text: must not be empty"), ("a,b\n", "row 1, intent")],
)
def test_a_bad_file_ends_with_2(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str], rows: str, fault: str
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(rows)

    assert evaluate.main([str(bad), "--model", str(model)]) == 2
    assert fault in capsys.readouterr().err
    assert pipeline.main([str(bad), str(bad)]) == 2
    assert fault in capsys.readouterr().err


def test_a_missing_model_and_unknown_intents_end_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fees, every = table(tmp_path / "a.csv", ("fees", "payout")), table(tmp_path / "b.csv")
    every.write_text(every.read_text() + "sing,la\n")

    assert evaluate.main([str(every), "--model", str(tmp_path / "none")]) == 2
    assert "there is no model" in capsys.readouterr().err
    assert pipeline.main([str(fees), str(every)]) == 2
    assert "row 14, intent: “sing” is none of the 3 known intents" in capsys.readouterr().err
    assert pipeline.main([str(table(tmp_path / "c.csv", ("fees",))), str(every)]) == 2
    assert "at least two different ones" in capsys.readouterr().err


def test_a_sample_is_the_same_at_each_run() -> None:
    rows = [Labelled("", name, str(n)) for name in "ab" for n in range(30)]

    one, two, other = sample(rows, 5, 1), sample(rows, 5, 1), sample(rows, 5, 2)

    assert one == two != other
    assert [row.intent for row in one] == ["a"] * 5 + ["b"] * 5
    assert len(sample(rows, 100, 1)) == 60


def test_another_today_is_an_offset_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_CLOCK_OFFSET_S", "0")

    pretend_today(date(2026, 3, 29))

    offset = timedelta(seconds=float(os.environ["LOTSE_CLOCK_OFFSET_S"]))
    assert (datetime.now(ZoneInfo("Europe/Berlin")) + offset).date() == date(2026, 3, 29)
