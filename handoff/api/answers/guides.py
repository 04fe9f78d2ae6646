"""Checklists, and how far a customer is."""

from datetime import datetime
from typing import Literal

from handoff.api.answers.base import Answer
from handoff.domain.guides import DoneBy
from handoff.domain.people import Language


class StepArticleAnswer(Answer):
    """Where a step is explained at length."""

    slug: str
    title: str
    url: str


class GuideStepAnswer(Answer):
    """A step; `done_by` says whether the customer ticked it or the platform knows."""

    id: str
    title: str
    why: str
    how: str
    article: StepArticleAnswer
    done_by: DoneBy | None
    done_at: datetime | None


class GuideAnswer(Answer):
    """A guide as far as the customer is with it; `next` is the first open step."""

    slug: str
    language: Language
    title: str
    lead: str
    audience: Literal["freelancer", "client", "both"]
    minutes: int
    steps: tuple[GuideStepAnswer, ...]
    done: int
    total: int
    next: str | None


class GuidesAnswer(Answer):
    """The guides for this customer."""

    guides: tuple[GuideAnswer, ...]
