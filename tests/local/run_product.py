"""Run a product of stand-ins in a state directory until told to end, as `make up` does."""

import sys
import time
from pathlib import Path

from local import endings, ports
from local.product import Product
from local.programs import RASA_SERVER
from tests.local.stand_in import stand_ins


def main() -> None:
    """Start, say so, and wait."""
    state = Path(sys.argv[1])
    with Product(state, ports.free(), demo=False, without={RASA_SERVER}, applications=stand_ins()):
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    sys.exit(endings.run(main))
