"""What would happen to a case, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from connectors.routing.form import Skill
from handoff.domain.ids import AgentId
from handoff.domain.packet import Packet
from handoff.domain.people import Agent, Language, Role
from handoff.domain.routing import Candidate, Rehearsal, Stage

_PACKET = TypeAdapter(Packet)


class _Agent(BaseModel):
    model_config = ConfigDict(extra="ignore")

    name: str
    role: Role = Role.AGENT
    languages: tuple[Language, ...]
    skills: tuple[Skill, ...]
    levels: dict[Skill, int] = Field(default_factory=dict)
    teams: tuple[str, ...] = ()
    capacity: Annotated[int, Field(ge=0)] = 1


class _Agents(BaseModel):
    model_config = ConfigDict(extra="ignore")

    agents: tuple[_Agent, ...]


def packet(path: Path) -> Packet:
    """A packet as the agents' API gives it; ValidationError names the field."""
    return _PACKET.validate_json(path.read_bytes())


def candidates(path: Path, now: datetime) -> list[Candidate]:
    """The agents of a file, all of them here and free."""
    found = _Agents.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))).agents
    return [
        Candidate(
            agent=Agent(id=AgentId(UUID(int=number)), email="", **dict(it)),
            load={},
            free=it.capacity,
            idle_since=now,
            here=True,
        )
        for number, it in enumerate(found, start=1)
    ]


def told(it: Rehearsal, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Rule, class, why, targets, and who would be offered it."""
    yield f"rule      {it.route.rule}"
    yield f"class     {it.route.priority}"
    yield from (f"why ({language})  {why}" for language, why in it.route.why.items())
    for number, stage in enumerate(it.stages, start=1):
        yield f"target {number}  {_stage(stage)}"
    if not candidates:
        yield "offered   say whose turn it could be with --agents"
    elif it.offered is None:
        yield "offered   to nobody yet: none of those here fits the targets that count now"
    else:
        yield f"offered   {it.offered.why['en']}"


def _stage(stage: Stage) -> str:
    target = stage.target
    wanted = [
        target.team or "any team",
        "skills " + (", ".join(target.skills) or "any"),
        "languages " + (", ".join(target.languages) or "the customer's"),
        f"level {target.min_level}",
    ]
    when = "skipped" if stage.after_s is None else f"after {stage.after_s:g} s"
    return f"{'; '.join(wanted)}: {when}; means {', '.join(stage.means) or 'nobody here'}"
