"""How a customer can be reached who does not want to wait in the chat."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Literal

from handoff.domain.errors import Invalid

ADDRESS_LENGTH = 254
NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"({LABEL}\.)+[a-z]([a-z0-9-]{{0,61}}[a-z0-9])")
DIGITS = re.compile(r"\+?[0-9]{6,15}")
BETWEEN_DIGITS = re.compile(r"[ ()/.-]")

SLOT = timedelta(minutes=30)
"""Call backs begin on the hour and half past."""

NOTICE = timedelta(minutes=15)
"""The first one is not earlier than this."""

AHEAD = timedelta(days=10)
"""Nobody is promised more than these days ahead."""

SLOTS = 40
"""Times to choose from at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What the customer left."""

    email: str | None = None
    phone: str | None = None
    call_back_at: datetime | None = None


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailLeft:
    """The customer wants the answer by e-mail as well, if they are away."""

    address: str
    type: Literal["email_left"] = "email_left"
    origin: ClassVar[str] = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBackWanted:
    """The customer wants to be called at a time; until then the case rests."""

    call_at: datetime
    phone: str
    type: Literal["call_back_wanted"] = "call_back_wanted"
    origin: ClassVar[str] = "customer"


def address(text: str) -> str:
    """An e-mail address as it is stored and written to; Invalid names the rule."""
    name, at, host = text.strip().rpartition("@")
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        plain = ""
    whole = f"{name}@{plain}"
    fits = len(name) <= 64 and len(whole) <= ADDRESS_LENGTH
    if not at or not fits or not NAME.fullmatch(name) or not HOST.fullmatch(plain):
        raise Invalid("address", "must be an e-mail address like name@example.org")
    return whole


def phone(text: str) -> str:
    """A telephone number, digits only but for a leading plus; Invalid names the rule."""
    number = BETWEEN_DIGITS.sub("", text.strip())
    if not DIGITS.fullmatch(number):
        raise Invalid("phone", "must be a telephone number of 6 to 15 digits")
    return number


def call_back_times(is_open: Callable[[datetime], bool], now: datetime) -> tuple[datetime, ...]:
    """The next times at which somebody can call: whole slots within opening hours."""
    return tuple(at for at, _ in zip(_open(is_open, now), range(SLOTS), strict=False))


def _open(is_open: Callable[[datetime], bool], now: datetime) -> Iterator[datetime]:
    at = _next_slot(now + NOTICE)
    while at <= now + AHEAD:
        if is_open(at) and is_open(at + SLOT - timedelta(seconds=1)):
            yield at
        at += SLOT


def _next_slot(after: datetime) -> datetime:
    whole = SLOT.total_seconds()
    return datetime.fromtimestamp(-(-after.timestamp() // whole) * whole, UTC)
