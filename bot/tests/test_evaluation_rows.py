"""Files are read strictly, and what is wrong is said by row, field and rule."""

from pathlib import Path

import pytest
from bot.evaluation.rows import BadFile, Labelled, Marked, labelled, marked


def written(folder: Path, text: str) -> Path:
    """A file with this text."""
    path = folder / "rows.csv"
    path.write_bytes(text.encode())
    return path


def test_rows_are_read_with_their_language(tmp_path: Path) -> None:
    path = written(
        tmp_path, '\ufefflang,intent,text\nde,greet,"Hallo,\nihr da"\n\nen,thank,Thanks\n'
    )

    assert labelled(path) == [
        Labelled("de", "greet", "Hallo,\nihr da"),
        Labelled("en", "thank", "Thanks"),
    ]


def test_a_language_is_not_needed(tmp_path: Path) -> None:
    assert labelled(written(tmp_path, "intent,text\ngreet,Hi\n")) == [Labelled("", "greet", "Hi")]


def test_entities_are_read_in_their_order(tmp_path: Path) -> None:
    row = 'de,am 3.,"[{""entity"": ""date"", ""value"": ""2026-12-03""}]"\n'

    rows = marked(written(tmp_path, f"lang,text,entities\n{row}de,nichts,[]\n"))

    assert rows == [
        Marked("de", "am 3.", (("date", "2026-12-03"),)),
        Marked("de", "nichts", ()),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "row 1, intent: the header must name intent, text"),
        ("intent,message\n", "row 1, text: the header must name"),
        ("intent,text\n", "row 2: there must be at least one message"),
        ("intent,text\ngreet\n", "row 2: must have 2 fields as the header, has 1"),
        ("intent,text\ngreet,Hi\ngreet,Hi,there\n", "row 3: must have 2 fields"),
        ("intent,text\ngreet,  \n", "row 2, text: must not be empty"),
        ("intent,text\ngreet,Hi\n,Hi\n", "row 3, intent: must not be empty"),
        ("intent,text\nsing,la\n", "row 2, intent: “sing” is none of the 1 known intents"),
        ('intent,text\ngreet,"Hi\n', "must be CSV"),
        ("\ufeff", "row 1, intent: the header must name intent, text"),
        ("intent\ngreet\n", "row 1, text: the header must name"),
        ("intent,text,Text\ngreet,Hi,Ho\n", "row 1, text: the header must name it once"),
        ("\nintent,text\n\ngreet\n", "row 4: must have 2 fields"),
        ("intent,text\ngreet,Hi\x00\n", "must be CSV"),
        ("intent,text\ngreet," + 200_000 * "a" + "\n", "must be CSV: field larger"),
    ],
)
def test_a_bad_file_is_told_by_row_field_and_rule(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(BadFile, match=r"rows\.csv: ") as refused:
        labelled(written(tmp_path, text), ["greet"])

    assert fault in str(refused.value)


@pytest.mark.parametrize(
    "field", ["{}", "no", "[7]", '"[{""entity"": ""date""}]"', '"[{""entity"": 1, ""value"": 2}]"']
)
def test_bad_entities_are_told(tmp_path: Path, field: str) -> None:
    with pytest.raises(BadFile, match="row 2, entities: must be a JSON list"):
        marked(written(tmp_path, f"lang,text,entities\nde,am 3.,{field}\n"))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes("intent,text\ngreet,Grüß\n".encode("latin-1"))

    with pytest.raises(BadFile, match="must be UTF-8, is not at byte 20"):
        labelled(latin)
    with pytest.raises(BadFile, match="cannot be read"):
        labelled(tmp_path / "none.csv")


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_spreadsheet_of_another_language_is_read(tmp_path: Path, sign: str) -> None:
    path = written(tmp_path, f'Intent{sign}Text\ngreet{sign}"Hallo, du{sign}\nda"\n')

    assert labelled(path) == [Labelled("", "greet", f"Hallo, du{sign}\nda")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_read(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending.join(["lang,intent,text", "DE,greet,Hi", ""]))

    assert labelled(path) == [Labelled("de", "greet", "Hi")]


def test_rows_left_empty_are_no_messages(tmp_path: Path) -> None:
    path = written(tmp_path, "\n;;\nlang;intent;text\nde;greet;Hi\n   \n;;\nde;thank;Danke\n")

    assert [row.text for row in labelled(path)] == ["Hi", "Danke"]


def test_thousands_of_rows_are_read_in_their_order(tmp_path: Path) -> None:
    rows = "".join(f"en,greet,Hi {n}\n" for n in range(5_000))

    assert [row.text for row in labelled(written(tmp_path, f"lang,intent,text\n{rows}"))] == [
        f"Hi {n}" for n in range(5_000)
    ]
