"""What a simulation assumes, read from data/simulation/*.yml."""

from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from handoff.domain.people import Language
from handoff.domain.words import CASES, PAYOUT_STATES, SKILL_TOPICS

Share = Annotated[float, Field(ge=0, le=1)]
Minutes = Annotated[float, Field(gt=0)]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class PlanError(ValueError):
    """The file breaks a rule; the message names file, field and rule."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Spread(_Form):
    """A log-normal time: half of all are shorter than the median, two thirds within the factor."""

    median_min: Minutes
    factor: Annotated[float, Field(ge=1, le=10)] = 1.8


class Matter(_Form):
    """A kind of case: how often it comes, how long it takes, how often the assistant is enough."""

    case_type: str
    payout_state: str | None = None
    share: Annotated[float, Field(gt=0)]
    solving: Spread
    assistant_resolves: Share

    @model_validator(mode="after")
    def _known(self) -> "Matter":
        if self.case_type not in CASES:
            raise ValueError(f"case_type {self.case_type!r} is unknown")
        if self.payout_state is not None and self.payout_state not in PAYOUT_STATES:
            raise ValueError(f"payout_state {self.payout_state!r} is unknown")
        return self


class Assistant(_Form):
    """How fast the assistant answers, and how long it is talked with."""

    answer_s: Annotated[float, Field(gt=0)]
    talk: Spread


class Work(_Form):
    """How people work."""

    gathering: Spread
    """Finding out who it is, what it is about and what was tried, without a packet."""
    reading: Spread
    """Reading the packet instead."""
    accept_s: Annotated[float, Field(gt=0)]
    """From the offer to the first answer."""
    lapses: Share
    """Offers that nobody reacts to."""
    each_more_chat_slows: Share
    """How much longer a chat takes for each other one its agent has."""


class Repeats(_Form):
    """How many come again with the same question, by how the first time ended."""

    after_assistant: Share
    after_person: Share
    after_long_wait: Share
    after_giving_up: Share
    long_wait_min: Minutes
    pause: Spread


class Staffing(_Form):
    """Agents who work alike; `count` of them."""

    name: str
    count: Annotated[int, Field(ge=1)] = 1
    languages: tuple[Language, ...]
    skills: dict[str, Annotated[int, Field(ge=1, le=5)]]
    teams: tuple[str, ...]
    capacity: Annotated[int, Field(ge=1, le=20)]
    days: tuple[Day, ...]
    begins: time
    ends: time

    @model_validator(mode="after")
    def _sound(self) -> "Staffing":
        unknown = set(self.skills) - set(SKILL_TOPICS)
        if unknown:
            raise ValueError(f"skills {', '.join(sorted(unknown))} are unknown")
        if self.ends <= self.begins:
            raise ValueError("ends must be later than begins")
        return self


class Policy(_Form):
    """A way to run support, compared with the others."""

    name: str
    assistant: bool = True
    packet: bool = True
    """Whether agents are told what is known, or have to ask."""
    one_line: bool = False
    """Everybody in one line for anybody who speaks the language: no skills, classes or teams."""


class Plan(_Form):
    """The whole file."""

    name: str
    from_day: date
    days: Annotated[int, Field(ge=1, le=31)]
    runs: Annotated[int, Field(ge=1, le=500)]
    seed: int
    arrivals_an_hour: Annotated[
        tuple[Annotated[float, Field(ge=0)], ...], Field(min_length=24, max_length=24)
    ]
    weekdays: dict[Day, Annotated[float, Field(ge=0)]]
    german: Share
    matters: Annotated[tuple[Matter, ...], Field(min_length=1)]
    patience: Spread
    assistant: Assistant
    work: Work
    repeats: Repeats
    staff: Annotated[tuple[Staffing, ...], Field(min_length=1)]
    policies: Annotated[tuple[Policy, ...], Field(min_length=1)]


def read(path: Path) -> Plan:
    """PlanError names file, field and rule."""
    try:
        return Plan.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(map(str, first["loc"])) or "file"
        raise PlanError(f"{path}: {field}: {first['msg']}") from error
    except yaml.YAMLError as error:
        raise PlanError(f"{path}: is not YAML: {error}") from error
    except OSError as error:
        raise PlanError(f"{path}: {error.strerror}") from error
