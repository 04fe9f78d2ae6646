"""Pictures, written anew: upright, without what the camera noted, and with a small preview.

What is written anew is a picture and nothing else: a second file hidden in the first is left out.
"""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from handoff.domain.attachments import MediaType
from handoff.domain.errors import TooLarge, UnsupportedFile
from handoff.ports import Inspected

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
"""All that Pillow is asked to recognise: its other readers never see what people send."""

MAX_PIXELS = 40_000_000
"""Of all frames together: about 160 MB while a picture is open."""

MAX_FRAMES = 1_000

MAX_PREVIEW = 640
"""Pixels of the longer side."""

KEPT = ("icc_profile", "transparency", "loop", "background", "gamma")
"""What a picture needs to look right; place, time, camera and comments are none of it."""

QUALITY = 90
"""Of what has to be compressed again."""

FRAME_MS = 100
"""How long a frame is shown that does not say so."""

ORIENTATION = 0x0112
UPRIGHT = 1


def picture(content: bytes) -> Inspected | None:
    """None for what is none; TooLarge, or UnsupportedFile when it is broken."""
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            _must_fit(opened)
            return _anew(opened)
    except UnidentifiedImageError:
        return None
    except (TooLarge, Image.DecompressionBombError) as error:
        raise TooLarge(
            f"file: a picture may have at most {MAX_PIXELS:,} pixels and {MAX_FRAMES:,} frames"
        ) from error
    except Exception as error:  # whatever a reader stumbles over, the file is at fault
        raise UnsupportedFile("file: cannot be read as the picture it seems to be") from error


def _must_fit(opened: Image.Image) -> None:
    """Before anything is unpacked."""
    frames: int = getattr(opened, "n_frames", 1)
    if frames > MAX_FRAMES or opened.width * opened.height * frames > MAX_PIXELS:
        raise TooLarge


def _anew(opened: Image.Image) -> Inspected:
    kind = _kind(opened)
    moves = getattr(opened, "is_animated", False) and kind is not MediaType.JPEG
    first, more = _frames(opened) if moves else (_upright(opened), {})
    preview = _preview(first)
    if kind is MediaType.JPEG:
        more = {"quality": "keep" if first is opened else QUALITY}
    elif kind is MediaType.WEBP:
        more |= {"quality": QUALITY}
    written = BytesIO()
    first.save(written, kind.partition("/")[2].upper(), **more)
    return Inspected(
        media_type=kind,
        content=written.getvalue(),
        width=first.width,
        height=first.height,
        preview=preview,
    )


def _kind(opened: Image.Image) -> MediaType:
    """Phones write several pictures into one JPEG (MPO); the first one is what people see."""
    return MediaType.JPEG if opened.format == "MPO" else MediaType(f"image/{opened.format}".lower())


def _upright(opened: Image.Image) -> Image.Image:
    """The picture itself where it lies right and can keep its own tables, and lose nothing."""
    opened.load()
    turned = opened.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT or opened.format == "MPO"
    return _bare(ImageOps.exif_transpose(opened) if turned else opened)


def _frames(opened: Image.Image) -> tuple[Image.Image, dict[str, Any]]:
    """The first frame, and what it takes to write the others behind it."""
    frames, shown_ms = [], []
    for frame in ImageSequence.Iterator(opened):
        shown_ms.append(frame.info.get("duration") or FRAME_MS)
        frames.append(_bare(frame.copy()))
    return frames[0], {"save_all": True, "append_images": frames[1:], "duration": shown_ms}


def _bare(it: Image.Image) -> Image.Image:
    it.info = {key: it.info[key] for key in KEPT if key in it.info}
    return it


def _preview(first: Image.Image) -> bytes:
    see_through = first.has_transparency_data
    small = first.convert("RGBA" if see_through else "RGB")
    small.thumbnail((MAX_PREVIEW, MAX_PREVIEW))
    written = BytesIO()
    _bare(small).save(written, "WEBP", quality=80)
    return written.getvalue()
