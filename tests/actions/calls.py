"""Calls an action as Rasa does, and reads what came of it."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from actions.app import Sources, actions_of, executor_of
from knowledge.articles import load
from knowledge.guides import Guides, load_guides
from payouts.achievements import Achievement
from payouts.pages import PlatformPages
from tests.actions.fakes import FakeBook, FakeShelves, clock

Json = dict[str, Any]
ROOT = Path(__file__).parents[2] / "data"
LENA = {"sub": "lena", "kind": "freelancer", "verified": True, "name": "Lena Brandt"}
VISITOR = {"sub": None, "kind": "visitor", "verified": False, "name": None}


@cache
def guides() -> Guides:
    """The guides as published."""
    return load_guides(ROOT / "checklists", load(ROOT / "kb"), Achievement)


def user(
    text: str,
    intent: str,
    entities: Json | None = None,
    who: Json = LENA,
    ticks: Json | None = None,
) -> Json:
    """A customer's message as the tracker holds it."""
    return {
        "event": "user",
        "text": text,
        "metadata": {"language": "de", "customer": who, "guides": ticks or {}},
        "parse_data": {
            "text": text,
            "intent": {"name": intent, "confidence": 0.9},
            "entities": [{"entity": k, "value": v} for k, v in (entities or {}).items()],
        },
    }


def bot(response: str | None = None, **custom: Any) -> Json:
    """Something the assistant said or showed."""
    return {
        "event": "bot",
        "text": response and "…",
        "metadata": {"utter_action": response} if response else {},
        "data": {"custom": custom or None},
    }


@dataclass
class Result:
    """What an action said, showed and remembered."""

    responses: list[Json]
    events: list[Json]

    @property
    def said(self) -> list[str]:
        return [each["response"] for each in self.responses if each["response"]]

    @property
    def shown(self) -> Json:
        return {k: v for each in self.responses for k, v in (each["custom"] or {}).items()}

    @property
    def buttons(self) -> list[Json]:
        return [button for each in self.responses for button in each["buttons"]]

    @property
    def slots(self) -> Json:
        return {each["name"]: each["value"] for each in self.events if each["event"] == "slot"}


@dataclass
class World:
    """The actions over fakes."""

    book: FakeBook = field(default_factory=FakeBook)
    shelves: FakeShelves = field(default_factory=FakeShelves)
    pages: PlatformPages = field(default_factory=PlatformPages)
    limit_s: float = 5

    async def run(
        self, action: str, *events: Json, slots: Json | None = None, form: str | None = None
    ) -> Result:
        """Run an action after these events, the last of which is the customer's message."""
        latest = next(each for each in reversed(events) if each["event"] == "user")
        parsed = latest["parse_data"]
        state = {
            "sender_id": "c1",
            "slots": {"language": "de", **(slots or {})},
            "latest_message": {**parsed, "metadata": latest["metadata"]},
            "events": list(events),
            "latest_action_name": "action_listen",
            "active_loop": {"name": form} if form else {},
        }
        sources = Sources(book=self.book, shelves=self.shelves, guides=guides(), pages=self.pages)
        executor = executor_of(actions_of(sources, clock()), self.limit_s)
        result = await executor.run({"next_action": action, "tracker": state})
        return Result(result.responses, result.events)
