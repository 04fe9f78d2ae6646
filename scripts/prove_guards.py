"""Takes out one guard after the other in a copy of the tree: its test must fail then.

`scripts/guards` tries all; `scripts/guards epoch Origin` those whose names hold one of the words.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = Path(__file__).with_name("guards.toml")

LINKED = (".venv", ".tools", "models", "web/dist", "web/node_modules", "bot/.venv")
"""What is made by `make` and changed by no test."""

FAILED = 1
"""How pytest ends when a test has failed; another number is no answer."""

TEST_S = 600


class Verdict(StrEnum):
    """What came of taking a guard out."""

    PROVED = "fails as it should"
    UNPROVED = "NOTHING TELLS"
    BROKEN = "FAILS ALREADY"


@dataclass(frozen=True, slots=True)
class Guard:
    """What is taken out of which file, and the test that watches over it."""

    name: str
    file: str
    out: str
    test: str
    put: str = ""

    def taken_out(self, text: str) -> str:
        """The file without it; ValueError when it is not there exactly once."""
        times = text.count(self.out)
        if times != 1:
            raise ValueError(f"{self.name}: stands {times} times in {self.file}, not once")
        mutant = text.replace(self.out, self.put)
        ast.parse(mutant)
        return mutant


def load(file: Path = FILE) -> tuple[Guard, ...]:
    """All of them, as the data file lists them."""
    listed = tomllib.loads(file.read_text("utf-8"))["guard"]
    return tuple(Guard(**it) for it in listed)


def main(words: Sequence[str]) -> int:
    """1 when a guard is not proved, 2 when none is called so."""
    wanted = [it for it in load() if not words or any(word in it.name for word in words)]
    if not wanted:
        print(f"No guard is called that. There are: {', '.join(it.name for it in load())}")
        return 2
    unproved = []
    with _copy() as tree:
        before = _runs(tree, sorted({it.test for it in wanted})).stdout
        for guard in wanted:
            verdict = _verdict(tree, guard, before)
            print(f"{verdict}: {guard.name}", flush=True)
            if verdict is not Verdict.PROVED:
                unproved.append(guard.name)
    print(f"{len(wanted) - len(unproved)} of {len(wanted)} guards have a test that fails without.")
    return 1 if unproved else 0


def _verdict(tree: Path, guard: Guard, before: str) -> Verdict:
    """`before` is what pytest says while every guard is in its place."""
    if f"FAILED {guard.test}" in before or f"ERROR {guard.test}" in before:
        return Verdict.BROKEN
    return Verdict.PROVED if _told_by_its_test(tree, guard) else Verdict.UNPROVED


def _told_by_its_test(tree: Path, guard: Guard) -> bool:
    file = tree / guard.file
    text = file.read_text("utf-8")
    file.write_text(guard.taken_out(text), "utf-8")
    try:
        return _runs(tree, [guard.test]).returncode == FAILED
    finally:
        file.write_text(text, "utf-8")


def _runs(tree: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    command = [
        ".venv/bin/python",
        "-m",
        "pytest",
        "-q",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        *tests,
    ]
    return subprocess.run(
        command, cwd=tree, capture_output=True, text=True, timeout=TEST_S, check=False
    )


@contextmanager
def _copy() -> Iterator[Path]:
    """The files git knows, as they are now; what is made stands beside them as links."""
    named = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    with tempfile.TemporaryDirectory(prefix="lotse-guards-") as folder:
        tree = Path(folder)
        for name in filter(None, named.stdout.split("\0")):
            if (ROOT / name).is_file():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, tree / name)
        for name in LINKED:
            if (ROOT / name).exists():
                (tree / name).symlink_to((ROOT / name).resolve())
        yield tree


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
