"""Secrets are made once, are long, and are for the owner only."""

import json
import stat
from pathlib import Path

from local import secrets


def test_the_second_start_finds_the_secrets_of_the_first(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"

    assert secrets.load(file) == secrets.load(file)


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"

    secrets.load(file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_each_secret_is_long_and_its_own(tmp_path: Path) -> None:
    made = secrets.load(tmp_path / "secrets.json").values()

    assert len(set(made)) == 5
    assert min(map(len, made)) >= 40


def test_a_secret_that_is_new_in_this_version_is_added_to_the_others(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    file.write_text(json.dumps({"identity": "kept"}))

    made = secrets.load(file)

    assert made["identity"] == "kept"
    assert made["webhook"].startswith("whsec_")
