"""Replies that are written once and used often; with steps they are macros."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from string import Formatter
from uuid import UUID

from handoff.domain.people import HELPERS, Agent, AgentRef, Language, Role
from handoff.domain.replying import NO_STEPS, Steps


class Variable(StrEnum):
    """What a reply may name in braces; filled in for the case it is used in."""

    CUSTOMER_NAME = "customer_name"
    AGENT_NAME = "agent_name"
    CASE_NUMBER = "case_number"
    PAYOUT_REFERENCE = "payout_reference"
    PAYOUT_AMOUNT = "payout_amount"
    EXPECTED_ON = "expected_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A reply as it is written down; `own` ones are for its writer alone."""

    shortcut: str
    title: str
    text: Mapping[Language, str]
    team: str | None = None
    own: bool = False
    steps: Steps = NO_STEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    """Whose it is: an agent's own, a team's, or (neither) everybody's."""

    id: UUID
    shortcut: str
    """What is typed after the slash."""
    title: str
    text: Mapping[Language, str]
    team: str | None = None
    owner: AgentRef | None = None
    steps: Steps = NO_STEPS
    changed_at: datetime
    changed_by: AgentRef

    def shown_to(self, agent: Agent) -> bool:
        """Own ones are nobody else's; a lead sees those of every team."""
        if self.owner is not None:
            return self.owner.id == agent.id
        return self.team is None or self.team in agent.teams or agent.role is Role.LEAD

    def changeable_by(self, agent: Agent) -> bool:
        """What others use as well is a lead's to change."""
        if self.owner is not None:
            return self.owner.id == agent.id and agent.role in HELPERS
        return agent.role is Role.LEAD


def broken(text: str) -> str | None:
    """The rule that a text with variables breaks, if it does."""
    try:
        fields = [(name, form, turned) for _, name, form, turned in Formatter().parse(text)]
    except ValueError:
        return "has a brace that is not closed, or not opened"
    for name, form, turned in fields:
        if name is not None and (name not in set(Variable) or form or turned):
            known = ", ".join(f"{{{it}}}" for it in Variable)
            return f"{{{name}}} is no variable; there are {known}"
    return None
