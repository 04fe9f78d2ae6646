"""Turns an article's markdown into HTML that can do no harm."""

from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "ol": {"start"}}


@dataclass(frozen=True, slots=True)
class Body:
    """Safe HTML, and the id and text of each of its headings."""

    html: Markup
    headings: tuple[tuple[str, str], ...]


def rendered(markdown: str) -> Body:
    """The text as HTML; HTML within it is shown as text."""
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(markdown)
    headings = list[tuple[str, str]]()
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            name = f"s{len(headings) + 1}"
            token.attrSet("id", name)
            headings.append((name, _text(parser, tokens[number + 1].content)))
    html = nh3.clean(
        parser.renderer.render(tokens, parser.options, {}),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "mailto"},
        link_rel="noopener",
    )
    return Body(Markup(html), tuple(headings))  # noqa: S704 - cleaned one line above


def _text(parser: MarkdownIt, heading: str) -> str:
    inline = parser.parseInline(heading)[0]
    return "".join(child.content for child in inline.children or ())
