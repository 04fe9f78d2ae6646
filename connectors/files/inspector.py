"""Looks into files, away from the loop that everybody waits for."""

import asyncio
from dataclasses import dataclass

from connectors.files.documents import document
from connectors.files.pictures import picture
from handoff.domain.errors import UnsupportedFile
from handoff.ports import Inspected


@dataclass(frozen=True, slots=True)
class FileInspector:
    """What its name says and what the sender calls it is never asked."""

    async def inspect(self, content: bytes) -> Inspected:
        """In a thread: a large picture takes a second."""
        return await asyncio.to_thread(inspected, content)


def inspected(content: bytes) -> Inspected:
    """UnsupportedFile for what is neither a picture nor a document of a kind we take."""
    found = picture(content) or document(content)
    if found is None:
        raise UnsupportedFile(
            "file: must be a PNG, JPEG, WebP or GIF, a PDF, plain text or an office document"
        )
    return found
