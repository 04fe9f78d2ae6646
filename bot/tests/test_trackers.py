"""Where conversations are kept."""

import pytest
from bot.components.trackers import DurableTrackers, Trackers
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import event, text

NAMED = EndpointConfig(type="bot.components.trackers.Trackers")


def test_without_an_address_they_are_kept_in_memory(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("RASA_TRACKER_URL", raising=False)

    store = TrackerStore.create(NAMED, Domain.empty())

    assert isinstance(store, InMemoryTrackerStore)
    assert "conversations_in_memory" in caplog.text


def test_connections_are_tried_before_use(monkeypatch: pytest.MonkeyPatch) -> None:
    # SQLite stands in: which database it is does not matter to the setting.
    monkeypatch.setattr("bot.components.trackers.DIALECT", "sqlite")
    monkeypatch.setenv("RASA_TRACKER_URL", "sqlite://")

    store = Trackers(domain=Domain.empty(), event_broker=None, host=None)

    assert isinstance(store, DurableTrackers)
    assert store.engine.pool._pre_ping is True


def test_a_session_costs_no_question_about_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.components.trackers.DIALECT", "sqlite")
    monkeypatch.setenv("RASA_TRACKER_URL", "sqlite://")
    store = Trackers(domain=Domain.empty(), event_broker=None, host=None)
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))

    with store.session_scope() as session:
        session.execute(text("SELECT 1"))

    assert asked == ["SELECT 1"]
