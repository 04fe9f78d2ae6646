"""Platform events are read strictly, and a refusal names the field and the rule."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from payouts.events import InvalidEventError, PayoutChanged, parse_event
from payouts.states import INTERNAL, PayoutState


def body(**changes: object) -> dict[str, Any]:
    data: dict[str, object] = {
        "reference": "PO-48213",
        "sub": "lena",
        "state": "in_transit",
        "amount": "640.00",
        "currency": "EUR",
    }
    return {
        "id": "evt_1",
        "type": "payout.changed",
        "occurred_at": "2026-11-23T10:00:00+01:00",
        "data": data | changes,
    }


def customer(**changes: object) -> dict[str, Any]:
    data: dict[str, object] = {
        "sub": "lena",
        "name": "Lena Brandt",
        "kind": "freelancer",
        "since": "2024-03-01",
        "time_zone": "Europe/Berlin",
        "language": "de",
    }
    return body() | {"type": "customer.changed", "data": data | changes}


def test_a_payout_event_is_read() -> None:
    event = parse_event(body(expected_on="2026-11-26"))

    assert isinstance(event, PayoutChanged)
    assert event.occurred_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert (event.data.state, event.data.amount) == (PayoutState.IN_TRANSIT, Decimal("640.00"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reference": "PO-1"}, "data.reference"),
        ({"reference": "PO-48213\n"}, "data.reference"),
        ({"sub": ""}, "data.sub"),
        ({"sub": "le na"}, "data.sub"),
        ({"state": "lost"}, "data.state"),
        ({"reason": "Because"}, "data.reason"),
        ({"amount": "-1"}, "data.amount"),
        ({"amount": "NaN"}, "data.amount"),
        ({"amount": "1.234"}, "data.amount"),
        ({"amount": True}, "data.amount"),
        ({"currency": "euro"}, "data.currency"),
        ({"account_holder": "Len\x00a"}, "data.account_holder"),
        ({"account_holder": "\ud800"}, "data.account_holder"),
        ({"expected_on": 20260101}, "data.expected_on"),
        ({"expected_on": "1999-12-31"}, "data.expected_on"),
        ({"iban": "DE00"}, "data.iban"),
        ({"a.b": 1}, "data.a.b"),
    ],
)
def test_a_broken_payout_is_refused_by_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidEventError) as refused:
        parse_event(body(**changes))

    assert refused.value.field == field
    assert refused.value.rule


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": ""}, "id"),
        ({"occurred_at": "2026-11-23T10:00:00"}, "occurred_at"),
        ({"occurred_at": 1763888400}, "occurred_at"),
        ({"occurred_at": "9999-12-31T23:59:59Z"}, "occurred_at"),
        ({"type": "payout.lost"}, "type"),
        ({"sender": "x"}, "sender"),
        ({"data": None}, "data"),
    ],
)
def test_a_broken_envelope_is_refused_by_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidEventError) as refused:
        parse_event(body() | changes)

    assert refused.value.field == field


@pytest.mark.parametrize("foreign", [None, [], {}, "payout.changed", 5])
def test_what_is_no_event_at_all_is_refused(foreign: object) -> None:
    with pytest.raises(InvalidEventError):
        parse_event(foreign)


@pytest.mark.parametrize("reason", sorted(INTERNAL))
def test_an_internal_reason_cannot_be_declared_public(reason: str) -> None:
    with pytest.raises(InvalidEventError) as refused:
        parse_event(body(public_reason=reason))

    assert refused.value.field == "data.public_reason"


@pytest.mark.parametrize("zone", ["", "Berlin", "../../etc/passwd", "Europe", "Foo/Bar", "a\x00b"])
def test_a_time_zone_has_to_exist(zone: str) -> None:
    with pytest.raises(InvalidEventError) as refused:
        parse_event(customer(time_zone=zone))

    assert refused.value.field == "data.time_zone"


def test_a_customer_event_is_read() -> None:
    event = parse_event(customer(name="Murat Yıldız"))

    assert event.type == "customer.changed"
    assert event.data.name == "Murat Yıldız"
