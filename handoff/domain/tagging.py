"""Tags: what a team sorts its cases by. Customers never see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from handoff.domain.people import AgentRef

MOST_TAGS = 20
"""Of one conversation: more say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """An agent changed the tags of a conversation."""

    agent: AgentRef
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    type: Literal["tagged"] = "tagged"
    origin: ClassVar[str] = "system"


def retagged(agent: AgentRef, before: Iterable[str], wanted: Iterable[str]) -> Tagged | None:
    """What makes the tags those that are wanted; None when they are so already."""
    had, has = dict.fromkeys(before), dict.fromkeys(wanted)
    added = tuple(tag for tag in has if tag not in had)
    removed = tuple(tag for tag in had if tag not in has)
    return Tagged(agent=agent, added=added, removed=removed) if added or removed else None
