"""Files of rules are checked as they are on disk, and never say where that is."""

from pathlib import Path

from connectors.hours import OpeningHours
from connectors.routing import read
from connectors.rule_files import CheckedFiles

DATA = Path(__file__).parents[2] / "data"


def test_the_shipped_files_are_right() -> None:
    readers = {DATA / "hours.yml": OpeningHours.load, DATA / "routing.yml": read}

    files = CheckedFiles(readers)()

    assert [(it.name, it.fault) for it in files] == [
        ("data/hours.yml", None),
        ("data/routing.yml", None),
    ]
    assert "Europe/Berlin" in files[0].text


def test_a_wrong_file_is_named_with_field_and_rule_and_without_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    hours, routing = folder / "hours.yml", folder / "routing.yml"
    hours.write_text("time_zone: Europe/Atlantis\ncountry: DE\nweek: {mon: [08:00-18:00]}\n")
    routing.write_text("offer_s: 1\n")

    files = CheckedFiles({hours: OpeningHours.load, routing: read, folder / "none.yml": read})()

    faults = [it.fault or "" for it in files]
    assert faults[0].startswith("data/hours.yml: time_zone: ")
    assert faults[1].startswith("data/routing.yml:1: offer_s: ")
    assert "data/none.yml" in faults[2]
    assert str(tmp_path) not in str(files)
    assert files[1].text == "offer_s: 1\n"
