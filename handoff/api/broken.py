"""All that is wrong with an input, field by field, as forms show it."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from handoff.api.answers import BrokenRule
from handoff.domain.errors import Invalid

LIMITS = ("min_length", "max_length", "ge", "gt", "le", "lt")
MOST = 50
"""A body of nothing but mistakes need not be listed whole."""


def broken_rules(error: ValidationError) -> tuple[BrokenRule, ...]:
    """In the order of the fields; what is about the whole is about `body`."""
    found = error.errors(include_url=False, include_input=False)[:MOST]
    return tuple(
        BrokenRule(
            field=".".join(map(str, it["loc"])) or "body",
            rule=it["msg"].removeprefix("Value error, "),
            code=it["type"],
            limit=next(_limits(it.get("ctx", {})), None),
        )
        for it in found
    )


def broken_by(refused: Iterable[Invalid]) -> tuple[BrokenRule, ...]:
    """The same of rules that services know."""
    return tuple(BrokenRule(field=it.field, rule=it.rule, code=it.kind) for it in refused)


def _limits(context: Mapping[str, object]) -> Iterator[float]:
    for name in LIMITS:
        value = context.get(name)
        if isinstance(value, int | float):
            yield float(value)
