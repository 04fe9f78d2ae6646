"""The files of this folder that a module is built on."""

import re
from pathlib import Path

_IMPORT = re.compile(r"^from bot\.components\.(\w+) import", re.MULTILINE)


def built_on(module: Path) -> list[Path]:
    """The module, and all beside it that it imports, itself or through others."""
    found: set[Path] = set()
    unread = [module]
    while unread:
        file = unread.pop()
        if file in found:
            continue
        found.add(file)
        imported = _IMPORT.findall(file.read_text("utf-8"))
        unread += [file.with_name(f"{name}.py") for name in imported]
    return sorted(found)
