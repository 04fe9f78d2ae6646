"""Replies that the demo's team has written in advance, read from data/demo/canned.yml."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import yaml

from handoff.api.composing.canned import steps_of
from handoff.api.composing.takes import PutCannedReply
from handoff.domain.canned import CannedReply
from handoff.domain.people import AgentRef, Language

FILE = Path(__file__).parents[1] / "data" / "demo" / "canned.yml"


def canned(by: AgentRef, now: datetime, file: Path = FILE) -> Iterator[CannedReply]:
    """As if `by` had written them; held to the same rules."""
    for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
        form = PutCannedReply.model_validate(_shared(entry))
        yield CannedReply(
            id=uuid5(NAMESPACE_URL, f"canned:{form.shortcut}:{form.team}"),
            shortcut=form.shortcut,
            title=form.title,
            text={Language.DE: form.text.de, Language.EN: form.text.en},
            team=form.team,
            steps=steps_of(form.steps),
            changed_at=now,
            changed_by=by,
        )


def _shared(entry: dict[str, Any]) -> dict[str, Any]:
    whose = entry.pop("for")
    return {**entry, "own": False, "team": None if whose == "everybody" else whose}
