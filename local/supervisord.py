"""Supervisord that ends when the process that started it is gone, however that went."""

import os
import signal
import sys
import threading

from supervisor import supervisord


def _end_with_the_other_side() -> None:
    # Nothing is ever written: the read returns when the writing process has died.
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=_end_with_the_other_side, daemon=True).start()
    supervisord.main()
