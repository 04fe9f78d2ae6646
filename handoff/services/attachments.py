"""Files: taken in, made part of one message, given out to those who may read it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from uuid import UUID, uuid4

from handoff.domain.attachments import MAX_BYTES, AttachedFile, Attachment, harmless
from handoff.domain.errors import Invalid, TooLarge, TooMany, UnknownAttachment
from handoff.domain.ids import AttachmentId, ConversationId
from handoff.domain.masking import mask
from handoff.ports import Inspector, OpenWork, Work

A_DAY_S = 86_400.0
SLICE = 256 * 1024
"""Bytes read at once for whoever downloads."""

AT_ONCE = 2
"""Files a process looks into at the same time: each is in memory as a whole meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """What is uploaded waits for its message, seen by nobody, and goes after a day without one."""

    open_work: OpenWork
    open_look: OpenWork
    inspector: Inspector
    max_bytes_a_day: int
    """What one sender may upload."""
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def upload(
        self, sender: UUID, conversation: ConversationId, name: str, file: BinaryIO
    ) -> AttachedFile:
        """Under a name that is harmless, and without numbers that no conversation needs."""
        async with self._turns:
            content = file.read(MAX_BYTES + 1)
            if not content:
                raise Invalid("file", "must not be empty")
            if len(content) > MAX_BYTES:
                raise too_large()
            await self._within_the_day(sender, len(content))
            inside = await self.inspector.inspect(content)
            kept = AttachedFile(
                id=AttachmentId(uuid4()),
                name=harmless(mask(name).text, inside.media_type),
                media_type=inside.media_type,
                size=len(inside.content),
                width=inside.width,
                height=inside.height,
            )
            async with self.open_work() as work:
                await work.attachments.keep(sender, conversation, kept, inside)
        return kept

    async def _within_the_day(self, sender: UUID, size: int) -> None:
        async with self.open_look() as work:
            sent = await work.attachments.sent(sender, A_DAY_S)
        if sent + size > self.max_bytes_a_day:
            most = self.max_bytes_a_day // 1024**2
            raise TooMany(f"file: at most {most} MiB within a day")

    async def find(self, conversation: ConversationId, file: AttachmentId) -> AttachedFile:
        """A file in a message of this conversation; whether its reader may was asked before."""
        async with self.open_look() as work:
            return await work.attachments.attached(conversation, file)

    async def content(self, file: AttachedFile) -> AsyncIterator[bytes]:
        """Slice by slice: a slow reader holds neither a connection nor the whole file."""
        for start in range(0, file.size, SLICE):
            async with self.open_look() as work:
                piece = await work.attachments.content(file.id, start, SLICE)
            yield piece

    async def preview(self, conversation: ConversationId, file: AttachmentId) -> bytes:
        """A small WebP picture of a picture in this conversation."""
        async with self.open_look() as work:
            return await work.attachments.preview(conversation, file)

    async def erase(self) -> int:
        """What has waited for its message for a day."""
        async with self.open_work() as work:
            return await work.attachments.erase(A_DAY_S)


async def uploaded(
    work: Work, sender: UUID, files: Sequence[AttachmentId]
) -> tuple[Attachment, ...]:
    """As parts of a message, in the sender's order; `attach` follows in the same transaction."""
    if not files:
        return ()
    waiting = {it.id: it for it in await work.attachments.waiting(sender, files)}
    if any(it not in waiting for it in files):
        raise UnknownAttachment("attachments: must each be uploaded first, and be sent once")
    return tuple(Attachment(attachment=waiting[it]) for it in files)


def too_large() -> TooLarge:
    """Says how much a file may have."""
    return TooLarge(f"file: must have at most {MAX_BYTES // 1024**2} MiB")
