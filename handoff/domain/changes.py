"""What leads and admins change, as it is kept for whoever has to account for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from handoff.domain.people import Agent, AgentRef

Values: TypeAlias = Mapping[str, Any]


class ChangeKind(StrEnum):
    """What was done."""

    AGENT_ADDED = "agent_added"
    AGENT_CHANGED = "agent_changed"
    AGENT_DISABLED = "agent_disabled"
    AGENT_ENABLED = "agent_enabled"
    PASSWORD_RENEWED = "password_renewed"  # noqa: S105  # its name, not one
    NOTICE_PUBLISHED = "notice_published"
    NOTICE_WITHDRAWN = "notice_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who did what to whom or what; of the values only those that differ, never a secret."""

    by: AgentRef
    kind: ChangeKind
    about: str
    """The agent's name, or nothing."""
    before: Values
    after: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A change with the time at which it was recorded."""

    at: datetime
    change: Change


def between(by: AgentRef, before: Agent, after: Agent) -> Change:
    """What differs in what an agent may do and can do."""
    then, now = equipment(before), equipment(after)
    names = [name for name in now if then[name] != now[name]]
    return Change(
        by=by,
        kind=ChangeKind.AGENT_CHANGED,
        about=after.name,
        before={name: then[name] for name in names},
        after={name: now[name] for name in names},
    )


def equipment(agent: Agent) -> dict[str, Any]:
    """All that others decide of an agent, as plain values."""
    return {
        "name": agent.name,
        "email": agent.email,
        "role": agent.role.value,
        "languages": [it.value for it in agent.languages],
        "skills": list(agent.skills),
        "levels": dict(agent.levels),
        "teams": list(agent.teams),
        "capacity": agent.capacity,
        "channel_capacity": {str(name): most for name, most in agent.channel_capacity.items()},
    }
