"""Files that people send: what may be sent, under which names, and what each is known by."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from handoff.domain.ids import AttachmentId

MAX_BYTES = 10 * 1024 * 1024
"""Of one file."""

MAX_A_MESSAGE = 5
"""Files of one message."""

MAX_NAME = 100
"""Characters of a name, its ending included."""


class MediaType(StrEnum):
    """All that may be sent."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    GIF = "image/gif"
    PDF = "application/pdf"
    TEXT = "text/plain"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"


ENDINGS: Mapping[MediaType, tuple[str, ...]] = MappingProxyType(
    {
        MediaType.PNG: ("png",),
        MediaType.JPEG: ("jpg", "jpeg"),
        MediaType.WEBP: ("webp",),
        MediaType.GIF: ("gif",),
        MediaType.PDF: ("pdf",),
        MediaType.TEXT: ("txt", "csv", "log", "md"),
        MediaType.DOCX: ("docx",),
        MediaType.XLSX: ("xlsx",),
        MediaType.PPTX: ("pptx",),
        MediaType.ODT: ("odt",),
        MediaType.ODS: ("ods",),
        MediaType.ODP: ("odp",),
    }
)
"""How names may end; the first one is given to a name that ends otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file by its name and kind; only pictures have a width, a height and a preview."""

    id: AttachmentId
    name: str
    media_type: MediaType
    size: int
    width: int | None = None
    height: int | None = None

    @property
    def is_picture(self) -> bool:
        """Whether there is something to look at."""
        return self.width is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a message."""

    attachment: AttachedFile
    kind: Literal["attachment"] = "attachment"


_NO_PART_OF_A_NAME = re.compile(r'[<>:"/\\|?*]')
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\Z)", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Controls, and what turns text around or cannot be seen: `exe.gpj` must not read as a picture."""


def harmless(name: str, kind: MediaType) -> str:
    """A name no system misreads: no path, no control, no device, and the ending of its kind."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(it for it in last if unicodedata.category(it) not in _UNSEEN)
    plain = _NO_PART_OF_A_NAME.sub("_", " ".join(seen.split())).strip(". ")
    found = _ENDING.search(plain)
    ending = found.group(1).lower() if found else ""
    stem = plain[: found.start()].strip(". ") if found else plain
    if ending not in ENDINGS[kind]:
        ending = ENDINGS[kind][0]
    stem = _DEVICE.sub("_", stem) or "attachment"
    return f"{stem[: MAX_NAME - len(ending) - 1].rstrip('. ')}.{ending}"
