"""The platform's facts in a packet, and its signed reports, over the real book."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from connectors.platform import PlatformFacts, PlatformReports
from handoff.domain.errors import Invalid, InvalidSignature
from handoff.domain.packet import Facts, Packet
from handoff.domain.people import CustomerKind
from handoff.storage.codec import packet_from_json, packet_to_json
from payouts.book import PayoutBook
from tests.databases import Database
from tests.handoff.domain.examples import packet
from tests.payouts.examples import MONDAY, customer_event, payout_event

REPORT = {
    "id": "evt-1",
    "type": "payout.changed",
    "occurred_at": MONDAY.isoformat(),
    "data": {
        "reference": "PO-48213",
        "sub": "lena",
        "state": "requested",
        "amount": "640.00",
        "currency": "EUR",
        "method": "sepa",
    },
}


@pytest.fixture
def book(database: Database) -> PayoutBook:
    return PayoutBook(database.sessions)


async def _facts(book: PayoutBook, sub: str = "lena", reference: str | None = None) -> Facts:
    return await PlatformFacts(book).facts(sub, CustomerKind.FREELANCER, reference)


async def test_of_somebody_unknown_nothing_is_known(book: PayoutBook) -> None:
    assert await _facts(book) == Facts()


async def test_a_packet_shows_profile_and_payout_and_can_be_stored(book: PayoutBook) -> None:
    await book.record(customer_event())
    await book.record(payout_event("p1", "requested"))
    await book.record(payout_event("p2", "on_hold", hours=1, reason="method_unverified"))

    facts = await _facts(book)

    assert (facts.segment, facts.time_zone) == ("established", "Europe/Berlin")
    assert facts.payout is not None
    assert (facts.payout.reference, facts.payout.amount) == ("PO-48213", "640.00")
    assert (facts.payout.state, facts.payout.reason) == ("on_hold", "method_unverified")
    assert [step.at - MONDAY for step in facts.payout.history] == [
        timedelta(0),
        timedelta(hours=1),
    ]
    made: Packet = replace(packet(), payout=facts.payout, identity=facts.identity, tax=facts.tax)
    assert packet_from_json(json.loads(json.dumps(packet_to_json(made)))) == made


async def test_the_payout_that_is_named_goes_before_the_latest(book: PayoutBook) -> None:
    await book.record(payout_event("p1", "requested", reference="PO-10001"))
    await book.record(payout_event("p2", "requested", hours=5, reference="PO-20002"))

    named = await _facts(book, reference="PO-10001")
    latest = await _facts(book)
    foreign = await _facts(book, reference="PO-99999")

    assert [it.payout.reference for it in (named, latest, foreign) if it.payout] == [
        "PO-10001",
        "PO-20002",
        "PO-20002",
    ]


async def test_somebody_elses_payout_is_never_shown(book: PayoutBook) -> None:
    await book.record(payout_event("p1", "requested", reference="PO-10001", sub="tom"))

    assert (await _facts(book, "lena", "PO-10001")).payout is None


def _reports(book: PayoutBook) -> PlatformReports:
    def verify(headers: Mapping[str, str], body: bytes) -> None:
        if headers.get("signed") != "yes":
            raise InvalidSignature("not signed")

    return PlatformReports(book, verify)


async def test_a_report_is_new_once(book: PayoutBook) -> None:
    body = json.dumps(REPORT).encode()

    taken = [await _reports(book).take({"signed": "yes"}, body) for _ in range(2)]

    assert taken == [True, False]
    assert await book.payout("lena", "PO-48213") is not None


async def test_what_is_not_signed_changes_nothing(book: PayoutBook) -> None:
    with pytest.raises(InvalidSignature):
        await _reports(book).take({}, json.dumps(REPORT).encode())

    assert await book.payouts_of("lena") == ()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", "body"),
        (b"no json", "body"),
        (b"\xff", "body"),
        (b"[" * 100_000, "body"),
        (b"[]", None),
        (b"{}", None),
        (json.dumps({**REPORT, "type": "payout.exploded"}).encode(), None),
        (json.dumps({**REPORT, "occurred_at": "now"}).encode(), None),
        (json.dumps({**REPORT, "data": {}}).encode(), None),
    ],
)
async def test_a_report_that_breaks_a_rule_is_refused_with_the_field(
    book: PayoutBook, body: bytes, field: str | None
) -> None:
    with pytest.raises(Invalid) as refused:
        await _reports(book).take({"signed": "yes"}, body)

    assert refused.value.field == field or (field is None and refused.value.field)
