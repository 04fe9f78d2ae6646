"""By when what is owed is due, in opening hours of the team whose case it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handoff.domain.conversation import Conversation
from handoff.domain.owed import Due
from handoff.domain.routing import Promise, due
from handoff.ports import Hours, Policy


@dataclass(frozen=True, slots=True)
class Promises:
    """The log runs on the database's clock; `ahead` is how far the business clock is before it."""

    policy: Policy
    hours: Hours
    ahead: timedelta = timedelta(0)

    def __call__(self, it: Conversation) -> Due:
        """Nothing is due where nothing is owed."""
        owed = it.owed
        return Due(
            first_response=None if owed.answered else self._first(it),
            next_response=self._by(it, owed.answer_since, Promise.NEXT_RESPONSE)
            if owed.answered
            else None,
            resolution=self._by(it, owed.person_since, Promise.RESOLUTION),
        )

    def _first(self, it: Conversation) -> datetime | None:
        """Whoever chose when to be called is owed a call then."""
        return it.contact.call_back_at or self._by(it, it.owed.person_since, Promise.FIRST_RESPONSE)

    def _by(self, it: Conversation, since: datetime | None, promise: Promise) -> datetime | None:
        if since is None or it.priority is None:
            return None
        level, hours = self.policy().promised(it.priority), self.hours.of(it.team)
        return due(level, since + self.ahead, hours, promise) - self.ahead
