"""Cuts an article's markdown into passages that can be read on their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a list with its opening line, under the heading it stands below."""

    heading: str
    text: str


def passages_of(markdown: str) -> Iterator[Passage]:
    """The passages of a text in their order, as plain text without markup."""
    heading = ""
    opening: str | None = None
    for block in SyntaxTreeNode(MarkdownIt("commonmark").parse(markdown)).children:
        text = _plain(block)
        if block.type == "heading":
            heading = text
        elif text.endswith(":"):
            opening = text
        elif text:
            yield Passage(heading, f"{opening}\n{text}" if opening else text)
            opening = None


def _plain(node: SyntaxTreeNode) -> str:
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak" | "hardbreak":
            return " "
        case "image":  # what stands in its place repeats what the text says
            return ""
        case "bullet_list":
            return "\n".join(f"– {_plain(item)}" for item in node.children)
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            return "\n".join(f"{n}. {_plain(item)}" for n, item in enumerate(node.children, first))
        case _:
            return "".join(_plain(child) for child in node.children)
