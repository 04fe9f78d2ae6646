"""Where conversations are kept."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from bot.components.live import StoredTracker
from bot.components.rows import Overtaken
from bot.components.trackers import DurableTrackers, Trackers
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import event, text

NAMED = EndpointConfig(type="bot.components.trackers.Trackers")
DOMAIN = Domain.from_yaml(
    """
intents: [thank]
entities: [payout_reference]
slots:
  seen: {type: any, mappings: [{type: custom}]}
  done: {type: bool, mappings: [{type: custom}]}
"""
)
Result = TypeVar("Result")


def test_without_an_address_they_are_kept_in_memory(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("RASA_TRACKER_URL", raising=False)

    store = TrackerStore.create(NAMED, Domain.empty())

    assert isinstance(store, InMemoryTrackerStore)
    assert "conversations_in_memory" in caplog.text


def opened() -> DurableTrackers:
    """The store of one more Rasa process."""
    store = Trackers(domain=DOMAIN, event_broker=None, host=None)
    assert isinstance(store, DurableTrackers)
    return store


def run(doing: Coroutine[Any, Any, Result]) -> Result:
    """Wait for it."""
    return asyncio.run(doing)


async def _turn(store: TrackerStore, sender: str, words: str) -> DialogueStateTracker:
    """A turn as the channel plays one: read, add, store."""
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    _say(tracker, words)
    await store.save(tracker)
    return tracker


def _say(tracker: DialogueStateTracker, words: str) -> None:
    found = [{"entity": "payout_reference", "value": words, "start": 0, "end": len(words)}]
    intent = {"name": "thank", "confidence": 0.5}
    said = UserUttered(words, intent, found, message_id=words, metadata={"language": "de"})
    shown = {"custom": {"article": {"slug": "fees"}}, "buttons": [{"title": "ä\u20ac", "n": 1}]}
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(said, DOMAIN)
    tracker.update(SlotSet("seen", [words, None, {"n": 1.5}]))
    tracker.update(BotUttered("Gern.", shown, {"utter_action": "utter_welcome"}))


def _words(tracker: "DialogueStateTracker | None") -> "list[str | None]":
    events = tracker.events if tracker else ()
    return [each.text for each in events if isinstance(each, UserUttered)]


def _statements(store: DurableTrackers) -> list[str]:
    """What is asked of the database from now on, filled in as it goes along."""
    asked: list[str] = []
    fetched = store._rows._fetched

    def counted(statement: str, parameters: Any) -> Any:
        asked.append(statement.strip())
        return fetched(statement, parameters)

    store._rows._fetched = counted  # type: ignore[method-assign]
    return asked


def test_a_conversation_is_read_as_it_was_stored(database: str) -> None:
    sender = str(uuid4())
    played = [run(_turn(opened(), sender, words)) for words in ("one", "two")][-1]

    afresh = run(opened().retrieve(sender))

    assert afresh is not None
    assert [each.as_dict() for each in afresh.events] == [each.as_dict() for each in played.events]
    everything = EventVerbosity.ALL
    assert afresh.current_state(everything) == played.current_state(everything)


def test_one_at_hand_equals_one_that_is_read_afresh(database: str) -> None:
    store, sender = opened(), str(uuid4())
    for words in ("one", "two", "three"):
        run(_turn(store, sender, words))

    live, afresh = run(store.retrieve(sender)), run(opened().retrieve(sender))

    assert live is not None
    assert afresh is not None
    assert live.current_state(EventVerbosity.ALL) == afresh.current_state(EventVerbosity.ALL)


def test_rasas_own_store_reads_and_writes_the_same_table(database: str) -> None:
    sender = str(uuid4())
    stock = SQLTrackerStore(DOMAIN, dialect="postgresql", host=database)

    run(_turn(opened(), sender, "ours"))
    run(_turn(stock, sender, "Rasa's"))

    assert _words(run(opened().retrieve(sender))) == ["ours", "Rasa's"]
    assert _words(run(stock.retrieve(sender))) == ["ours", "Rasa's"]
    assert sender in run(opened().keys())


def test_a_turn_costs_one_question_and_one_statement(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))

    asked = _statements(store)
    run(_turn(store, sender, "two"))

    assert len(asked) == 2


def test_a_turn_of_another_process_is_seen(database: str) -> None:
    one, other, sender = opened(), opened(), str(uuid4())

    for n, store in enumerate((one, other, one, one, other, one)):
        run(_turn(store, sender, str(n)))

    assert _words(run(opened().retrieve(sender))) == ["0", "1", "2", "3", "4", "5"]


def test_of_two_processes_at_once_one_is_told_that_it_was_late(database: str) -> None:
    one, other, sender = opened(), opened(), str(uuid4())
    run(_turn(one, sender, "first"))
    mine, theirs = run(one.retrieve(sender)), run(other.retrieve(sender))
    assert mine is not None
    assert theirs is not None
    _say(mine, "mine")
    _say(theirs, "theirs")

    run(one.save(mine))
    with pytest.raises(Overtaken):
        run(other.save(theirs))

    assert _words(run(opened().retrieve(sender))) == ["first", "mine"]
    assert _words(run(other.retrieve(sender))) == ["first", "mine"]


def test_a_race_of_many_processes_stores_whole_turns_and_each_once(database: str) -> None:
    stores, sender = [opened() for _ in range(4)], str(uuid4())
    won: list[str] = []

    async def play(store: DurableTrackers, number: int) -> None:
        for n in range(10):
            words = f"{number}.{n}"
            try:
                await _turn(store, sender, words)
            except Overtaken:
                continue
            won.append(words)

    async def race() -> None:
        await asyncio.gather(*(play(store, number) for number, store in enumerate(stores)))

    run(race())
    tracker = run(opened().retrieve(sender))

    assert tracker is not None
    assert sorted(map(str, _words(tracker))) == sorted(won)
    assert [type(each) for each in tracker.events] == [
        ActionExecuted,
        UserUttered,
        SlotSet,
        BotUttered,
    ] * len(won)
    assert len(won) >= 10  # somebody always wins


def test_a_conversation_that_was_erased_is_not_remembered(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))

    with store.session_scope() as session:
        session.execute(text("DELETE FROM events WHERE sender_id = :it"), {"it": sender})

    assert run(store.retrieve(sender)) is None


def test_a_turn_that_was_not_stored_leaves_nothing_at_hand(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "stored"))

    lost = run(store.retrieve(sender))
    assert lost is not None
    _say(lost, "lost")

    assert _words(run(store.retrieve(sender))) == ["stored"]


def test_a_broken_connection_costs_no_turn(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"

    with opened().session_scope() as session:
        session.execute(text(ended))
    run(_turn(store, sender, "two"))

    assert _words(run(opened().retrieve(sender))) == ["one", "two"]


def test_a_database_that_is_away_is_told(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))

    def refused(*_anything: object) -> None:
        raise ConnectionError("away")

    event.listen(store.engine, "do_connect", refused)
    store.engine.dispose()

    for doing in (store.retrieve(sender), _turn(store, sender, "two")):
        with pytest.raises(ConnectionError):
            run(doing)


def test_another_domain_gives_trackers_its_slots(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))

    store.domain = Domain.from_yaml("slots: {new: {type: any, mappings: [{type: custom}]}}")
    tracker = run(store.retrieve(sender))

    assert tracker is not None
    assert "new" in tracker.slots


def test_a_tracker_that_rasa_made_is_stored_behind_what_is_known(database: str) -> None:
    store, sender = opened(), str(uuid4())
    run(_turn(store, sender, "one"))
    known = run(store.retrieve(sender))
    assert known is not None

    copy = known.copy()
    _say(copy, "two")
    run(store.save(copy))

    assert not isinstance(copy, StoredTracker)
    assert _words(run(opened().retrieve(sender))) == ["one", "two"]


def test_no_more_are_kept_at_hand_than_allowed(database: str) -> None:
    store = opened()
    store._live._most = 2
    senders = [str(uuid4()) for _ in range(3)]

    for sender in senders:
        run(_turn(store, sender, "one"))

    assert [store._live.take(sender) is not None for sender in senders] == [False, True, True]


def test_a_session_costs_no_question_about_the_schema(database: str) -> None:
    store = opened()
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))

    with store.session_scope() as session:
        session.execute(text("SELECT 1"))

    assert asked == ["SELECT 1"]
