"""A case offered to one agent, and those who did not want it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from handoff.domain.ids import AgentId
from handoff.domain.people import AgentRef

ROUND = timedelta(seconds=60)
"""So long after the last no, those who said it are asked again if nobody has taken the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One agent is asked until a time; why, in each language of the agents."""

    agent: AgentRef
    until: datetime
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Who said no, or nothing, in this round of offers, and when the last of them did."""

    declined: frozenset[AgentId] = frozenset()
    at: datetime | None = None

    def with_no(self, agent: AgentId, at: datetime) -> "Round":
        """One more who does not want it; those of a round that is over are forgotten."""
        return Round(declined=self.asked(at) | {agent}, at=at)

    def asked(self, now: datetime) -> frozenset[AgentId]:
        """Whom not to ask for now."""
        over = self.at is None or now >= self.at + ROUND
        return frozenset() if over else self.declined


NEW_ROUND = Round()
