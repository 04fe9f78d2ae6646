"""End the product that runs elsewhere on this machine."""

import os
import sys
from pathlib import Path

from local import endings
from local.places import STATE
from local.supervisor import Supervisor
from local.trouble import Trouble


def main() -> None:
    """Tell the supervisor of the state directory to end everything."""
    supervisor = Supervisor(Path(os.environ.get("LOTSE_HOME") or STATE))
    if not supervisor.shut_down():
        raise Trouble("Lotse does not run here.")
    print("Lotse is ending.")


if __name__ == "__main__":
    sys.exit(endings.run(main))
