"""Compare the lock files with the list of minimum versions; a package that is missing fails."""

import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from packaging.version import Version

ROOT = Path(__file__).parents[1]
LIST = ROOT / "scripts" / "minimum-versions.toml"


Locked = Iterable[tuple[str, str]]


def python_lock(text: str) -> Locked:
    """Names and versions in a lock file of uv."""
    return re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE)


def npm_lock(text: str) -> Locked:
    """Names and versions in a lock file of npm, which may hold a package more than once."""
    for path, package in json.loads(text)["packages"].items():
        if "node_modules/" in path and "version" in package:
            yield path.rpartition("node_modules/")[2], package["version"]


def faults(lock: str, minimum: Mapping[str, str], locked: Locked) -> Iterator[str]:
    """A sentence for each package that is missing or too old."""
    versions: dict[str, list[str]] = {}
    for name, version in locked:
        versions.setdefault(name, []).append(version)
    for name, least in minimum.items():
        if name not in versions:
            yield f"{lock}: {name} is not there, so its version cannot be checked"
        for version in versions.get(name, []):
            if Version(version) < Version(least):
                yield f"{lock}: {name} is {version}; at least {least} is needed"


LOCKS: dict[str, tuple[str, Callable[[str], Locked]]] = {
    "root": ("requirements.lock", python_lock),
    "bot": ("bot/requirements.lock", python_lock),
    "npm": ("web/package-lock.json", npm_lock),
}


def main() -> int:
    """Print every fault; 1 when there is any."""
    minimum = tomllib.loads(LIST.read_text("utf-8"))
    found: list[str] = []
    for lock, (file, read) in LOCKS.items():
        found += faults(lock, minimum[lock], read((ROOT / file).read_text("utf-8")))
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
