"""Playbooks as files: ours can be read, a wrong one is refused by field and rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from connectors.playbooks import PlaybookError, load_playbooks
from handoff.domain.people import Language

ROOT = Path(__file__).parents[2] / "data" / "playbooks"
TEXT = {"de": "Text", "en": "text"}


def right() -> dict[str, Any]:
    """A playbook without a fault."""
    return {
        "title": TEXT,
        "starts_on": ["anger"],
        "criteria": [TEXT],
        "roles": [{"id": "owner", "name": TEXT, "task": TEXT}],
        "contacts": [{"id": "lead", "role": "owner", "within_minutes": 5, "how": TEXT}],
        "steps": [{"id": "look", "role": "owner", "title": TEXT}],
        "messages": [{"id": "hello", "title": TEXT, "text": TEXT}],
    }


def test_there_is_one_for_each_kind_of_trouble() -> None:
    found = load_playbooks(ROOT)

    assert set(found) == {"account-lock", "dispute", "payment-delay", "security-incident"}
    for playbook in found.values():
        assert playbook.starts_on
        assert len(playbook.contacts) >= 2
        assert len(playbook.steps) >= 5
        for message in playbook.messages:
            assert all("{case_number}" in message.text[language] for language in Language)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"starts_on": ["weather"]}, "starts_on.0: must be a rule of the handoff"),
        ({"criteria": []}, "criteria: Tuple should have at least 1 item"),
        ({"title": {"de": "nur deutsch"}}, "title.en: Field required"),
        (
            {"steps": [{"id": "look", "role": "nobody", "title": TEXT}]},
            "steps.look.role: must be one of owner",
        ),
        (
            {"steps": [{"id": "look", "role": "owner", "title": TEXT}] * 2},
            "steps: 'look' stands here twice",
        ),
        (
            {"contacts": [{"id": "x", "role": "owner", "within_minutes": 0, "how": TEXT}]},
            "contacts.0.within_minutes: Input should be greater than 0",
        ),
        (
            {"messages": [{"id": "x", "title": TEXT, "text": {"de": "{iban}", "en": "x"}}]},
            "messages.0.text.de: may name only {agent}, {case_number}, {customer}",
        ),
        ({"extra": 1}, "extra: Extra inputs are not permitted"),
    ],
)
def test_a_wrong_file_is_refused_with_file_field_and_rule(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    (tmp_path / "fire.yml").write_text(yaml.safe_dump({**right(), **changes}), "utf-8")

    with pytest.raises(PlaybookError) as refused:
        load_playbooks(tmp_path)

    assert str(refused.value).startswith(f"{tmp_path / 'fire.yml'}: {said}")


def test_a_rule_that_starts_two_playbooks_is_refused(tmp_path: Path) -> None:
    for name in ("fire", "flood"):
        (tmp_path / f"{name}.yml").write_text(yaml.safe_dump(right()), "utf-8")

    with pytest.raises(PlaybookError, match=r"flood\.yml: starts_on: anger starts fire already"):
        load_playbooks(tmp_path)


@pytest.mark.parametrize("text", ["title: [", "- a list", ""])
def test_what_is_no_playbook_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "fire.yml").write_text(text, "utf-8")

    with pytest.raises(PlaybookError, match=r"fire\.yml"):
        load_playbooks(tmp_path)
