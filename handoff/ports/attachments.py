"""What the services need to take files in and give them out."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from handoff.domain.attachments import AttachedFile
from handoff.domain.ids import AttachmentId, ConversationId, CustomerId
from handoff.ports.values import Inspected


class Inspector(Protocol):
    """Looks into files."""

    async def inspect(self, content: bytes) -> Inspected:
        """UnsupportedFile for what we do not take, TooLarge for too large a picture."""


class Attachments(Protocol):
    """Files that people sent, or are about to send."""

    async def keep(
        self, sender: UUID, conversation: ConversationId, file: AttachedFile, inside: Inspected
    ) -> None:
        """It waits for the message that it belongs to."""

    async def sent(self, sender: UUID, within_s: float) -> int:
        """Bytes that a sender uploaded in these last seconds."""

    async def waiting(
        self, sender: UUID, files: Sequence[AttachmentId]
    ) -> tuple[AttachedFile, ...]:
        """Those of the files that this sender uploaded and no message has yet, locked."""

    async def attach(
        self, files: Sequence[AttachmentId], conversation: ConversationId, seq: int
    ) -> None:
        """They are part of the message at `seq` from now on."""

    async def attached(self, conversation: ConversationId, file: AttachmentId) -> AttachedFile:
        """Unknown unless it is part of a message of this conversation."""

    async def content(self, file: AttachmentId, start: int, length: int) -> bytes:
        """A slice; empty behind the end."""

    async def preview(self, conversation: ConversationId, file: AttachmentId) -> bytes:
        """Unknown unless it is a picture in this conversation."""

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def erase(self, older_than_s: float) -> int:
        """Those that waited so long for their message; how many went."""
