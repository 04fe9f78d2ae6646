"""Notices and playbooks."""

from datetime import datetime
from uuid import UUID

from handoff.api.answers.base import Answer
from handoff.api.answers.cases import Owner


class BothLanguages(Answer):
    """The same in each language."""

    de: str
    en: str


class PublishedCrisisNotice(Answer):
    """What stands before the assistant's answers until `ends_at`."""

    id: UUID
    text: BothLanguages
    begins_at: datetime
    ends_at: datetime
    by: Owner


class CrisisNoticeAnswer(Answer):
    """The crisis notice in force, if there is one."""

    notice: PublishedCrisisNotice | None
    now: datetime
    """The clock by which it ends; in demonstrations it may be ahead."""


class PlaybookRoleAnswer(Answer):
    """Somebody's part in a playbook."""

    id: str
    name: BothLanguages
    task: BothLanguages


class ContactAnswer(Answer):
    """A role to be called; the next one after `within_s` seconds without an answer."""

    id: str
    role: str
    within_s: float
    how: BothLanguages


class PlaybookStepAnswer(Answer):
    """Something to be done by a role."""

    id: str
    role: str
    title: BothLanguages


class PreparedMessageAnswer(Answer):
    """Words for the customer, filled in where a case is known; never sent by themselves."""

    id: str
    title: BothLanguages
    text: BothLanguages


class PlaybookAnswer(Answer):
    """What is done when it is serious."""

    slug: str
    title: BothLanguages
    criteria: tuple[BothLanguages, ...]
    roles: tuple[PlaybookRoleAnswer, ...]
    contacts: tuple[ContactAnswer, ...]
    steps: tuple[PlaybookStepAnswer, ...]
    messages: tuple[PreparedMessageAnswer, ...]


class PlaybooksAnswer(Answer):
    """All playbooks."""

    playbooks: tuple[PlaybookAnswer, ...]


class StepTickAnswer(Answer):
    """A step that is done."""

    step: str
    by: str | None
    at: datetime


class RunAnswer(Answer):
    """How far a playbook is; `calling` is the contact to be called until `due_at`."""

    playbook: PlaybookAnswer
    started_at: datetime
    started_by: Owner | None
    calling: str | None
    due_at: datetime | None
    reached: str | None
    done: tuple[StepTickAnswer, ...]
    ended_at: datetime | None


class RunsAnswer(Answer):
    """Playbooks that run or ran in a conversation."""

    runs: tuple[RunAnswer, ...]
