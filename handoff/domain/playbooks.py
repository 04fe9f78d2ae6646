"""What is done when it is serious: who is called, in which order, and what must not be forgotten.

A run is never stored as such: it is what the conversation's log says of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from handoff.domain.briefing import Logged
from handoff.domain.events import PlaybookMove, PlaybookNoted
from handoff.domain.people import AgentRef, Language

Both = Mapping[Language, str]
"""The same in each language of the agents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookRole:
    """Somebody's part in it."""

    id: str
    name: Both
    task: Both


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A role to be called; after `within_s` seconds without an answer the next one is."""

    id: str
    role: str
    within_s: float
    how: Both


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookStep:
    """Something to be done, by a role."""

    id: str
    role: str
    title: Both


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedMessage:
    """Words for the customer; {customer}, {case_number} and {agent} stand for what they name."""

    id: str
    title: Both
    text: Both


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """`starts_on` are rules of the handoff that begin it without anybody's doing."""

    slug: str
    title: Both
    starts_on: frozenset[str]
    criteria: tuple[Both, ...]
    roles: tuple[PlaybookRole, ...]
    contacts: tuple[Contact, ...]
    steps: tuple[PlaybookStep, ...]
    messages: tuple[PreparedMessage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTick:
    """Who did a step, and when."""

    agent: AgentRef | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How far a playbook is in one conversation."""

    playbook: Playbook
    started_at: datetime
    started_by: AgentRef | None
    """None: a rule."""
    calling: int = 0
    """Index of the contact to be called; beyond the last one when nobody answered."""
    calling_since: datetime
    reached: str | None = None
    steps: Mapping[str, StepTick] = field(default_factory=dict)
    ended_at: datetime | None = None

    @property
    def contact(self) -> Contact | None:
        """Whom to call now."""
        open_still = self.ended_at is None and self.reached is None
        left = self.playbook.contacts[self.calling :]
        return left[0] if open_still and left else None

    @property
    def due_at(self) -> datetime | None:
        """When the next one is to be called; None when nobody is."""
        contact = self.contact
        return self.calling_since + timedelta(seconds=contact.within_s) if contact else None

    def after(self, noted: PlaybookNoted, at: datetime) -> "Run":
        """The run once this was noted."""
        item = noted.item or ""
        match noted.move:
            case PlaybookMove.STEP_DONE:
                return replace(self, steps={**self.steps, item: StepTick(agent=noted.agent, at=at)})
            case PlaybookMove.STEP_UNDONE:
                left = {name: tick for name, tick in self.steps.items() if name != item}
                return replace(self, steps=left)
            case PlaybookMove.CONTACT_REACHED:
                return replace(self, reached=item)
            case PlaybookMove.CONTACT_SILENT:
                return replace(self, calling=self.calling + 1, calling_since=at)
            case PlaybookMove.ENDED:
                return replace(self, ended_at=at)
            case PlaybookMove.STARTED:
                return self


def runs(log: Iterable[Logged], playbooks: Mapping[str, Playbook]) -> tuple[Run, ...]:
    """The latest run of each playbook, in the order of their start."""
    found: dict[str, Run] = {}
    for entry in log:
        noted = entry.event
        if not isinstance(noted, PlaybookNoted) or noted.playbook not in playbooks:
            continue
        if noted.move is PlaybookMove.STARTED:
            found.pop(noted.playbook, None)
            found[noted.playbook] = Run(
                playbook=playbooks[noted.playbook],
                started_at=entry.at,
                started_by=noted.agent,
                calling_since=entry.at,
            )
        elif noted.playbook in found:
            found[noted.playbook] = found[noted.playbook].after(noted, entry.at)
    return tuple(found.values())
