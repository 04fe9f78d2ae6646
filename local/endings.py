"""How a command ends: well, told to stop, or with one sentence about the trouble."""

import signal
import sys
from collections.abc import Callable

from local.trouble import Trouble


def run(command: Callable[[], None]) -> int:
    """Run a command and return its exit code."""
    # Every request to end takes the one way that Ctrl-C takes.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        command()
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; nothing is left running.", file=sys.stderr)
        return 130
    return 0
