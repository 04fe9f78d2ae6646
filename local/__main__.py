"""`python3 -m local COMMAND`: what `make` calls before there is an environment to run in."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from local import endings, ports, prepare
from local.places import PYTHON
from local.progress import INSTALL_STEPS, PREPARE_STEPS, TRAIN_STEPS, Progress
from local.trouble import Trouble


def up() -> None:
    """Prepare, then become the process that starts and keeps the product."""
    ports.from_environment(os.environ).require_free()
    prepare.everything(Progress())
    os.execv(PYTHON, [str(PYTHON), "-m", "local.up"])  # noqa: S606 - the environment just made


def everything() -> None:
    """All that the product and its tests need."""
    prepare.everything(Progress(PREPARE_STEPS))


def train() -> None:
    """The model, and what it takes to train it."""
    prepare.model_only(Progress(TRAIN_STEPS))


def install() -> None:
    """Tools and packages only."""
    prepare.install(Progress(INSTALL_STEPS).step)


COMMANDS: dict[str, Callable[[], None]] = {
    "up": up,
    "prepare": everything,
    "train": train,
    "install": install,
}


def main() -> None:
    """Run the command that was named."""
    command: Callable[[], None] | None = None
    with suppress(KeyError, ValueError):
        [name] = sys.argv[1:]
        command = COMMANDS[name]
    if command is None:
        raise Trouble(f"usage: python3 -m local {'|'.join(COMMANDS)}")
    command()


if __name__ == "__main__":
    sys.exit(endings.run(main))
