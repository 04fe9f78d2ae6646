"""What one device knows: told once and in order, over any number of sockets."""

from dataclasses import dataclass, field

from tests.handoff.ends import Customer, Json, Socket

SHOWN = ("id", "state", "agent", "next", "language", "back_by", "closed_at")
"""What a screen shows of a conversation; places in line come by themselves."""


@dataclass(slots=True)
class Mirror:
    """A device that goes away and comes back where it was."""

    customer: Customer
    events: list[Json] = field(default_factory=list)
    conversation: Json = field(default_factory=dict)
    _socket: Socket | None = None
    _read: int = 0

    @property
    def last_seq(self) -> int:
        """How far it has come."""
        return self.events[-1]["seq"] if self.events else 0

    async def come(self) -> None:
        """Resume after what is known."""
        if self._socket is None:
            self._socket, self._read = await self.customer.socket(after=self.last_seq), 0

    async def go(self) -> None:
        """Whatever has arrived by now is known; the rest is missed."""
        if self._socket is not None:
            self._take(self._socket)
            await self._socket.ws.close()
            self._socket = None

    async def becomes(self, events: list[Json], shown: Json) -> None:
        """Ends with this log and this screen, in whatever frames they come."""
        await self.come()
        assert self._socket is not None
        self._take(self._socket)
        if self.last_seq < len(events):
            await self._socket.event(events[-1]["type"], seq=len(events))
            self._take(self._socket)
        if self.shown != shown:  # what the events led to is sent behind them
            await self._socket.until(
                lambda frame: (
                    frame["type"] == "conversation" and shown_by(frame["conversation"]) == shown
                )
            )
            self._take(self._socket)
        assert self.events == events

    def _take(self, socket: Socket) -> None:
        for frame in socket.heard[self._read :]:
            match frame["type"]:
                case "resumed" | "conversation":
                    self.conversation = frame["conversation"]
                case "event":
                    assert frame["event"]["seq"] == self.last_seq + 1, "a gap, or something twice"
                    self.events.append(frame["event"])
        self._read = len(socket.heard)

    @property
    def shown(self) -> Json:
        """What is on the screen."""
        return shown_by(self.conversation)


def shown_by(conversation: Json) -> Json:
    """What a screen makes of a conversation."""
    return {name: conversation[name] for name in SHOWN}


def _shows(frame: Json, shown: Json) -> bool:
    return frame["type"] == "conversation" and shown_by(frame["conversation"]) == shown
