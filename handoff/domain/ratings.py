"""Ratings: how a conversation was for its customer, asked once when it is over."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Satisfaction from 1 (bad) to 5; effort from 1 (it was hard) to 7 (it was easy)."""

    csat: int
    effort: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A rating, and when it was given."""

    rating: Rating
    at: datetime
