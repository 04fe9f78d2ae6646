"""Refuse what must not be in the tree: addresses of package registries, paths of one machine."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

# Written so that this file does not find itself.
FORBIDDEN = {
    "the address of a package registry": re.compile(
        r"(registry[.]npmjs|registry[.]yarnpkg|pypi[.]org|pythonhosted[.]org|deb[.]debian)"
    ),
    "a path of one machine": re.compile(
        r"(?<![\w.~-])/(work/(main|shared)|home/\w+|root|Users/\w+)(?=[/\s\"'`]|$)"
    ),
}


def tracked() -> Iterator[Path]:
    """Every text file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return (ROOT / name for name in listed.stdout.split("\0") if name)


def faults(name: str, text: str) -> Iterator[str]:
    """A sentence for each line that has something forbidden."""
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in FORBIDDEN.items():
            if found := pattern.search(line):
                yield f"{name}:{number}: {what}: {found[0]}"


def main() -> int:
    """Name every line; 1 when there is any."""
    found: list[str] = []
    for file in tracked():
        try:
            found += faults(str(file.relative_to(ROOT)), file.read_text("utf-8"))
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue  # a picture, or a file that was just removed
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
