"""Starts the front door: `python -m handoff`."""

import sys

from aiohttp import web
from pydantic import ValidationError

from handoff.app import create_app
from handoff.logs import log_to_stderr
from handoff.settings import Settings

SHUTDOWN_S = 10.0
"""Requests under way may take so long to end."""


def main() -> int:
    """Serve until SIGTERM or SIGINT."""
    log_to_stderr()
    try:
        settings = Settings()
    except ValidationError as error:
        for broken in error.errors(include_url=False, include_input=False):
            print(f"{'.'.join(map(str, broken['loc']))}: {broken['msg']}", file=sys.stderr)  # noqa: T201
        return 2
    web.run_app(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        shutdown_timeout=SHUTDOWN_S,
        print=None,
        access_log=None,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
