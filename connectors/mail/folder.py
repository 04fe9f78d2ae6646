"""Mails as files, where there is no mail server: to look at, and for demonstrations."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from connectors.mail.message import Sender, message
from handoff.domain.mail import Mail, NotTaken


@dataclass(frozen=True, slots=True)
class FolderPostman:
    """One .eml file a mail, readable by its owner only."""

    folder: Path
    sender: Sender

    async def send(self, mail: Mail) -> None:
        """NotTaken when it cannot be written."""
        made = message(mail, self.sender)
        await asyncio.to_thread(self._write, f"{mail.kind}-{mail.id}.eml", made.as_bytes())

    def _write(self, name: str, content: bytes) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = self.folder / f".{name}"
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as it:
                it.write(content)
            part.rename(self.folder / name)
        except OSError as error:
            raise NotTaken(str(error)) from error
