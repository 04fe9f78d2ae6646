"""The agents' passwords: made up once, kept in a file that only its owner can read."""

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from demo.people import Agent


@dataclass(frozen=True, slots=True)
class Login:
    """How an agent signs in to the console."""

    email: str
    name: str
    password: str


def logins(file: Path) -> list[Login]:
    """Those of the last loading."""
    if not file.exists():
        return []
    return [Login(**each) for each in json.loads(file.read_text("utf-8"))["agents"]]


def keep(file: Path, agents: Iterable[Agent]) -> list[Login]:
    """A login for each agent; whoever had one keeps their password."""
    known = {each.email: each.password for each in logins(file)}
    kept = [
        Login(agent.email, agent.name, known.get(agent.email) or secrets.token_urlsafe(9))
        for agent in agents
    ]
    text = json.dumps({"agents": [asdict(each) for each in kept]}, indent=2, ensure_ascii=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(text + "\n")
    fresh.replace(file)
    return kept
