"""What leads and admins get, beside what every agent gets."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from handoff.api.answers import (
    AgentAnswer,
    Answer,
    BothLanguages,
    BrokenRule,
    ColleagueAnswer,
    Owner,
)
from handoff.domain.changes import ChangeKind
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.routing import Obstacle


class LineAnswer(Answer):
    """Those of a team and class who wait, and since when the first of them."""

    team: str | None
    priority: Priority
    waiting: int
    oldest: datetime


class FlowAnswer(Answer):
    """What came of those who asked for a person, in a span of time."""

    asked: int
    taken: int
    abandoned: int
    dropped: int


class SpanAnswer(FlowAnswer):
    """A span of the window, from `at` on."""

    at: datetime


class SurgeAnswer(Answer):
    """What a rush changes now; level 0 is none."""

    level: int
    extra_capacity: int
    widen: bool
    offer_email: bool
    stand_by: tuple[str, ...]


class WallboardAnswer(Answer):
    """The figures that leads watch, all of one moment; docs/wallboard.md defines each."""

    at: datetime
    waiting: int
    oldest: datetime | None
    by_class: Mapping[Priority, int]
    lines: tuple[LineAnswer, ...]
    at_risk: int
    missed: int
    places: int
    load: int
    agents: tuple[ColleagueAnswer, ...]
    since: datetime
    flow: FlowAnswer
    spans: tuple[SpanAnswer, ...]
    span_s: int
    surge: SurgeAnswer


class SurgeChangeAnswer(Answer):
    """A rise or fall of the rush, on what figures, and what has been so since."""

    at: datetime
    level_before: int
    level: int
    open: bool
    waiting: int
    expected_wait_s: float | None
    """Of whoever came next; null with nobody there."""
    arrivals_a_minute: float
    extra_capacity: int
    widen: bool
    offer_email: bool
    stand_by: tuple[str, ...]


class SurgeHistoryAnswer(Answer):
    """The rush as it is, and its latest rises and falls, newest first."""

    now: SurgeAnswer
    changes: tuple[SurgeChangeAnswer, ...]


class TargetAnswer(Answer):
    """Whom a case is offered to, from when on, and who of those here that means.

    `after_s` is null for a target that is passed by because nobody who is here fits it.
    """

    team: str | None
    skills: tuple[str, ...]
    languages: tuple[Language, ...]
    min_level: int
    timeout_s: float | None
    skip_if_none: bool
    after_s: float | None
    means: tuple[str, ...]


class OfferedAnswer(Answer):
    """Who would be offered it now, by which target, and why."""

    agent: Owner
    target: int
    why: BothLanguages


class ChanceAnswer(Answer):
    """The first target that means an agent (null: none does), and what is in the way now."""

    id: UUID
    name: str
    target: int | None
    obstacles: tuple[Obstacle, ...]


class RehearsalAnswer(Answer):
    """Where a case would go, and why; nothing has happened to it."""

    rule: str
    priority: Priority
    why: BothLanguages
    targets: tuple[TargetAnswer, ...]
    offered: OfferedAnswer | None
    agents: tuple[ChanceAnswer, ...]


class MemberAnswer(AgentAnswer):
    """Somebody of the team, with their console's last sign of life."""

    seen_at: datetime | None
    disabled_at: datetime | None


class MembersAnswer(Answer):
    """Everybody of the team, and what there is to choose from."""

    members: tuple[MemberAnswer, ...]
    skills: tuple[str, ...]
    teams: tuple[str, ...]


class PasswordAnswer(Answer):
    """A new password; nobody is told it again."""

    password: str


class EnrolledAnswer(PasswordAnswer):
    """Somebody new, and the password they begin with."""

    member: MemberAnswer


class CheckedAnswer(Answer):
    """What would be refused; nothing where all is well."""

    errors: tuple[BrokenRule, ...]


class ChangeAnswer(Answer):
    """Who changed what, and when; of the values those that differ."""

    at: datetime
    by: Owner
    kind: ChangeKind
    about: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class ChangesAnswer(Answer):
    """Newest first."""

    changes: tuple[ChangeAnswer, ...]


class HolidayAnswer(Answer):
    """A day on which nobody is there."""

    on: date
    name: BothLanguages


class TeamTimesAnswer(Answer):
    """When a team (null: usually) is there; `own` where it differs from the usual hours.

    `week` begins on Monday, in local time; `changes_at` is when it opens or closes next.
    """

    team: str | None
    own: bool
    time_zone: str
    country: str
    week: tuple[tuple[str, ...], ...]
    open: bool
    changes_at: datetime
    holidays: tuple[HolidayAnswer, ...]


class HoursAnswer(Answer):
    """The usual hours first, then each team's."""

    teams: tuple[TeamTimesAnswer, ...]


class RuleFileAnswer(Answer):
    """A file of rules as it is on disk; `fault` names field and rule, null where it is right."""

    name: str
    text: str
    fault: str | None


class RuleFilesAnswer(Answer):
    """All of them."""

    files: tuple[RuleFileAnswer, ...]
