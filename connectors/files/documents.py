"""Documents by their content: the signature of a PDF, the inventory of an office file, or text."""

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile

from handoff.domain.attachments import MediaType
from handoff.domain.errors import UnsupportedFile
from handoff.ports import Inspected

INVENTORY = "[Content_Types].xml"
"""Where an OOXML file says what its parts are."""

MAX_INVENTORY = 1024 * 1024
"""Bytes of it that are read: no file makes us unpack more, whatever it says it holds."""

END_OF_PDF = 1024
"""Within so many of its last bytes a PDF says that it ends."""

MAIN_PARTS: Mapping[bytes, MediaType] = MappingProxyType(
    {f"{kind}.main+xml".encode(): kind for kind in (MediaType.DOCX, MediaType.XLSX, MediaType.PPTX)}
)
"""What the main part is called in a file that can hold no macros."""

MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|basic/|scripts/)", re.IGNORECASE)
"""Parts that are programs."""

OPEN_DOCUMENTS: Mapping[bytes, MediaType] = MappingProxyType(
    {kind.value.encode(): kind for kind in (MediaType.ODT, MediaType.ODS, MediaType.ODP)}
)
MARKUP = re.compile(r"\s*<[!?a-z]", re.IGNORECASE)
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
"""Controls that texts have no use for."""

ENCODINGS = ("utf-8-sig", "cp1252")
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How texts of two bytes a character begin."""


def document(content: bytes) -> Inspected | None:
    """None for what is none; UnsupportedFile for one that holds programs or markup."""
    kind = _pdf(content) or _office(content) or _text(content)
    return Inspected(media_type=kind, content=content) if kind else None


def _pdf(content: bytes) -> MediaType | None:
    """From its first byte on: what else a file may be has no room before it."""
    whole = content.startswith(b"%PDF-") and b"%%EOF" in content[-END_OF_PDF:]
    return MediaType.PDF if whole else None


def _office(content: bytes) -> MediaType | None:
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with ZipFile(BytesIO(content)) as package:
            if any(map(MACROS.search, package.namelist())):
                raise UnsupportedFile("file: must not contain macros")
            return _open_document(package) or _ooxml(package)
    except (BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnsupportedFile("file: cannot be read as an office document") from error


def _ooxml(package: ZipFile) -> MediaType | None:
    if INVENTORY not in package.namelist():
        return None
    inventory = _read(package, INVENTORY)
    return next((kind for part, kind in MAIN_PARTS.items() if part in inventory), None)


def _open_document(package: ZipFile) -> MediaType | None:
    first = package.namelist()[:1]
    return OPEN_DOCUMENTS.get(_read(package, "mimetype").strip()) if first == ["mimetype"] else None


def _read(package: ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(MAX_INVENTORY)


def _text(content: bytes) -> MediaType | None:
    text = _decoded(content)
    if text is None or NO_TEXT.search(text):
        return None
    if MARKUP.match(text):
        raise UnsupportedFile("file: must not be HTML, SVG or other markup")
    return MediaType.TEXT


def _decoded(content: bytes) -> str | None:
    for encoding in ("utf-16",) if content.startswith(WIDE) else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
