"""Files and their bytes: uploaded by somebody, then part of one message, or gone after a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.attachments import AttachedFile, MediaType
from handoff.domain.errors import Unknown
from handoff.domain.ids import AttachmentId, ConversationId, CustomerId
from handoff.ports import Inspected
from handoff.storage.tables import AttachmentRow

_A = AttachmentRow
_FILE = (_A.id, _A.name, _A.media_type, _A.size, _A.width, _A.height)
_WAITS = _A.seq.is_(None)


@dataclass(frozen=True, slots=True)
class SqlAttachments:
    """A row for each file; its bytes are read in slices, never all at once."""

    connection: AsyncConnection

    async def keep(
        self, sender: UUID, conversation: ConversationId, file: AttachedFile, inside: Inspected
    ) -> None:
        """It waits for the message that it belongs to."""
        await self.connection.execute(
            insert(_A).values(
                id=file.id,
                sender_id=sender,
                conversation_id=conversation,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
                width=file.width,
                height=file.height,
                content=inside.content,
                preview=inside.preview,
            )
        )

    async def sent(self, sender: UUID, within_s: float) -> int:
        """By the database's clock, whether attached by now or not."""
        since = func.now() - timedelta(seconds=within_s)
        size = await self.connection.scalar(
            select(func.coalesce(func.sum(_A.size), 0)).where(
                _A.sender_id == sender, _A.uploaded_at > since
            )
        )
        return int(size or 0)

    async def waiting(
        self, sender: UUID, files: Sequence[AttachmentId]
    ) -> tuple[AttachedFile, ...]:
        """Locked, in one order whoever asks, so that two messages cannot wait for each other."""
        rows = await self.connection.execute(
            select(*_FILE)
            .where(_A.id.in_(files), _A.sender_id == sender, _WAITS)
            .order_by(_A.id)
            .with_for_update()
        )
        return tuple(map(_file, rows))

    async def attach(
        self, files: Sequence[AttachmentId], conversation: ConversationId, seq: int
    ) -> None:
        """They are part of this message from now on."""
        await self.connection.execute(
            update(_A).where(_A.id.in_(files)).values(conversation_id=conversation, seq=seq)
        )

    async def attached(self, conversation: ConversationId, file: AttachmentId) -> AttachedFile:
        """What waits for its message is seen by nobody."""
        row = (
            await self.connection.execute(select(*_FILE).where(*_in(conversation, file)))
        ).one_or_none()
        if row is None:
            raise Unknown("no such attachment")
        return _file(row)

    async def content(self, file: AttachmentId, start: int, length: int) -> bytes:
        """Only this slice leaves the disk: the column is stored as it is."""
        piece: bytes | None = await self.connection.scalar(
            select(func.substring(_A.content, start + 1, length)).where(_A.id == file)
        )
        return piece or b""

    async def preview(self, conversation: ConversationId, file: AttachmentId) -> bytes:
        """Unknown for whatever is no picture."""
        asked = select(_A.preview).where(*_in(conversation, file), _A.preview.is_not(None))
        found: bytes | None = (await self.connection.execute(asked)).scalar_one_or_none()
        if found is None:
            raise Unknown("no such preview")
        return found

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """What they uploaded and have yet to send goes with them."""
        theirs = update(_A).where(_A.sender_id == visitor)
        await self.connection.execute(theirs.values(sender_id=customer))

    async def erase(self, older_than_s: float) -> int:
        """By the database's clock."""
        old = _A.uploaded_at < func.now() - timedelta(seconds=older_than_s)
        return (await self.connection.execute(delete(_A).where(_WAITS, old))).rowcount


def _in(conversation: ConversationId, file: AttachmentId) -> tuple[ColumnElement[bool], ...]:
    return _A.id == file, _A.conversation_id == conversation, _A.seq.is_not(None)


def _file(row: Row[UUID, str, str, int, int | None, int | None]) -> AttachedFile:
    return AttachedFile(
        id=AttachmentId(row.id),
        name=row.name,
        media_type=MediaType(row.media_type),
        size=row.size,
        width=row.width,
        height=row.height,
    )
