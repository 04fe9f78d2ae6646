"""What everybody has to know at once: written by a lead, and over at a stated time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from handoff.domain.people import AgentRef, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisNotice:
    """A text in each language, with its end; `by` is the lead who answers for it."""

    id: UUID
    text: Mapping[Language, str]
    begins_at: datetime
    ends_at: datetime
    by: AgentRef

    def holds(self, at: datetime) -> bool:
        """Whether it is to be said at this moment."""
        return self.begins_at <= at < self.ends_at
