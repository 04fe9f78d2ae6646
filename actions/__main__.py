"""Start: `python -m actions`."""

import logging
import warnings

# The library compares its version with that of Rasa's server at each call; ours are known to fit.
warnings.filterwarnings("ignore", message=".*compatib.*", module=r"rasa_sdk.*")

from actions.server import server  # noqa: E402
from actions.settings import Settings  # noqa: E402


def main() -> None:
    """Serve until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    settings = Settings.of_environment()
    server(settings).run(
        settings.host, settings.port, single_process=True, access_log=False, motd=False
    )


if __name__ == "__main__":
    main()
