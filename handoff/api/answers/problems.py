"""Receipts of the platform, and refusals."""

from handoff.api.answers.base import Answer


class Taken(Answer):
    """Whether the event was new."""

    new: bool


class BrokenRule(Answer):
    """What is wrong with one field; `code` names the rule, `limit` its number, where it has one."""

    field: str
    rule: str
    code: str
    limit: float | None = None


class Problem(Answer):
    """An error (RFC 9457); `code` is stable, `field` names the input that broke a rule."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    field: str | None = None
    errors: tuple[BrokenRule, ...] = ()
    """All that is wrong with the input, field by field; the first of them is `field`, `detail`."""
