"""What goes with an agent's words, and what is done once they are said."""

from dataclasses import dataclass
from uuid import UUID

from handoff.domain.events import CloseReason
from handoff.domain.ids import AttachmentId
from handoff.domain.messages import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What a macro does after its words: tags, then an end or a pause, never both."""

    tags: tuple[str, ...] = ()
    close: CloseReason | None = None
    snooze_s: float | None = None


NO_STEPS = Steps()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Parts below the text, files that were uploaded before, and the steps of a macro."""

    parts: tuple[Part, ...] = ()
    files: tuple[AttachmentId, ...] = ()
    steps: Steps = NO_STEPS
    draft: UUID | None = None
    """The draft that the words began as."""


NOTHING_BESIDE = Beside()
