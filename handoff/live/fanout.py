"""Hints between processes over Redis pub/sub; without Redis each process still hears itself."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from handoff.domain.ids import AgentId, ConversationId
from handoff.live.hub import Colleague, Doing, Hub, Who
from handoff.live.keys import HINTS

log = structlog.get_logger()

RETRY_S = 1.0
"""Seconds between attempts to reach Redis again."""

SILENCE_S = 5.0
"""Pub/sub can go silent after a restart without an error: after so long we ask whether it lives."""

BACKLOG = 10_000
"""Hints kept while Redis is slow; what goes over is dropped, the sweep makes up for it."""


@dataclass(frozen=True, slots=True)
class Fanout:
    """Tells this process at once and the others through Redis; never makes anybody wait."""

    hub: Hub
    redis: Redis
    _me: str = field(default_factory=lambda: uuid4().hex)
    _outgoing: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    async def changed(self, conversation: ConversationId, *, turn: bool = False) -> None:
        """The conversation's log has grown; `turn` when the assistant has something to answer."""
        self.hub.wake(conversation, turn=turn)
        self._send({"conversation": str(conversation), "turn": turn})

    def dispatch(self) -> None:
        """There is something to give out, or somebody to take it."""
        self.hub.dispatch()

    async def ticked(self, conversation: ConversationId, guide: str) -> None:
        """The customer of the conversation got on with a guide."""
        self.hub.ticked(conversation, guide)
        self._send({"conversation": str(conversation), "guide": guide})

    def typing(self, conversation: ConversationId, who: Who) -> None:
        """Somebody is writing."""
        self.hub.typing(conversation, who)
        self._send({"conversation": str(conversation), "typing": who})

    def joined(self, conversation: ConversationId, colleague: Colleague) -> None:
        """Somebody of the team looks at a conversation, writes in it, or has left it."""
        self.hub.joined(conversation, colleague)
        who = {"id": str(colleague.id), "name": colleague.name, "doing": colleague.doing}
        self._send({"conversation": str(conversation), "colleague": who})

    def _send(self, hint: dict[str, Any]) -> None:
        try:
            self._outgoing.put_nowait(json.dumps({"from": self._me, **hint}))
        except asyncio.QueueFull:
            log.warning("hint dropped", backlog=BACKLOG)

    async def publish(self) -> None:
        """Send what others should hear; runs until cancelled."""
        while True:
            hint = await self._outgoing.get()
            try:
                await self.redis.publish(HINTS, hint)
            except (RedisError, OSError) as error:
                log.warning("hint not sent", error=type(error).__name__)
                await asyncio.sleep(RETRY_S)

    async def listen(self) -> None:
        """Hear what others send; runs until cancelled, over any number of restarts of Redis."""
        while True:
            try:
                await self._subscribed()
            except (RedisError, OSError, TimeoutError) as error:
                log.warning("hints silent", error=type(error).__name__)
            await asyncio.sleep(RETRY_S)

    async def _subscribed(self) -> None:
        async with self.redis.pubsub() as pubsub:
            await pubsub.subscribe(HINTS)
            self.hub.wake_everybody()
            unanswered = False
            while True:
                message = await pubsub.get_message(
                    ignore_subscribe_messages=True, timeout=SILENCE_S
                )
                if message is None and unanswered:
                    raise TimeoutError("the subscription has died without a word")
                unanswered = message is None
                if message is None:
                    await pubsub.ping()
                elif message["type"] == "message":
                    self._heard(message["data"])

    def _heard(self, data: bytes) -> None:
        try:
            hint = json.loads(data)
            sender, conversation = hint["from"], ConversationId(UUID(hint["conversation"]))
        except (ValueError, LookupError, TypeError, AttributeError):
            log.warning("not a hint", size=len(data))  # whoever sent it, we go on listening
            return
        if sender == self._me:
            return
        match hint:
            case {"typing": "customer" | "agent" | "assistant" as who}:
                self.hub.typing(conversation, who)
            case {"guide": str(guide)}:
                self.hub.ticked(conversation, guide)
            case {"colleague": {"id": str(id_), "name": str(name), "doing": str(doing)}}:
                self._joined(conversation, id_, name, doing)
            case _:
                self.hub.wake(conversation, turn=bool(hint.get("turn")))

    def _joined(self, conversation: ConversationId, id_: str, name: str, doing: str) -> None:
        known: dict[str, Doing] = {"viewing": "viewing", "writing": "writing", "gone": "gone"}
        try:
            who = Colleague(id=AgentId(UUID(id_)), name=name, doing=known[doing])
        except (ValueError, LookupError):
            log.warning("not a colleague", size=len(name))
            return
        self.hub.joined(conversation, who)
