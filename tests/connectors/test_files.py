"""What a file is, is asked of its content."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from connectors.files import FileInspector, pictures
from handoff.domain.attachments import MediaType
from handoff.domain.errors import TooLarge, UnsupportedFile
from tests.handoff import samples

inspect = FileInspector().inspect


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.png(), MediaType.PNG),
        (samples.photo(), MediaType.JPEG),
        (samples.webp(), MediaType.WEBP),
        (samples.gif(), MediaType.GIF),
        (samples.PDF, MediaType.PDF),
        (b"hello\tthere\r\n", MediaType.TEXT),
        ("Größe; 5 €\n".encode(), MediaType.TEXT),
        ("Größe; 5 €\n".encode("utf-16"), MediaType.TEXT),
        ("Größe; 5 €\n".encode("cp1252"), MediaType.TEXT),
        (b"1 < 2", MediaType.TEXT),
        (samples.ooxml(), MediaType.DOCX),
        (samples.ooxml("spreadsheetml.sheet"), MediaType.XLSX),
        (samples.ooxml("presentationml.presentation"), MediaType.PPTX),
        (samples.open_document(), MediaType.ODT),
        (samples.open_document("spreadsheet"), MediaType.ODS),
        (samples.open_document("presentation"), MediaType.ODP),
    ],
)
async def test_what_is_taken_is_known_by_its_content(content: bytes, kind: MediaType) -> None:
    found = await inspect(content)

    assert found.media_type is kind
    assert (found.preview is not None) is kind.startswith("image/")


@pytest.mark.parametrize(
    "content",
    [
        samples.SVG,
        samples.HTML,
        b"\xef\xbb\xbf  \n<?xml version='1.0'?><svg/>",
        "<html>".encode("utf-16"),
        b"MZ\x90\x00\x03\x00\x00\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00",
        b"#!/bin/sh\x00",
        b"BM\x00\x00\x00\x00",
        b"II*\x00\x08\x00\x00\x00",
        b"x" + samples.PDF[1:-6] + b"\x01",
        b"%PDF-1.7 but it never ends \x00",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00<script>alert(1)</script>",
        samples.png()[:60],
        samples.photo()[:200],
        samples.packed({"a.txt": "any zip file"}),
        samples.packed({"[Content_Types].xml": "<Types/>"}),
        samples.packed({"a": "", "mimetype": "application/vnd.oasis.opendocument.text"}),
        samples.packed({"mimetype": "application/java-archive"}),
        samples.ooxml(more="word/vbaProject.bin"),
        samples.ooxml().replace(b"document.main", b"document.macroEnabled.main"),
        b"PK\x03\x04 and nothing more",
    ],
)
async def test_whatever_else_it_is_is_refused(content: bytes) -> None:
    with pytest.raises(UnsupportedFile, match=r"^file: "):
        await inspect(content)


@pytest.mark.parametrize("make", [samples.photo, samples.webp, samples.gif])
async def test_a_picture_tells_neither_its_camera_nor_its_place(
    make: Callable[[], bytes],
) -> None:
    original = make()

    found = await inspect(original)

    assert samples.CAMERA.encode() in original
    for written in (found.content, found.preview or b""):
        assert samples.CAMERA.encode() not in written
        assert b"Exif" not in written
        assert b"red house" not in written


async def test_what_is_written_into_a_drawing_is_left_out() -> None:
    found = await inspect(samples.png(note="my sister's address"))

    assert b"my sister's address" not in found.content


async def test_a_second_file_behind_a_picture_is_left_out() -> None:
    hidden = samples.packed({"evil.html": "<script>alert(1)</script>"})

    for made in (samples.png(), samples.photo(), samples.webp(), samples.gif()):
        found = await inspect(made + hidden)

        assert b"<script>" not in found.content


async def test_a_photo_that_lies_on_its_side_stands_upright() -> None:
    found = await inspect(samples.photo(60, 40, orientation=6))

    assert (found.width, found.height) == (40, 60)
    with Image.open(BytesIO(found.content)) as upright:
        assert upright.size == (40, 60)


async def test_a_photo_that_lies_right_keeps_its_tables() -> None:
    original = samples.photo()

    found = await inspect(original)

    with Image.open(BytesIO(original)) as before, Image.open(BytesIO(found.content)) as after:
        assert before.quantization == after.quantization  # type: ignore[attr-defined]


async def test_what_moves_goes_on_moving_at_its_pace() -> None:
    found = await inspect(samples.gif(4))

    with Image.open(BytesIO(found.content)) as after:
        assert after.n_frames == 4  # type: ignore[attr-defined]
        assert (after.info["duration"], after.info["loop"]) == (70, 0)


@pytest.mark.parametrize(("width", "height"), [(1200, 900), (900, 1200), (20, 10)])
async def test_a_preview_is_small(width: int, height: int) -> None:
    found = await inspect(samples.png(width, height))

    with Image.open(BytesIO(found.preview or b"")) as small:
        assert small.format == "WEBP"
        assert max(small.size) == min(pictures.MAX_PREVIEW, max(width, height))


async def test_a_picture_that_unpacks_to_too_much_is_refused() -> None:
    bomb = samples.png(8_000, 5_001)

    assert len(bomb) < 500_000
    with pytest.raises(TooLarge, match="pixels"):
        await inspect(bomb)


async def test_a_picture_of_too_many_frames_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_FRAMES", 2)

    with pytest.raises(TooLarge, match="frames"):
        await inspect(samples.gif(3))
