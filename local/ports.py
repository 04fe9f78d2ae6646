"""The TCP ports that the product listens on."""

import random
import socket
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from itertools import islice

from local.trouble import Trouble

# From 32768 on, the system hands ports out to outgoing connections.
CHOICE = range(24000, 32768)
MOST_REPLICAS = 8


@dataclass(frozen=True, slots=True)
class Ports:
    """One port for each process that listens on TCP."""

    handoff: int = 8080
    rasa: int = 5005
    actions: int = 5055

    def require_free(self) -> None:
        """Refuse to start where another program listens already."""
        for variable, port in zip(VARIABLES, astuple(self), strict=True):
            if not is_free(port):
                raise Trouble(
                    f"Port {port} is in use. If Lotse runs already, `make down` ends it; "
                    f"otherwise choose another port with {variable}=…"
                )


@dataclass(frozen=True, slots=True)
class Listening:
    """Where each replica of each kind listens; behind a balancer these are others than `Ports`."""

    handoff: tuple[int, ...]
    rasa: tuple[int, ...]
    actions: tuple[int, ...]


VARIABLES = ("HANDOFF_PORT", "RASA_PORT", "ACTIONS_PORT")


def from_environment(environment: Mapping[str, str]) -> Ports:
    """The usual ports, or those named in the environment."""
    usual = astuple(Ports())
    return Ports(*(_port(environment, *pair) for pair in zip(VARIABLES, usual, strict=True)))


def replicas(environment: Mapping[str, str]) -> int:
    """How many processes of each kind are wanted."""
    given = environment.get("REPLICAS") or "1"
    if not given.isdecimal() or not 0 < int(given) <= MOST_REPLICAS:
        raise Trouble(f"REPLICAS={given}: a number from 1 to {MOST_REPLICAS} is needed.")
    return int(given)


def free(among: Iterable[int] = CHOICE) -> Ports:
    """Ports that nobody uses now, for a second product beside the first."""
    return Ports(*several(3, among))


def several(number: int, among: Iterable[int] = CHOICE) -> list[int]:
    """As many ports that nobody uses now."""
    candidates = list(among)
    # By chance, so that two products that start at once rarely choose the same.
    random.shuffle(candidates)
    found = list(islice(filter(is_free, candidates), number))
    if len(found) < number:
        raise Trouble("No free port was found for another product.")
    return found


def listening(at: Ports, doors: int) -> Listening:
    """One process of each kind, and further front doors beside the first."""
    return Listening((at.handoff, *several(doors - 1)), (at.rasa,), (at.actions,))


def replicated(replicas: int) -> Listening:
    """As many processes of each kind, none of them where a balancer listens for all."""
    found = several(3 * replicas)
    return Listening(*(tuple(found[kind::3]) for kind in range(3)))


def is_free(port: int) -> bool:
    """Whether a program could listen on this port of the loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port whose last connections only wait to be forgotten is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _port(environment: Mapping[str, str], variable: str, usual: int) -> int:
    given = environment.get(variable) or str(usual)
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise Trouble(f"{variable}={given} is not a port: a number from 1 to 65535 is needed.")
    return int(given)
