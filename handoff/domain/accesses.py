"""Reads and writes of personal data, as they are kept for whoever has to account for them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handoff.domain.ids import AgentId, ConversationId, CustomerId


class Action(StrEnum):
    """What was done with the data."""

    READ = "read"
    WRITTEN = "written"
    ERASED = "erased"


class Subject(StrEnum):
    """Which data."""

    SEALED_TEXT = "sealed_text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who did what with whose data, and what for. Holds no data: `fields` are names of kinds."""

    agent: AgentId | None
    """None: the system, by its own rules."""
    action: Action
    subject: Subject
    customer: CustomerId
    conversation: ConversationId | None
    seq: int | None
    fields: tuple[str, ...]
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An access with the time at which it was recorded."""

    at: datetime
    access: Access
