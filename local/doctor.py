"""What this machine must have before anything is begun."""

import shutil

from local.places import BOT_PYTHON, ROOT
from local.trouble import Trouble

GIGABYTE = 10**9
FIRST_INSTALLATION = 6 * GIGABYTE
EACH_START = GIGABYTE // 2


def require_space() -> None:
    """Refuse to begin what the disk cannot hold."""
    needed = EACH_START if BOT_PYTHON.exists() else FIRST_INSTALLATION
    free = shutil.disk_usage(ROOT).free
    if free < needed:
        raise Trouble(
            f"{needed / GIGABYTE:.1f} GB of free disk space are needed in {ROOT}; "
            f"only {free / GIGABYTE:.1f} GB are left there."
        )
