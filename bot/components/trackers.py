"""Where conversations are kept: PostgreSQL when its address is set, memory otherwise."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore

ADDRESS = "RASA_TRACKER_URL"
DIALECT = "postgresql"
log = logging.getLogger(__name__)


class DurableTrackers(SQLTrackerStore):
    """Rasa's SQL store, with connections tried before use.

    A connection that a restart of the database broke would fail the first turn after it, and
    Rasa would keep that turn in memory only.
    """

    def __init__(self, **options: Any) -> None:
        """Open the store; its tables are made when missing."""
        super().__init__(**options)
        self.engine.pool._pre_ping = True  # noqa: SLF001  Rasa leaves no way to pass it

    @contextmanager
    def session_scope(self) -> Iterator[Any]:
        """A session; Rasa asks for the schema's existence at each one, the migrations made it."""
        session = self.sessionmaker()
        try:
            yield session
        finally:
            session.close()


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
