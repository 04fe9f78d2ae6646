"""The processes of the product: what each runs and what it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from local.places import BOT_PYTHON, MODEL, PYTHON, RASA, ROOT
from local.ports import Listening, Ports

HANDOFF = "handoff"
RASA_SERVER = "rasa"
ACTIONS = "actions"
BALANCER = "balancer"


@dataclass(frozen=True, slots=True)
class Program:
    """One process under the supervisor."""

    name: str
    argv: tuple[str | Path, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None
    stop_signal: str = "TERM"
    autostart: bool = False

    @property
    def kind(self) -> str:
        """What it is a replica of: the second front door is `handoff-2`."""
        return self.name.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the processes have to know of each other."""

    ports: Ports
    secrets: Mapping[str, str]
    database_url: str
    redis_url: str
    embedded_database: bool
    embedded_redis: bool
    demo: bool
    shared: Mapping[str, str]
    listening: Listening
    balancer: Program | None = None


def applications(plan: Plan) -> tuple[Program, ...]:
    """Everything but the stores, in the order of their start."""
    at = plan.listening
    return (
        *(_actions(plan, *it) for it in _named(ACTIONS, at.actions)),
        *(_rasa(plan, *it) for it in _named(RASA_SERVER, at.rasa)),
        *(_handoff(plan, *it) for it in _named(HANDOFF, at.handoff)),
        *((plan.balancer,) if plan.balancer else ()),
    )


def _named(kind: str, ports: Sequence[int]) -> Iterator[tuple[str, int]]:
    for number, port in enumerate(ports, start=1):
        yield kind if number == 1 else f"{kind}-{number}", port


def _shared(plan: Plan) -> dict[str, str]:
    """What every process of ours is told; the demo is its own platform, with pages of its own."""
    app = f"http://127.0.0.1:{plan.ports.handoff}/demo/app"
    return {**({"LOTSE_PLATFORM_URL": app} if plan.demo else {}), **plan.shared}


def platform_environment(plan: Plan) -> dict[str, str]:
    """What the front door is told, and the loader of the demo with it."""
    return {
        "LOTSE_PUBLIC_URL": f"http://127.0.0.1:{plan.ports.handoff}",
        **_shared(plan),
        "DATABASE_URL": plan.database_url,
        "REDIS_URL": plan.redis_url,
        "HANDOFF_PORT": str(plan.ports.handoff),
        "HANDOFF_TRUSTED_PROXIES": "1" if plan.balancer else "0",
        "HANDOFF_RASA_URL": f"http://127.0.0.1:{plan.ports.rasa}",
        "HANDOFF_RASA_SECRET": plan.secrets["channel"],
        "RASA_TOKEN": plan.secrets["rasa"],
        "HANDOFF_IDENTITY_SECRET": plan.secrets["identity"],
        "HANDOFF_WEBHOOK_SECRET": plan.secrets["webhook"],
        "HANDOFF_VAULT_KEY": plan.secrets["vault"],
    }


def _handoff(plan: Plan, name: str, port: int) -> Program:
    package = "demo" if plan.demo else "handoff"
    environment = {**platform_environment(plan), "HANDOFF_PORT": str(port)}
    return Program(name, (PYTHON, "-m", package), environment)


def _actions(plan: Plan, name: str, port: int) -> Program:
    environment = {
        **_shared(plan),
        "DATABASE_URL": plan.database_url,
        "ACTIONS_PORT": str(port),
    }
    return Program(name, (PYTHON, "-m", "actions"), environment)


def _rasa(plan: Plan, name: str, port: int) -> Program:
    # In one word: a token may begin with a hyphen.
    options = ("--enable-api", f"--auth-token={plan.secrets['rasa']}")
    listen = ("-i", "127.0.0.1", "-p", str(port))
    files = ("-m", MODEL, "--credentials", "credentials.yml", "--endpoints", "endpoints.yml")
    environment = {
        **RASA_QUIET,
        "PYTHONPATH": str(ROOT),
        "POSTGRESQL_SCHEMA": "rasa",
        "RASA_TRACKER_URL": plan.database_url,
        "ACTIONS_URL": f"http://127.0.0.1:{plan.ports.actions}/webhook",
        "LOTSE_CHANNEL_SECRET": plan.secrets["channel"],
    }
    # Through its interpreter: the script's first line holds a path that may be too long for it.
    argv = (BOT_PYTHON, RASA, "run", *options, *listen, *files)
    return Program(name, argv, environment)


RASA_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
