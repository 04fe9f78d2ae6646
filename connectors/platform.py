"""The platform: what its read model knows of a customer, and the events that feed it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from handoff.domain.errors import Invalid
from handoff.domain.packet import Facts, PayoutSnapshot, PayoutStep
from handoff.domain.people import CustomerKind
from payouts.book import PayoutBook
from payouts.events import InvalidEventError, parse_event
from payouts.values import Payout

Verify: TypeAlias = Callable[[Mapping[str, str], bytes], None]
"""Raises InvalidSignature when headers and body are not signed by the platform."""


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """The read model as a packet shows it."""

    book: PayoutBook

    async def facts(self, sub: str, _kind: CustomerKind, reference: str | None) -> Facts:
        """The payout that is named, failing that the latest."""
        profile = await self.book.profile(sub)
        payout = await self.book.payout(sub, reference) if reference else None
        if payout is None:
            payout = next(iter(await self.book.payouts_of(sub)), None)
        snapshot = _snapshot(payout) if payout else None
        if profile is None:
            return Facts(payout=snapshot)
        return Facts(
            segment=profile.segment,
            since=profile.since,
            time_zone=profile.time_zone,
            identity=profile.identity,
            tax=profile.tax,
            payout=snapshot,
        )


def _snapshot(payout: Payout) -> PayoutSnapshot:
    return PayoutSnapshot(
        reference=payout.reference,
        state=payout.state,
        reason=payout.reason,
        amount=f"{payout.amount:f}",
        currency=payout.currency,
        since=payout.since,
        expected_on=payout.expected_on,
        history=tuple(
            PayoutStep(state=step.state, reason=step.reason, at=step.at) for step in payout.history
        ),
    )


@dataclass(frozen=True, slots=True)
class PlatformReports:
    """Takes in signed events; duplicates and disorder are the book's daily bread."""

    book: PayoutBook
    verify: Verify

    async def take(self, headers: Mapping[str, str], body: bytes) -> bool:
        """False for an event that was known. InvalidSignature, Invalid."""
        self.verify(headers, body)
        try:
            return await self.book.record(parse_event(json.loads(body)))
        except InvalidEventError as error:
            raise Invalid(error.field, error.rule) from error
        except (ValueError, RecursionError) as error:
            raise Invalid("body", "must be a JSON object") from error
