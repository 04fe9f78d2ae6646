"""Turns an article's markdown into HTML that can do no harm."""

import re
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from knowledge.links import PICTURE

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "hr", "img", "li", "ol", "p", "pre",
    "strong", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "img": {"alt", "src"}, "ol": {"start"}}


@dataclass(frozen=True, slots=True)
class Body:
    """Safe HTML, and the id and text of each of its headings."""

    html: Markup
    headings: tuple[tuple[str, str], ...]


def anchor(heading: str) -> str:
    """The id of a heading: made of its words, so that a link outlives other headings' moves."""
    return "s-" + re.sub(r"\W+", "-", heading.casefold()).strip("-")


def rendered(markdown: str) -> Body:
    """The text as HTML; HTML within it is shown as text, and so are images not our own."""
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(markdown)
    headings = list[tuple[str, str]]()
    for number, token in enumerate(tokens):
        for child in token.children or ():
            if child.type == "image" and not PICTURE.fullmatch(str(child.attrs["src"])):
                _show_as_text(child)
        if token.type == "heading_open" and token.tag == "h2":
            text = _text(parser, tokens[number + 1].content)
            token.attrSet("id", anchor(text))
            headings.append((anchor(text), text))
    html = nh3.clean(
        parser.renderer.render(tokens, parser.options, {}),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_ours,
        url_schemes={"https", "mailto"},
        link_rel="noopener",
    )
    return Body(Markup(html), tuple(headings))  # noqa: S704 - cleaned one line above


def _show_as_text(image: Token) -> None:
    image.type, image.tag = "text", ""


def _ours(tag: str, attribute: str, value: str) -> str | None:
    """The second wall: an image of another address loses it."""
    foreign = (tag, attribute) == ("img", "src") and not PICTURE.fullmatch(value)
    return None if foreign else value


def _text(parser: MarkdownIt, heading: str) -> str:
    inline = parser.parseInline(heading)[0]
    return "".join(child.content for child in inline.children or ())
