"""The list of guards is true: each stands where it says, and its test exists.

That each test fails without its guard is shown by `scripts/guards`, which takes minutes.
"""

import ast
from pathlib import Path

import pytest

from scripts.prove_guards import Guard, load, main

ROOT = Path(__file__).parents[2]
GUARDS = load()


@pytest.mark.parametrize("guard", GUARDS, ids=lambda it: it.name)
def test_each_guard_stands_where_the_list_says(guard: Guard) -> None:
    text = (ROOT / guard.file).read_text("utf-8")

    assert guard.taken_out(text) != text


@pytest.mark.parametrize("guard", GUARDS, ids=lambda it: it.name)
def test_each_guard_names_a_test_that_exists(guard: Guard) -> None:
    file, _, name = guard.test.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    named = {it.name for it in tree.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)}

    assert name in named


def test_the_names_of_guards_are_different() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)


def test_a_guard_that_moved_is_named() -> None:
    guard = Guard("It holds", "file.py", out="holds()", test="")

    with pytest.raises(ValueError, match="It holds: stands 0 times in file"):
        guard.taken_out("does_not()")


def test_no_guard_of_that_name_is_said() -> None:
    assert main(["no guard is called that"]) == 2
