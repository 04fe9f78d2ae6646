"""A disk in memory that can be made full, and roomy again."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOMY = "3g"
"""Taken only as far as it is written to."""

SPARE = 32 * 1024
"""Bytes left on a full disk: what ends an hour later than the rest is no better."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A file system of its own; `missing` says why there is none."""

    at: Path
    missing: str = ""

    def fill(self) -> None:
        """From now on there is no room for anything more."""
        it = os.statvfs(self.at)
        used = (it.f_blocks - it.f_bfree) * it.f_frsize
        _mount("-o", f"remount,size={used + SPARE}", str(self.at))

    def empty(self) -> None:
        """There is room again."""
        _mount("-o", f"remount,size={ROOMY}", str(self.at))


@contextmanager
def disk(at: Path) -> Iterator[Disk]:
    """Mounted as long as the block lasts, where that can be done."""
    at.mkdir(mode=0o700)
    missing = _mounted(at)
    try:
        yield Disk(at, missing)
    finally:
        if not missing:
            subprocess.run(["umount", "--lazy", at], check=True)


def _mounted(at: Path) -> str:
    if os.geteuid() != 0:
        return "a disk that can be filled is mounted by root only"
    try:
        _mount("-t", "tmpfs", "-o", f"size={ROOMY},mode=700", "lotse", str(at))
    except (OSError, subprocess.CalledProcessError) as error:
        return f"a disk that can be filled cannot be mounted here: {error}"
    return ""


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)
