"""Files in memory, and an inspector that takes their word for what they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from handoff.domain.attachments import AttachedFile, MediaType
from handoff.domain.errors import Conflict, Unknown, UnsupportedFile
from handoff.domain.ids import AttachmentId, ConversationId, CustomerId
from handoff.ports import Inspected
from tests.fakes.memory import Memory, Stored


@dataclass(frozen=True, slots=True)
class FakeAttachments:
    """Those with a seq are part of a message."""

    memory: Memory

    async def keep(
        self, sender: UUID, conversation: ConversationId, file: AttachedFile, inside: Inspected
    ) -> None:
        """Once, in a conversation that there is."""
        if file.id in self.memory.files or conversation not in self.memory.conversations:
            raise Conflict("somebody else was first")
        self.memory.files[file.id] = Stored(
            file=file,
            inside=inside,
            sender=sender,
            conversation=conversation,
            at=self.memory.now(),
        )

    async def sent(self, sender: UUID, within_s: float) -> int:
        """All of them."""
        since = self.memory.now() - timedelta(seconds=within_s)
        every = self.memory.files.values()
        return sum(it.file.size for it in every if it.sender == sender and it.at > since)

    async def waiting(
        self, sender: UUID, files: Sequence[AttachmentId]
    ) -> tuple[AttachedFile, ...]:
        """By id."""
        every = (self.memory.files[it] for it in sorted(files) if it in self.memory.files)
        return tuple(it.file for it in every if it.sender == sender and it.seq is None)

    async def attach(
        self, files: Sequence[AttachmentId], conversation: ConversationId, seq: int
    ) -> None:
        """From now on."""
        for file in files:
            before = self.memory.files[file]
            self.memory.files[file] = replace(before, conversation=conversation, seq=seq)

    async def attached(self, conversation: ConversationId, file: AttachmentId) -> AttachedFile:
        """Where it was sent."""
        return self._in(conversation, file).file

    async def content(self, file: AttachmentId, start: int, length: int) -> bytes:
        """A slice."""
        found = self.memory.files.get(file)
        return found.inside.content[start : start + length] if found else b""

    async def preview(self, conversation: ConversationId, file: AttachmentId) -> bytes:
        """Of a picture."""
        found = self._in(conversation, file).inside.preview
        if found is None:
            raise Unknown("no such preview")
        return found

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """All of them."""
        for id_, stored in self.memory.files.items():
            if stored.sender == visitor:
                self.memory.files[id_] = replace(stored, sender=customer)

    async def erase(self, older_than_s: float) -> int:
        """What waited too long."""
        until = self.memory.now() - timedelta(seconds=older_than_s)
        old = [id_ for id_, it in self.memory.files.items() if it.seq is None and it.at < until]
        for id_ in old:
            del self.memory.files[id_]
        return len(old)

    def _in(self, conversation: ConversationId, file: AttachmentId) -> Stored:
        found = self.memory.files.get(file)
        if found is None or found.conversation != conversation or found.seq is None:
            raise Unknown("no such attachment")
        return found


@dataclass(frozen=True, slots=True)
class FakeInspector:
    """Everything is text, but what begins like a program."""

    async def inspect(self, content: bytes) -> Inspected:
        """As it came."""
        if content.startswith(b"MZ"):
            raise UnsupportedFile("file: must be no program")
        return Inspected(media_type=MediaType.TEXT, content=content)
