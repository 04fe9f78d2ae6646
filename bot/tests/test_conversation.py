"""A turn is run once, for its customer, and only when it can be stored."""

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from bot.components.conversation import play
from bot.components.turn import Refused, Turn
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_yaml(
    """
intents: [greet, thank]
slots: {acquainted: {type: bool, initial_value: false, mappings: [{type: custom}]}}
"""
)


MEANT = {"Wo": "ask_payout_status", "kostet": "ask_fees"}


class Store(InMemoryTrackerStore):
    """A store in memory that can be lost, as a database can."""

    lost = False

    async def retrieve(self, sender_id: str) -> "DialogueStateTracker | None":
        if self.lost:
            raise ConnectionError("the database is away")
        return await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        if self.lost:
            raise ConnectionError("the database is away")
        await super().save(tracker)


@dataclass
class Processor:
    """Understands everything alike and answers it; counts how often it was asked to."""

    intent: str = "thank"
    runs: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    loses: "Store | None" = None
    model_metadata: Any = field(
        default_factory=lambda: SimpleNamespace(model_id="m", assistant_id="a")
    )

    async def parse_message(self, message: Any) -> "dict[str, Any]":
        self.read.append(message.text)
        found = (intent for words, intent in MEANT.items() if words in message.text)
        intent = {"name": next(found, self.intent), "confidence": 0.9}
        return {"text": message.text, "intent": intent, "entities": []}

    async def _update_tracker_session(self, *_anything: Any) -> None:
        """No session events are needed here."""

    async def _handle_message_with_tracker(
        self, message: Any, tracker: DialogueStateTracker
    ) -> None:
        self.runs.append(message.text)
        parsed = message.parse_data
        tracker.update(
            UserUttered(
                message.text,
                parsed["intent"],
                parsed["entities"],
                parsed,
                message_id=message.message_id,
                metadata=message.metadata,
            )
        )

    async def run_action_extract_slots(self, *_anything: Any) -> None:
        """No slots are filled from entities here."""

    async def _run_prediction_loop(self, _channel: Any, tracker: DialogueStateTracker) -> None:
        text = f"Antwort auf {self.runs[-1]}"
        tracker.update(BotUttered(text, {}, {"utter_action": "utter_x"}))
        if self.loses:
            self.loses.lost = True


class Words:
    """The one response that the channel says itself."""

    @staticmethod
    def generate_from_slots(_name: str, slots: "dict[str, str]", _channel: str) -> "dict[str, str]":
        return {"text": {"de": "Ich bin ein Assistent."}[slots["language"]]}


class FakeAgent:
    """Rasa's agent as far as the channel uses it."""

    def __init__(self, *, ready: bool = True) -> None:
        self.store = Store(DOMAIN)
        self.tracker_store = FailSafeTrackerStore(self.store)
        self.lock_store = InMemoryLockStore()
        self.processor = Processor()
        self.domain, self.nlg, self.ready = DOMAIN, Words(), ready

    def is_ready(self) -> bool:
        return self.ready


def turn(number: int, text: "str | None" = "Danke", sub: "str | None" = None, **more: Any) -> Turn:
    """The customer's message of this number."""
    metadata = {"language": "de", "customer": {"sub": sub, "verified": sub is not None}}
    return Turn("c1", f"c1:{number}", text, more.get("payload"), metadata)


def played(agent: FakeAgent, *turns: Turn) -> "list[dict[str, Any]]":
    """The answers to some turns."""

    async def play_all() -> "list[dict[str, Any]]":
        return [await play(agent, each, "lotse") for each in turns]

    return asyncio.run(play_all())


def code_of(agent: FakeAgent, *turns: Turn) -> "tuple[int, str]":
    """How the last of some turns is refused."""
    with pytest.raises(Refused) as refused:
        played(agent, *turns)
    return refused.value.status, refused.value.code


def texts(answer: "dict[str, Any]") -> list[str]:
    """What was said."""
    return [reply["text"] for reply in answer["replies"]]


def test_the_first_answer_is_introduced_and_the_next_is_not() -> None:
    first, second = played(FakeAgent(), turn(1, "eins"), turn(2, "zwei"))

    assert texts(first) == ["Ich bin ein Assistent.", "Antwort auf eins"]
    assert texts(second) == ["Antwort auf zwei"]


def test_a_greeting_introduces_itself() -> None:
    agent = FakeAgent()
    agent.processor.intent = "greet"

    [answer] = played(agent, turn(1, "Hallo"))

    assert texts(answer) == ["Antwort auf Hallo"]


