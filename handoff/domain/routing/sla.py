"""By when a promise is due, counted while people are there."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from handoff.domain.routing.policy import Class


class Promise(StrEnum):
    """What a customer is promised a time for."""

    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    RESOLUTION = "resolution"


class BusinessTime(Protocol):
    """A clock that stands still while nobody is there."""

    def after(self, at: datetime, seconds: float) -> datetime:
        """The moment by which so many seconds of opening time have passed, aware UTC."""


def due(
    level: Class,
    since: datetime,
    hours: BusinessTime,
    promise: Promise = Promise.FIRST_RESPONSE,
) -> datetime:
    """`since` is the handoff, for a next response the customer's message."""
    seconds = {
        Promise.FIRST_RESPONSE: level.first_response_s,
        Promise.NEXT_RESPONSE: level.next_response_s,
        Promise.RESOLUTION: level.resolution_s,
    }
    return hours.after(since, seconds[promise])
