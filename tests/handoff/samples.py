"""Files as people send them, and as people should not."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from PIL import Image, PngImagePlugin

CAMERA = "Shutterbug 9000"
PLACE = (49.0, 45.0, 24.5)
GPS = 0x8825
MODEL = 0x0110
ORIENTATION = 0x0112

OOXML = "application/vnd.openxmlformats-officedocument"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(document.cookie)</script>"


def png(width: int = 60, height: int = 40, note: str | None = None) -> bytes:
    """A drawing, with a note inside if wanted."""
    info = PngImagePlugin.PngInfo()
    if note is not None:
        info.add_text("Comment", note)
    return _written(Image.new("RGB", (width, height), "teal"), "PNG", pnginfo=info)


def photo(width: int = 60, height: int = 40, orientation: int = 1) -> bytes:
    """A JPEG that tells by which camera and where it was taken."""
    exif = Image.Exif()
    exif[MODEL], exif[ORIENTATION] = CAMERA, orientation
    exif[GPS] = {1: "N", 2: PLACE, 3: "E", 4: PLACE}
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    return _written(picture, "JPEG", exif=exif, comment=b"made in the red house", quality=93)


def webp(width: int = 60, height: int = 40) -> bytes:
    """The same in WebP."""
    exif = Image.Exif()
    exif[MODEL] = CAMERA
    return _written(Image.new("RGBA", (width, height), (9, 9, 9, 99)), "WEBP", exif=exif)


def gif(frames: int = 3) -> bytes:
    """Something that moves, with a comment."""
    shown = [Image.new("RGB", (30, 20), (60 * n, 0, 0)) for n in range(frames)]
    return _written(
        shown[0], "GIF", save_all=True, append_images=shown[1:], duration=70, loop=0, comment=CAMERA
    )


def ooxml(kind: str = "wordprocessingml.document", more: str = "word/document.xml") -> bytes:
    """A package of Office."""
    inventory = f'<Types><Override ContentType="{OOXML}.{kind}.main+xml"/></Types>'
    return packed({"[Content_Types].xml": inventory, more: "<w/>"})


def open_document(kind: str = "text") -> bytes:
    """A package of OpenDocument."""
    return packed(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<office/>"}
    )


def packed(parts: dict[str, str]) -> bytes:
    """A zip file."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return written.getvalue()


def _written(picture: Image.Image, kind: str, **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()