def test_after_the_first_answer_the_rules_know_that_it_introduced_itself() -> None:
    agent = FakeAgent()

    played(agent, turn(1))
    before = asyncio.run(agent.store.retrieve("c1"))
    played(agent, turn(2))
    after = asyncio.run(agent.store.retrieve("c1"))

    assert before is not None
    assert after is not None
    assert (before.get_slot("acquainted"), after.get_slot("acquainted")) == (False, True)


def test_a_repeat_runs_nothing_and_says_the_same() -> None:
    agent = FakeAgent()

    first, again = played(agent, turn(1), turn(1))

    assert again == {**first, "repeat": True}
    assert agent.processor.runs == ["Danke"]


def test_another_customer_is_refused_and_runs_nothing() -> None:
    agent = FakeAgent()

    refused = code_of(agent, turn(1, sub="lena"), turn(2, "x", sub="tomas"))

    assert refused == (409, "other_customer")
    assert code_of(agent, turn(3, "x")) == (409, "other_customer")
    assert agent.processor.runs == ["Danke"]


def test_a_visitor_may_sign_in_once() -> None:
    agent = FakeAgent()

    played(agent, turn(1), turn(2, sub="lena"))

    assert code_of(agent, turn(3, sub="tomas")) == (409, "other_customer")


def test_a_repeat_of_another_customer_is_refused_too() -> None:
    assert code_of(FakeAgent(), turn(1, sub="lena"), turn(1, sub="tomas"))[0] == 409


def test_a_store_that_is_away_is_told_and_runs_nothing() -> None:
    agent = FakeAgent()
    agent.store.lost = True

    assert code_of(agent, turn(1)) == (503, "tracker_unavailable")
    assert agent.processor.runs == []


def test_a_turn_that_could_not_be_stored_is_told_and_runs_again_later() -> None:
    agent = FakeAgent()
    agent.processor.loses = agent.store

    assert code_of(agent, turn(1)) == (503, "tracker_unavailable")

    agent.store.lost, agent.processor.loses = False, None
    [later] = played(agent, turn(1))
    assert later["repeat"] is False
    assert texts(later) == ["Ich bin ein Assistent.", "Antwort auf Danke"]


def test_of_a_turn_that_could_not_be_stored_nothing_is_stored() -> None:
    agent = FakeAgent()
    agent.processor.loses = agent.store

    code_of(agent, turn(1, "Wo bleibt PO-48213 und was kostet das Auszahlen?"))

    agent.store.lost = False
    tracker = asyncio.run(agent.store.retrieve("c1"))
    assert tracker is None or not tracker.events


def test_two_questions_are_run_one_after_the_other_and_repeated_together() -> None:
    agent = FakeAgent()
    asks = turn(1, "Wo bleibt PO-48213 und was kostet das Auszahlen?")

    first, again, later = played(agent, asks, asks, turn(2))

    assert agent.processor.runs == ["was kostet das Auszahlen?", "Wo bleibt PO-48213", "Danke"]
    assert len(first["replies"]) == 3  # who speaks, and both answers
    assert again == {**first, "repeat": True}
    assert texts(later) == ["Antwort auf Danke"]


def test_one_question_is_read_once_and_run_as_it_was_written() -> None:
    agent = FakeAgent()

    played(agent, turn(1, "Wo bleibt PO-48213? Ich warte und warte."))

    assert agent.processor.read == agent.processor.runs
    assert agent.processor.runs == ["Wo bleibt PO-48213? Ich warte und warte."]


def test_without_a_model_it_says_so() -> None:
    assert code_of(FakeAgent(ready=False), turn(1)) == (503, "no_model")


@pytest.mark.parametrize("payload", ["/restart", "/nosuch", "/", "//greet", "/greet@0.5"])
def test_payloads_name_an_intent_of_ours(payload: str) -> None:
    agent = FakeAgent()

    assert code_of(agent, turn(1, None, payload=payload)) == (400, "payload_unknown")
    assert agent.processor.runs == []


@pytest.mark.parametrize(
    "text", [" // /", " /thank", ' /set_slot{"sub": "tomas"}', "\N{FRACTION SLASH}greet"]
)
def test_a_typed_command_is_not_understood_and_its_words_are_not_read(text: str) -> None:
    agent = FakeAgent()

    [answer] = played(agent, turn(1, text))

    assert answer["understanding"]["intent"] == "nlu_fallback"
    assert answer["understanding"]["entities"] == []
    assert answer["understanding"]["confidence"] == 0
    assert agent.processor.read == []
