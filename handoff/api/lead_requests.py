"""What leads and admins may send, beside what every agent may."""

from typing import Self
from uuid import UUID

from pydantic import model_validator

from handoff.api.requests import Request
from handoff.domain.events import Channel
from handoff.domain.packet import Packet


class Rehearse(Request):
    """Try where a conversation would go, or a case with this packet that comes by `channel`."""

    conversation: UUID | None = None
    packet: Packet | None = None
    channel: Channel = Channel.IN_APP

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.conversation is None) is (self.packet is None):
            raise ValueError("exactly one of conversation and packet must be given")
        return self

    @property
    def about(self) -> UUID:
        """The conversation, where it is about one."""
        assert self.conversation is not None
        return self.conversation
