"""The processes of the product: what each runs and what it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from local.places import BOT_PYTHON, MODEL, PYTHON, RASA, ROOT
from local.ports import Ports

HANDOFF = "handoff"
RASA_SERVER = "rasa"
ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Program:
    """One process under the supervisor."""

    name: str
    argv: tuple[str | Path, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None
    stop_signal: str = "TERM"
    autostart: bool = False


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
    more_doors: tuple[int, ...] = ()


def applications(plan: Plan) -> tuple[Program, ...]:
    """Everything but the stores, in the order of their start."""
    doors = enumerate((plan.ports.handoff, *plan.more_doors), start=1)
    return (_actions(plan), _rasa(plan), *(_handoff(plan, *door) for door in doors))


def platform_environment(plan: Plan) -> dict[str, str]:
    """What the front door is told, and the loader of the demo with it."""
    return {
        **plan.shared,
        "DATABASE_URL": plan.database_url,
        "REDIS_URL": plan.redis_url,
        "HANDOFF_PORT": str(plan.ports.handoff),
        "HANDOFF_RASA_URL": f"http://127.0.0.1:{plan.ports.rasa}",
        "HANDOFF_RASA_SECRET": plan.secrets["channel"],
        "HANDOFF_IDENTITY_SECRET": plan.secrets["identity"],
        "HANDOFF_WEBHOOK_SECRET": plan.secrets["webhook"],
    }


def _handoff(plan: Plan, number: int, port: int) -> Program:
    package = "demo" if plan.demo else "handoff"
    name = HANDOFF if number == 1 else f"{HANDOFF}-{number}"
    environment = {**platform_environment(plan), "HANDOFF_PORT": str(port)}
    return Program(name, (PYTHON, "-m", package), environment)


def _actions(plan: Plan) -> Program:
    environment = {
        **plan.shared,
        "DATABASE_URL": plan.database_url,
        "ACTIONS_PORT": str(plan.ports.actions),
    }
    return Program(ACTIONS, (PYTHON, "-m", "actions"), environment)


def _rasa(plan: Plan) -> Program:
    # In one word: a token may begin with a hyphen.
    options = ("--enable-api", f"--auth-token={plan.secrets['rasa']}")
    listen = ("-i", "127.0.0.1", "-p", str(plan.ports.rasa))
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
    return Program(RASA_SERVER, argv, environment)


RASA_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
