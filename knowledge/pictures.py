"""Drawings within help articles: one SVG per name and language, read with every rule checked."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

from knowledge.articles import LANGUAGES, ArticleError
from knowledge.links import PICTURES

_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(de|en)\.svg")
_SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = frozenset({"svg", "title", "style", "g", "path", "rect", "circle", "line", "text"})
"""Elements that draw; none of them loads, links or runs anything."""
_REACHES_OUT = re.compile(r"url\(|@import|<!|<\?", re.IGNORECASE)


def read_pictures(root: Path) -> Mapping[str, str]:
    """Each drawing below `root` by its file name, or the first broken rule as an error."""
    pictures = dict[str, str]()
    for path in sorted((root / PICTURES).glob("*")):
        text = path.read_text(encoding="utf-8")
        for field, rule in _broken(path, text):
            raise ArticleError(path, field, rule)
        pictures[path.name] = text
    return pictures


def _broken(path: Path, text: str) -> Iterator[tuple[str, str]]:
    if not _FILE.fullmatch(path.name):
        yield "file name", "must be lower-case words joined by hyphens, then .de.svg or .en.svg"
    name = path.name.split(".", 1)[0]
    for language in LANGUAGES:
        if not path.with_name(f"{name}.{language}.svg").is_file():
            yield "file", f"is missing in this language: {language}"
    # Refused before parsing, so that no entity is ever expanded.
    if _REACHES_OUT.search(text):
        yield "drawing", "must not declare, import or load anything"
    try:
        drawing = Xml.fromstring(text)  # noqa: S314 - our own file, without declarations
    except Xml.ParseError as error:
        yield "drawing", f"must be well-formed XML ({error})"
    else:
        yield from _broken_in(drawing)


def _broken_in(drawing: Xml.Element) -> Iterator[tuple[str, str]]:
    if drawing.tag != f"{_SVG}svg" or "viewBox" not in drawing.attrib:
        yield "drawing", "must be an svg with a viewBox"
    if not (drawing.findtext(f"{_SVG}title") or "").strip():
        yield "title", "must not be empty"
    for element in drawing.iter():
        if element.tag.removeprefix(_SVG) not in _ALLOWED:
            yield "drawing", f"must not hold this element: {element.tag}"
        for attribute in element.attrib:
            if attribute.startswith("on") or attribute.endswith(("href", "src")):
                yield "drawing", f"must not hold this attribute: {attribute}"
