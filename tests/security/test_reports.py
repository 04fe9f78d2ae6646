"""Only the platform reports, and a repeat changes nothing."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from connectors.webhooks import sign
from tests.handoff.door import WEBHOOK_SECRET, Door

OTHER = "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldCBvZiB0aGVpcnM="


def _report(**data: object) -> bytes:
    usual = {
        "reference": "PO-48213",
        "sub": str(uuid4()),
        "state": "requested",
        "amount": "640.00",
        "currency": "EUR",
        "method": "sepa",
    }
    report = {
        "id": str(uuid4()),
        "type": "payout.changed",
        "occurred_at": datetime.now(UTC).isoformat(),
        "data": {**usual, **data},
    }
    return json.dumps(report).encode()


async def _post(front: Door, body: bytes, headers: dict[str, str]) -> tuple[int, Any]:
    response = await front.client.post("/v1/platform/events", data=body, headers=headers)
    return response.status, await response.json()


def _signed(body: bytes, secret: str = WEBHOOK_SECRET) -> dict[str, str]:
    return sign("msg_1", datetime.now(UTC), body, secret)


async def test_a_signed_report_is_taken_once(front: Door) -> None:
    body = _report()

    first = await _post(front, body, _signed(body))
    again = await _post(front, body, _signed(body))

    assert (first, again) == ((201, {"new": True}), (200, {"new": False}))


@pytest.mark.parametrize("which", ["none", "another secret", "another body", "an old one"])
async def test_what_the_platform_did_not_sign_is_refused(front: Door, which: str) -> None:
    body = _report()
    headers = {
        "none": {},
        "another secret": _signed(body, OTHER),
        "another body": _signed(_report()),
        "an old one": sign("msg_1", datetime(2020, 1, 1, tzinfo=UTC), body, WEBHOOK_SECRET),
    }[which]

    status, problem = await _post(front, body, headers)

    assert (status, problem["code"]) == (401, "invalid_signature")


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[" * 50_000, _report(state="exploded"), _report(amount="free")]
)
async def test_a_signed_report_that_breaks_a_rule_is_refused(front: Door, body: bytes) -> None:
    status, problem = await _post(front, body, _signed(body))

    assert (status, problem["code"]) == (422, "invalid")
    assert problem["field"]
