"""Starts the front door: `python -m handoff`."""

import sys

from pydantic import ValidationError

from handoff.app import create_app
from handoff.logs import log_to_stderr
from handoff.serving import serve
from handoff.settings import Settings


def main() -> int:
    """Serve; 2 when the environment is not what it must be, with the reason."""
    log_to_stderr()
    try:
        settings = Settings()
    except ValidationError as error:
        for broken in error.errors(include_url=False, include_input=False):
            sys.stderr.write(f"{'.'.join(map(str, broken['loc']))}: {broken['msg']}\n")
        return 2
    serve(create_app(settings), settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
