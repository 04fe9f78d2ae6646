"""Snippets around what was sought."""

import pytest

from handoff.domain.search import LENGTH, Fragment, excerpt, fragments


def _pieces(marked: str) -> tuple[Fragment, ...]:
    return fragments(marked, "[", "]")


@pytest.mark.parametrize(
    ("marked", "pieces"),
    [
        ("", []),
        ("nothing", [("nothing", False)]),
        ("[all]", [("all", True)]),
        ("a [b] c [d]", [("a ", False), ("b", True), (" c ", False), ("d", True)]),
        ("[a][b]", [("a", True), ("b", True)]),
        ("left [open", [("left ", False), ("open", False)]),
    ],
)
def test_hits_stand_between_marks(marked: str, pieces: list[tuple[str, bool]]) -> None:
    assert [(it.text, it.hit) for it in _pieces(marked)] == pieces


def test_a_short_text_is_shown_whole() -> None:
    pieces = _pieces("Where is my [money]?")

    assert excerpt(pieces) == pieces


def test_of_a_long_text_is_shown_what_stands_around_the_first_hit() -> None:
    shown = excerpt(_pieces("before " * 50 + "[money] " + "after " * 50))

    text = "".join(it.text for it in shown)
    assert text.startswith("…before before")
    assert text.endswith("after…")
    assert len(text) <= LENGTH + 2
    assert [it.text for it in shown if it.hit] == ["money"]


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    shown = excerpt(_pieces("x" * 500 + "[money]" + "y" * 500))

    assert len("".join(it.text for it in shown)) == LENGTH + 2
    assert [it.text for it in shown if it.hit] == ["money"]
