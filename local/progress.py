"""Plain lines that say what is being done and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

INSTALL_STEPS = 4
TRAIN_STEPS = 3
PREPARE_STEPS = INSTALL_STEPS + 2
START_STEPS = 4


@dataclass
class Progress:
    """A numbered line for each step; silent where nobody watches."""

    total: int = PREPARE_STEPS + START_STEPS
    done: int = 0
    out: TextIO | None = sys.stdout

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Announce the step, and end its line with the seconds that it took."""
        self.done += 1
        self._write(f"[{self.done}/{self.total}] {title} … ")
        began = time.monotonic()
        try:
            yield
        except BaseException:
            self._write("stopped\n")
            raise
        self._write(f"{time.monotonic() - began:.0f} s\n")

    def _write(self, text: str) -> None:
        if self.out:
            self.out.write(text)
            self.out.flush()


def silent() -> Progress:
    """Progress for tests, which have a log of their own."""
    return Progress(out=None)
