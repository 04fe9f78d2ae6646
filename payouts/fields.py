"""The kinds of field that platform events are made of, each with its rule."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StringConstraints


def _zone(name: str) -> str:
    """Accept only time zones that exist."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("must be a time zone such as Europe/Berlin") from error
    return name


def _written(at: object) -> object:
    """Refuse numbers: whether they count seconds, milliseconds or days would be a guess."""
    if isinstance(at, (int, float)):
        raise ValueError("must be written as ISO 8601 text")
    return at


# A control character has no place in a name, and PostgreSQL refuses U+0000.
Line: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]+$", min_length=1, max_length=200)
]
Key: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,128}$")]
Word: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Money: TypeAlias = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
Currency: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
PayoutReference: TypeAlias = Annotated[str, StringConstraints(pattern=r"^PO-[0-9]{5,8}$")]
Project: TypeAlias = Annotated[str, StringConstraints(pattern=r"^PR-[0-9]{1,8}$")]
# Beyond these years something is wrong, and arithmetic over zones would overflow.
Instant: TypeAlias = Annotated[
    AwareDatetime,
    BeforeValidator(_written),
    Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC)),
]
Day: TypeAlias = Annotated[
    date, BeforeValidator(_written), Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))
]
Zone: TypeAlias = Annotated[str, AfterValidator(_zone)]
