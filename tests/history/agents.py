"""Agents who take, pass on, give back and speak, as fast as they can and all at once."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from tests.history.board import CALL, Board
from tests.history.owners import Written
from tests.history.staff import Member

Json: TypeAlias = dict[str, Any]

REMEMBERED = 20
"""Endings an agent remembers, to write under their epochs later."""

AGAIN_S = 0.1
"""After a call that nobody answered, the next one waits so long."""

UNKNOWN = 0
"""The status of a call that nobody answered."""


@dataclass(eq=False, slots=True)
class Tally:
    """What all agents together tried, and what came of it."""

    claims: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    unknown: int = 0
    stale_tried: int = 0
    stale_accepted: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Answers that no agent should ever get."""
    written: list[Written] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Worker:
    """One agent; knows of cases what the board shows."""

    http: ClientSession
    urls: Sequence[str]
    me: Member
    team: Sequence[Member]
    board: Board
    tally: Tally
    dice: random.Random
    past: list[Json] = field(default_factory=list)
    """Rows as they were when this agent had them."""

    async def act(self) -> bool:
        """One thing that makes sense now; False when there is none."""
        mine, offered = self.board.owned(self.me.id), self.board.offered(self.me.id)
        if offered:
            return await self._answer(self.dice.choice(offered))
        roll = self.dice.random()
        if roll < 0.12 and self.past:
            return await self._write_late(self.dice.choice(self.past))
        if roll < 0.2 and self.me.lead:
            return await self._take_over()
        if roll < 0.65 and mine:
            return await self._do_with(self.dice.choice(mine))
        waiting = self.board.waiting()
        return bool(waiting) and await self._take(self.dice.choice(waiting))

    async def _answer(self, row: Json) -> bool:
        if self.dice.random() < 0.15:
            return await self._call(row, "decline", {"reason": "busy"}) == 200
        return await self._claim(row, "accept an offer", "accept")

    async def _take(self, row: Json) -> bool:
        return await self._claim(row, "accept by hand", "accept")

    async def _take_over(self) -> bool:
        others = [row for row in self.board.owned() if row["owner"]["id"] != self.me.id]
        return bool(others) and await self._claim(
            self.dice.choice(others), "take over", "take-over"
        )

    async def _do_with(self, row: Json) -> bool:
        roll = self.dice.random()
        if roll < 0.25:
            return await self._say(row)
        self._remember(row)
        if roll < 0.55:
            to = self.dice.choice(self.team)
            return await self._claim(row, "transfer to an agent", "transfer", agent=to.id)
        if roll < 0.8:
            return await self._claim(row, "transfer to a team", "transfer", team="Everybody")
        what, body = self.dice.choice(
            [("hand-back", {}), ("snooze", {}), ("close", {"reason": "resolved"})]
        )
        return await self._call(row, what, {"epoch": row["epoch"], **body}) == 200

    async def _say(self, row: Json) -> bool:
        status = await self._written(row)
        return status in {200, 201}

    async def _write_late(self, row: Json) -> bool:
        """Under the epoch of an ownership that ended since; the board has to have shown that."""
        now = self.board.rows.get(row["id"])
        if now is not None and now["epoch"] == row["epoch"]:
            return False
        self.tally.stale_tried += 1
        if await self._written(row) in {200, 201}:
            self.tally.stale_accepted.append(row["id"])
        return True

    async def _written(self, row: Json) -> int:
        message = str(uuid4())
        body = {"client_message_id": message, "text": "One moment.", "epoch": row["epoch"]}
        status, answer = await self._post(row["id"], "messages", body)
        if status in {200, 201}:
            self.tally.written.append(
                Written(row["id"], message, self.me.id, row["epoch"], answer["seq"])
            )
        return status

    async def _claim(self, row: Json, kind: str, what: str, **body: object) -> bool:
        status = await self._call(row, what, {"epoch": row["epoch"], **body})
        if status != UNKNOWN:
            self.tally.claims += 1
            self.tally.tried[kind] += 1
            self.tally.done[kind] += status == 200
        return status == 200

    async def _call(self, row: Json, what: str, body: Json) -> int:
        status, answer = await self._post(row["id"], what, body)
        if status == 200:
            self.board.take(answer["row"])
        return status

    async def _post(self, conversation: str, what: str, body: Json) -> tuple[int, Json]:
        url = self.dice.choice(self.urls)
        headers = {"Origin": url, "Cookie": f"lotse_agent={self.me.cookie}"}
        path = f"{url}/v1/agent/conversations/{conversation}/{what}"
        try:
            async with self.http.post(path, json=body, headers=headers, timeout=CALL) as response:
                answer: Json = await response.json()
        except (ClientError, ConnectionError, TimeoutError):
            self.tally.unknown += 1
            await asyncio.sleep(AGAIN_S)
            return UNKNOWN, {}
        if response.status not in {200, 201}:
            self.tally.refused[answer["code"]] += 1
            if response.status not in {409, 503}:
                self.tally.wrong.append(f"{what}: {response.status} {answer}")
        return response.status, answer

    def _remember(self, row: Json) -> None:
        self.past = [*self.past[-REMEMBERED:], row]
