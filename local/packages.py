"""The two Python environments, each made from its lock file."""

import sys
from pathlib import Path

from local import commands, stamps
from local.places import BOT, ROOT, UV


def install_root(log: Path) -> None:
    """Make the environment of everything but Rasa."""
    _install(ROOT, Path(sys.executable), log)


def install_bot(python: Path, log: Path) -> None:
    """Make the environment of Rasa."""
    _install(BOT, python, log)


def _install(folder: Path, python: Path, log: Path) -> None:
    home, lock = folder / ".venv", folder / "requirements.lock"
    made_from = stamps.digest([lock])
    interpreter = home / "bin" / "python"
    if stamps.is_fresh(home / "lotse.stamp", made_from, interpreter):
        return
    if not interpreter.exists():
        make = (UV, "venv", "--quiet", "--no-project", "--clear", "--python", python, home)
        commands.run("Making a virtual environment", make, log)
    sync = (UV, "pip", "sync", "--quiet", "--python", interpreter, lock)
    commands.run(f"Installing {lock.relative_to(ROOT)}", sync, log)
    stamps.record(home / "lotse.stamp", made_from)
