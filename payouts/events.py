"""What the platform reports: typed events, read strictly, duplicated and unordered as they are."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from payouts.fields import (
    Currency,
    Day,
    Instant,
    Key,
    Line,
    Money,
    PayoutReference,
    Project,
    Word,
    Zone,
)
from payouts.states import (
    PUBLIC,
    CustomerKind,
    EarningState,
    IdentityReason,
    IdentityState,
    MethodState,
    MilestoneState,
    PayoutState,
    Reason,
    TaxState,
)


class _Strict(BaseModel):
    """Nothing unknown is let in, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PayoutData(_Strict):
    """A payout as it is after the change."""

    reference: PayoutReference
    sub: Key
    state: PayoutState
    reason: Word | None = None
    public_reason: Reason | None = None
    amount: Money
    currency: Currency
    method: Word | None = None
    account_holder: Line | None = None
    expected_on: Day | None = None

    @field_validator("public_reason")
    @classmethod
    def _disclosable(cls, reason: Reason | None) -> Reason | None:
        if reason is not None and reason not in PUBLIC:
            raise ValueError("must not be an internal reason")
        return reason


class MilestoneData(_Strict):
    """A milestone as it is after the change; `milestone` is the platform's own id."""

    milestone: Key
    project: Project
    title: Line
    client: Key | None = None
    freelancer: Key | None = None
    state: MilestoneState
    reason: Word | None = None
    amount: Money
    currency: Currency


class EarningData(_Strict):
    """An earning as it is after the change."""

    earning: Key
    sub: Key
    milestone: Key | None = None
    state: EarningState
    amount: Money
    currency: Currency
    available_on: Day | None = None


class IdentityData(_Strict):
    """How the identity check stands."""

    sub: Key
    state: IdentityState
    reason: IdentityReason | None = None


class TaxData(_Strict):
    """How the tax data stand."""

    sub: Key
    state: TaxState


class MethodData(_Strict):
    """How the payout method stands."""

    sub: Key
    state: MethodState
    method: Word
    account_holder: Line | None = None


class CustomerData(_Strict):
    """Who a customer is."""

    sub: Key
    name: Line
    kind: CustomerKind
    segment: Word | None = None
    since: Day
    time_zone: Zone
    language: Literal["de", "en"]


class _Event(_Strict):
    """What all events carry. A second arrival of an id does nothing."""

    id: Key
    occurred_at: Instant


class PayoutChanged(_Event):
    """A payout came into a state."""

    type: Literal["payout.changed"] = "payout.changed"
    data: PayoutData


class MilestoneChanged(_Event):
    """A milestone came into a state."""

    type: Literal["milestone.changed"] = "milestone.changed"
    data: MilestoneData


class EarningChanged(_Event):
    """An earning came into a state."""

    type: Literal["earning.changed"] = "earning.changed"
    data: EarningData


class IdentityChanged(_Event):
    """The identity check of a customer moved on."""

    type: Literal["identity.changed"] = "identity.changed"
    data: IdentityData


class TaxChanged(_Event):
    """A customer's tax data were given, or are missed."""

    type: Literal["tax.changed"] = "tax.changed"
    data: TaxData


class MethodChanged(_Event):
    """A customer's payout method was added, became active or was refused."""

    type: Literal["method.changed"] = "method.changed"
    data: MethodData


class CustomerChanged(_Event):
    """A customer joined or changed their profile."""

    type: Literal["customer.changed"] = "customer.changed"
    data: CustomerData


CustomerEvent: TypeAlias = CustomerChanged | IdentityChanged | TaxChanged | MethodChanged
PlatformEvent: TypeAlias = PayoutChanged | MilestoneChanged | EarningChanged | CustomerEvent

_ADAPTER: TypeAdapter[PlatformEvent] = TypeAdapter(
    Annotated[PlatformEvent, Field(discriminator="type")]
)


class InvalidEventError(ValueError):
    """An event breaks a rule; names the field and the rule."""

    code: ClassVar[str] = "invalid_event"

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


def parse_event(body: object) -> PlatformEvent:
    """Read an event from JSON that was decoded already."""
    try:
        return _ADAPTER.validate_python(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        # The union puts the event's type before the path; the sender knows no such field.
        path = [str(part) for part in first["loc"][1:]]
        raise InvalidEventError(".".join(path) or "type", first["msg"]) from None
