"""What may stand in the file, field by field."""

from collections.abc import Collection
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from handoff.domain.events import Channel
from handoff.domain.packet import Priority, Reason, UrgencyLevel
from handoff.domain.people import CustomerKind, Language
from handoff.domain.words import CASES, PAYOUT_STATES, RULES, SKILL_TOPICS

T = TypeVar("T")


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _one_of(names: Collection[str]) -> AfterValidator:
    def known(name: str) -> str:
        if name not in names:
            raise ValueError(f"{name!r} is unknown; must be one of {', '.join(sorted(names))}")
        return name

    return AfterValidator(known)


Seconds = Annotated[float, Field(gt=0, le=365 * 86_400)]
Name = Annotated[str, Field(min_length=1, max_length=80)]
Skill = Annotated[str, _one_of(SKILL_TOPICS)]
AnyOf = Annotated[frozenset[T], BeforeValidator(_listed), Field(min_length=1)]
"""One value, or a list of which one is enough."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FilterForm(_Form):
    """Fields of the packet."""

    case_type: AnyOf[Annotated[str, _one_of(CASES)]] | None = None
    rule: AnyOf[Annotated[str, _one_of(RULES)]] | None = None
    reason: AnyOf[Reason] | None = None
    priority: AnyOf[Priority] | None = None
    urgency: AnyOf[UrgencyLevel] | None = None
    language: AnyOf[Language] | None = None
    channel: AnyOf[Channel] | None = None
    kind: AnyOf[CustomerKind] | None = None
    verified: AnyOf[bool] | None = None
    segment: AnyOf[Name] | None = None
    payout_state: AnyOf[Annotated[str, _one_of(PAYOUT_STATES)]] | None = None
    identity: AnyOf[Name] | None = None
    tax: AnyOf[Name] | None = None


class TargetForm(_Form):
    """Whom a case is offered to, and for how long only to them."""

    team: Name | None = None
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    min_level: Annotated[int, Field(ge=1, le=5)] = 1
    timeout_s: Seconds | None = None
    skip_if_none: bool = False


class RuleForm(_Form):
    """Filters of which one is enough, and targets in order."""

    name: Name
    when: Annotated[tuple[FilterForm, ...], BeforeValidator(_listed)] = ()
    targets: Annotated[tuple[TargetForm, ...], Field(min_length=1)]
    priority: Priority | None = None


class ClassForm(_Form):
    """Promises of a class, in seconds of opening time."""

    first_response_s: Seconds
    next_response_s: Seconds
    resolution_s: Seconds


class TeamForm(_Form):
    """A team and how it works."""

    stand_by: bool = False


class BandForm(_Form):
    """A rush begins above one figure and ends below the other."""

    above: Annotated[float, Field(ge=0)]
    below: Annotated[float, Field(ge=0)]


class SurgeForm(_Form):
    """One level of a rush."""

    expected_wait_s: BandForm | None = None
    arrivals_a_minute: BandForm | None = None
    raise_after_s: Annotated[float, Field(ge=0)]
    undo_after_s: Annotated[float, Field(ge=0)]
    extra_capacity: Annotated[int, Field(ge=0, le=20)] = 0
    widen: bool = False
    offer_email: bool = False
    stand_by: tuple[Name, ...] = ()
    tell_leads: bool = True


class RoutingForm(_Form):
    """The whole file."""

    offer_s: Annotated[float, Field(ge=5, le=600)]
    ageing_s: Seconds
    classes: dict[Priority, ClassForm]
    teams: dict[Name, TeamForm]
    rules: Annotated[tuple[RuleForm, ...], Field(min_length=1)]
    surge: tuple[SurgeForm, ...] = ()


def values(form: BaseModel) -> dict[str, Any]:
    """Its fields as they are, for the value of the domain with the same fields."""
    return {name: getattr(form, name) for name in type(form).model_fields}
