"""Remember what something was made from, so that it is made again only when that changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from local.places import ROOT

PASSED_OVER = {".venv", "node_modules", "dist", "__pycache__", "tests", ".ruff_cache"}


def digest(paths: Iterable[Path], *words: str) -> str:
    """One hash over the names and contents of files, folders and a few words."""
    total = hashlib.sha256("\0".join(words).encode())
    for file in sorted(file for path in paths for file in _files(path)):
        total.update(str(file.relative_to(ROOT)).encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(stamp: Path, made_from: str, *made: Path) -> bool:
    """Whether all that was made is there, and was made from just this."""
    return (
        all(path.exists() for path in made)
        and stamp.is_file()
        and stamp.read_text("utf-8") == made_from
    )


def record(stamp: Path, made_from: str) -> None:
    """Note what it was made from, once it is made."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(made_from, "utf-8")


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return (
        file
        for file in path.rglob("*")
        if file.is_file()
        and not PASSED_OVER.intersection(file.relative_to(path).parts)
        and file.suffix not in {".pyc", ".tsbuildinfo"}
    )
