"""What leads and admins may send, beside what every agent may."""

import re
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from handoff.api.requests import Equip, Request, no_nul
from handoff.domain.events import Channel
from handoff.domain.packet import Packet
from handoff.domain.people import Role

ADDRESS = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+")
"""One @ with something around it; whether it is somebody's, only a letter could tell."""


def _address(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise PydanticCustomError("not_an_address", "must be an e-mail address")
    return text


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


Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=320),
    AfterValidator(_address),
]
PersonName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    AfterValidator(no_nul),
]


class EnrolMember(Equip):
    """Somebody of the team: who they are, what they may do, and what they can do."""

    name: PersonName
    email: Email
    role: Role


class CheckMember(EnrolMember):
    """The same, only to be looked over; `agent` is who is changed."""

    agent: UUID | None = None
