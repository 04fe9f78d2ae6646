"""A small server in the place of a process: it answers every GET with what it was told."""

import json
import os
import sys
from collections.abc import Callable, Collection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from local import programs
from local.places import PYTHON
from local.programs import Plan, Program

NO_MODEL = "ERROR    rasa.core.agent  - Could not load model due to its age.\n"


class Answer(BaseHTTPRequestHandler):
    """Says which environment it runs in."""

    status = 200

    def do_GET(self) -> None:
        """Answer with the environment."""
        body = json.dumps(dict(os.environ)).encode()
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, *said: object) -> None:
        """Say nothing of single requests."""


class Modelless(Answer):
    """As Rasa answers when it could not load its model."""

    status = 409


def stand_ins(
    *broken: str, modelless: Collection[str] = ()
) -> Callable[[Plan], tuple[Program, ...]]:
    """Stand-ins for all applications; the broken ones end as soon as they start."""

    def applications(plan: Plan) -> tuple[Program, ...]:
        at = plan.listening
        ports = [*at.actions, *at.rasa, *at.handoff]
        real_ones = [it for it in programs.applications(plan) if it is not plan.balancer]
        return tuple(
            Program(
                real.name,
                (
                    PYTHON,
                    "-m",
                    "tests.local.stand_in",
                    "broken" if real.name in broken else str(port),
                    *(["modelless"] if real.name in modelless else []),
                ),
                real.environment,
            )
            for real, port in zip(real_ones, ports, strict=True)
        ) + ((plan.balancer,) if plan.balancer else ())

    return applications


if __name__ == "__main__":
    if sys.argv[1] == "broken":
        sys.exit("the stand-in cannot start: its cupboard is bare")
    modelless = sys.argv[2:] == ["modelless"]
    sys.stdout.write(f"{NO_MODEL if modelless else ''}listening\n")
    sys.stdout.flush()
    answer = Modelless if modelless else Answer
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), answer).serve_forever()
