"""The web code: its packages, and the pages built from it."""

from collections.abc import Mapping
from pathlib import Path

from local import commands, stamps
from local.places import WEB


def install(environment: Mapping[str, str], log: Path) -> None:
    """Install the packages that the lock file names."""
    made_from = stamps.digest([WEB / "package-lock.json"])
    packages = WEB / "node_modules"
    if not stamps.is_fresh(packages / ".lotse.stamp", made_from, packages):
        command = ("npm", "ci", "--no-audit", "--no-fund")
        commands.run("Installing the packages of the web code", command, log, environment, WEB)
        stamps.record(packages / ".lotse.stamp", made_from)


def build(environment: Mapping[str, str], log: Path) -> None:
    """Build the pages, when their sources changed."""
    made_from = stamps.digest([WEB])
    pages = WEB / "dist"
    if not stamps.is_fresh(pages / ".lotse.stamp", made_from, pages):
        commands.run("Building the web code", ("npm", "run", "build"), log, environment, WEB)
        stamps.record(pages / ".lotse.stamp", made_from)
