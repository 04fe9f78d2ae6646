"""Start the product, say where it is, and keep it until it is told to end."""

import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from local import clock, endings, ports, welcome
from local.places import STATE
from local.product import Product
from local.progress import PREPARE_STEPS, Progress

PASSED_ON = (
    "DATABASE_URL",
    "REDIS_URL",
    "LOTSE_PLATFORM_URL",
    "LOTSE_PUBLIC_URL",
    "LOTSE_SMTP_URL",
    "LOTSE_MAIL_ADDRESS",
    "LOTSE_MAIL_NAME",
)


def main() -> None:
    """Run until Ctrl-C, a signal to end, or the end of the supervisor."""
    product = _product()
    began = time.monotonic()
    with product:
        logs = product.state_dir or STATE
        print(welcome.text(product.url, product.demo_people, f"{logs}/logs"), flush=True)
        print(welcome.replicas(product.urls, balanced=product.balanced), end="", flush=True)
        print(f"Started in {time.monotonic() - began:.0f} s.", flush=True)
        _keep(product)
        print("Ending …", flush=True)
    print("Lotse has ended.", flush=True)


def _keep(product: Product) -> None:
    with suppress(KeyboardInterrupt):
        while product.alive:
            time.sleep(0.5)


def _product() -> Product:
    given = {name: os.environ[name] for name in PASSED_ON if os.environ.get(name)}
    offset = clock.offset_s(os.environ, datetime.now(UTC))
    state = Path(os.environ.get("LOTSE_HOME") or STATE)
    told = {
        "LOTSE_CLOCK_OFFSET_S": f"{offset:.0f}",
        # Without a mail server mails can be looked at here.
        "LOTSE_MAIL_FOLDER": str(state.resolve() / "mail"),
    }
    return Product(
        state_dir=state,
        ports=ports.from_environment(os.environ),
        replicas=ports.replicas(os.environ),
        environment={**given, **told},
        progress=Progress(done=PREPARE_STEPS),
    )


if __name__ == "__main__":
    sys.exit(endings.run(main))
