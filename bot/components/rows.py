"""The table of Rasa's SQL store, read and written in one round trip each."""

import json
from collections.abc import Sequence
from typing import Any

from psycopg2 import InterfaceError, OperationalError
from rasa.shared.core.events import Event
from sqlalchemy import event as happening
from sqlalchemy.engine import Engine

Row = tuple[int, dict[str, Any]]

_SINCE = "SELECT id, data FROM events WHERE sender_id = %s AND id >= %s ORDER BY id"

# Two statements in one round trip and one transaction: the second sees what was committed while
# the first waited. So writers of one conversation come one after the other, and ids rise in the
# order of commits: whoever knows the last id knows everything before it.
_APPEND = """
SELECT pg_advisory_xact_lock(hashtextextended(%(sender)s, 0));
INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)
SELECT %(sender)s, type_name, timestamp, intent_name, action_name, data
FROM unnest(%(types)s::text[], %(times)s::float8[], %(intents)s::text[], %(actions)s::text[],
            %(data)s::text[])
     WITH ORDINALITY AS new(type_name, timestamp, intent_name, action_name, data, place)
WHERE (SELECT coalesce(max(id), 0) FROM events WHERE sender_id = %(sender)s) = %(last)s
ORDER BY place
RETURNING id
"""


class Overtaken(Exception):
    """Another process has written to the conversation since it was read."""


class Rows:
    """Events of conversations; every call is a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        """Use its connections, each statement of which commits by itself."""
        self._engine = engine
        happening.listen(engine, "connect", _commit_by_itself)
        engine.dispose()  # what is connected by now does not know

    def since(self, sender: str, last: int) -> list[Row]:
        """The event of this id and all that came after it.

        A connection that a restart of the database broke shows itself here, before anything is
        written, and a new one is tried once.
        """
        try:
            rows = self._fetched(_SINCE, (sender, last))
        except (OperationalError, InterfaceError):
            self._engine.dispose()
            rows = self._fetched(_SINCE, (sender, last))
        return [(number, json.loads(data)) for number, data in rows]

    def append(self, sender: str, events: Sequence[Event], last: int) -> int:
        """Add events after the one of this id, all or none; the id of the last of them."""
        bodies = [event.as_dict() for event in events]
        ids = self._fetched(
            _APPEND,
            {
                "sender": sender,
                "last": last,
                "types": [event.type_name for event in events],
                "times": [body.get("timestamp") for body in bodies],
                "intents": [_intent(body) for body in bodies],
                "actions": [body.get("name") for body in bodies],
                "data": [json.dumps(body) for body in bodies],
            },
        )
        if not ids:
            raise Overtaken(sender)
        return int(ids[-1][0])

    def _fetched(self, statement: str, parameters: Any) -> list[tuple[Any, ...]]:
        connection = self._engine.raw_connection()
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, parameters)
                rows: list[tuple[Any, ...]] = cursor.fetchall()
        except BaseException:
            connection.invalidate()
            raise
        connection.close()  # back into the pool
        return rows


def _commit_by_itself(connection: Any, _record: Any) -> None:
    connection.autocommit = True


def _intent(body: dict[str, Any]) -> str | None:
    return ((body.get("parse_data") or {}).get("intent") or {}).get("name")
