"""Where conversations are kept: PostgreSQL when its address is set, memory otherwise."""

import asyncio
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.components.live import Live, StoredTracker
from bot.components.rows import Row, Rows

ADDRESS = "RASA_TRACKER_URL"
DIALECT = "postgresql"
AT_HAND = 500
log = logging.getLogger(__name__)


class DurableTrackers(SQLTrackerStore):
    """Rasa's SQL store and table, with one short question to read a turn and one to write it.

    Conversations stay at hand after they were stored. What another process wrote meanwhile, or
    erased, shows in the ids, and the conversation is read anew.
    """

    def __init__(self, **options: Any) -> None:
        """Open the store; its tables are made when missing."""
        self._live = Live(AT_HAND)
        super().__init__(**options)
        self._rows = Rows(self.engine)

    @property
    def domain(self) -> Domain:
        """What slots a tracker has."""
        return self._domain

    @domain.setter
    def domain(self, domain: Domain | None) -> None:
        self._domain = domain or Domain.empty()
        self._live.forget()

    @contextmanager
    def session_scope(self) -> Iterator[Any]:
        """A session; Rasa asks for the schema's existence at each one, the migrations made it."""
        session = self.sessionmaker()
        try:
            yield session
        finally:
            session.close()

    def init_tracker(self, sender_id: str) -> StoredTracker:
        """A tracker of which nothing is stored yet."""
        return StoredTracker(sender_id, self.domain.slots)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The whole conversation: with sessions that never expire it is one session."""
        live = self._live.take(sender_id)
        last = live.last_id if live else 0
        rows = await asyncio.to_thread(self._rows.since, sender_id, last)
        if live and [number for number, _ in rows] == [last]:
            return live
        if live:
            rows = await asyncio.to_thread(self._rows.since, sender_id, 0)
        return self._replayed(sender_id, rows) if rows else None

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The same."""
        return await self.retrieve(conversation_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, all or nothing; Overtaken when another process was faster."""
        known = await self._known(tracker)
        new = list(islice(tracker.events, known.stored, None))
        if not new:
            return
        last = await asyncio.to_thread(self._rows.append, tracker.sender_id, new, known.last_id)
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)
        if isinstance(tracker, StoredTracker):
            tracker.stored, tracker.last_id = len(tracker.events), last
            self._live.keep(tracker)

    async def _known(self, tracker: DialogueStateTracker) -> StoredTracker:
        """How much of it is stored; of a tracker that Rasa made otherwise the table knows."""
        if isinstance(tracker, StoredTracker):
            return tracker
        rows = await asyncio.to_thread(self._rows.since, tracker.sender_id, 0)
        return self._replayed(tracker.sender_id, rows)

    def _replayed(self, sender: str, rows: list[Row]) -> StoredTracker:
        events = [data for _, data in rows]
        tracker = StoredTracker.from_dict(sender, events, self.domain.slots)
        assert isinstance(tracker, StoredTracker)
        tracker.stored, tracker.last_id = len(rows), rows[-1][0] if rows else 0
        return tracker


class Trackers:
    """Named in endpoints.yml, so that stock commands run without any environment."""

    def __new__(cls, **options: Any) -> TrackerStore:
        """Build the store that the environment asks for."""
        options.pop("host", None)
        address = os.environ.get(ADDRESS)
        if not address:
            log.warning("conversations_in_memory reason=%s_unset", ADDRESS)
            return InMemoryTrackerStore(**options)
        return DurableTrackers(dialect=DIALECT, host=address, **options)
