"""How far a customer is with a guide."""

from datetime import UTC, datetime

import pytest

from handoff.domain.guides import DoneBy, Tick, begin, followed
from handoff.domain.messages import Choice, ShownGuide, words
from handoff.domain.people import CustomerKind
from tests.fakes.guides import guide

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def tick(step: str, *, done: bool = True, of: str = "move") -> Tick:
    return Tick(guide=of, step=step, done=done, at=AT)


def test_a_guide_nobody_touched_begins_at_its_first_step() -> None:
    it = followed(guide("move"), (), ())

    assert (it.done, it.begun) == (0, False)
    assert it.next is not None
    assert it.next.id == "a"


def test_what_the_platform_knows_is_done_and_never_the_next_step() -> None:
    it = followed(guide("move"), [tick("a")], {"b_done"})

    assert [step.done_by for step in it.steps] == [DoneBy.CUSTOMER, DoneBy.PLATFORM, None]
    assert [step.done_at for step in it.steps] == [AT, None, None]
    assert it.next is not None
    assert it.next.id == "c"


def test_what_the_platform_knows_stays_done_though_its_tick_was_taken_back() -> None:
    it = followed(guide("move"), [tick("b", done=False)], {"b_done"})

    assert it.steps[1].done_by is DoneBy.PLATFORM


def test_a_tick_that_was_taken_back_leaves_the_step_open_and_the_guide_begun() -> None:
    it = followed(guide("move"), [tick("a", done=False)], ())

    assert (it.done, it.begun) == (0, True)


def test_ticks_of_other_guides_and_of_steps_long_gone_do_not_count() -> None:
    it = followed(guide("move"), [tick("a", of="sell"), tick("gone")], ())

    assert (it.done, it.begun) == (0, False)


def test_with_every_step_done_nothing_is_next() -> None:
    it = followed(guide("move"), [tick("a"), tick("b"), tick("c")], ())

    assert (it.done, it.next) == (3, None)


def test_in_words_a_guide_is_a_list_of_its_steps() -> None:
    card = followed(guide("move"), [tick("a")], ()).card

    assert words((ShownGuide(guide=card),)) == (
        "move in en (1/3)\n1. [x] Do a\n2. [ ] Do b\n3. [ ] Do c"
    )


@pytest.mark.parametrize(
    ("audience", "kind", "suits"),
    [
        ("both", CustomerKind.CLIENT, True),
        ("client", CustomerKind.CLIENT, True),
        ("client", CustomerKind.FREELANCER, False),
        ("freelancer", CustomerKind.VISITOR, True),
    ],
)
def test_a_guide_suits_its_own_side_and_everybody_unknown(
    audience: str, kind: CustomerKind, *, suits: bool
) -> None:
    assert guide("move", audience=audience).suits(kind) is suits


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "Schritt für Schritt: move in de"), ("en", "Step by step: move in en")],
)
def test_a_guide_is_begun_by_a_button_of_ours(language: str, title: str) -> None:
    card = followed(guide("move", language), (), ()).card

    assert begin(card) == Choice(
        id="guide-move", title=title, payload='/start_guide{"guide": "move"}'
    )
