"""A witness in the database: sees every commit that gives an agent more than they can have.

Agents' loads are judged when the change commits, one commit of an agent after the other, so that
none is missed between two looks; what it sees it writes down, and changes nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg

LOOKS_ON = """
CREATE TABLE IF NOT EXISTS overload (agent uuid, load int, capacity int, at timestamptz);
CREATE OR REPLACE FUNCTION witness_load() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid := coalesce(NEW.owner_id, NEW.offered_to);
  held int;
  can_have int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(who::text, 0));
  SELECT count(*) INTO held FROM conversation
   WHERE (owner_id = who AND state = 'agent') OR (offered_to = who AND state = 'offered');
  SELECT capacity INTO can_have FROM agent WHERE id = who;
  IF held > can_have THEN
    INSERT INTO overload VALUES (who, held, can_have, clock_timestamp());
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS witness_load ON conversation;
CREATE CONSTRAINT TRIGGER witness_load AFTER UPDATE ON conversation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (coalesce(NEW.owner_id, NEW.offered_to)
        IS DISTINCT FROM coalesce(OLD.owner_id, OLD.offered_to)
        AND coalesce(NEW.owner_id, NEW.offered_to) IS NOT NULL)
  EXECUTE FUNCTION witness_load();
"""


@dataclass(frozen=True, slots=True)
class Witness:
    """What was seen so far."""

    database_url: str

    async def look_on(self) -> None:
        """From now on."""
        await self._run(LOOKS_ON)

    async def overloads(self) -> list[dict[str, Any]]:
        """Every time an agent had more than they can have."""
        rows = await self._fetch("SELECT agent::text, load, capacity FROM overload ORDER BY at")
        return [dict(row) for row in rows]

    async def now(self) -> datetime:
        """The only clock that counts."""
        [row] = await self._fetch("SELECT clock_timestamp() AS now")
        now: datetime = row["now"]
        return now

    async def logs(self) -> dict[str, list[dict[str, Any]]]:
        """Every conversation's log, as it was stored."""
        rows = await self._fetch(
            "SELECT conversation_id::text AS id, seq, at, body::text FROM event ORDER BY 1, seq"
        )
        found: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            event = {**json.loads(row["body"]), "seq": row["seq"], "at": row["at"].isoformat()}
            found.setdefault(row["id"], []).append(event)
        return found

    async def last_seqs(self) -> dict[str, int]:
        """How long every log is."""
        rows = await self._fetch("SELECT id::text, last_seq FROM conversation")
        return {row["id"]: row["last_seq"] for row in rows}

    async def _run(self, statements: str) -> None:
        connection = await asyncpg.connect(self.database_url)
        try:
            await connection.execute(statements)
        finally:
            await connection.close()

    async def _fetch(self, query: str) -> Sequence[Any]:
        connection = await asyncpg.connect(self.database_url)
        try:
            rows: Sequence[Any] = await connection.fetch(query)
            return rows
        finally:
            await connection.close()
