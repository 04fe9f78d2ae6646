"""How long things take: the platform's figures, all of them replaceable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from payouts.states import Method


@dataclass(frozen=True, slots=True)
class Transit:
    """Business days from sending to arrival, and from booking to when a person should trace."""

    earliest: int
    latest: int
    trace: int


# A wire takes up to seven days, which are five business days.
TRANSITS: Mapping[str, Transit] = {
    Method.SEPA: Transit(1, 2, 8),
    Method.SEPA_INSTANT: Transit(0, 0, 1),
    Method.ACH: Transit(2, 5, 4),
    Method.WIRE: Transit(1, 5, 8),
    Method.LOCAL_BANK: Transit(1, 3, 8),
    Method.PAYPAL: Transit(0, 1, 2),
    Method.CARD: Transit(1, 3, 8),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Figures in days (calendar) or bd (business days); defaults are those of known platforms."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Berlin"))
    cut_off: time = time(14)
    requested_bd: int = 2
    under_review_bd: int = 3
    processing_bd: int = 2
    in_transit_grace_bd: int = 1
    balance_bd: int = 5
    identity_bd: int = 3
    # Somebody who asks about a payout of weeks ago is looking it up, not missing it.
    settled_bd: int = 15
    auto_release_days: int = 14
    clearance_days: int = 5
    method_cooling_days: int = 3
    tax_withheld_days: int = 60
    transits: Mapping[str, Transit] = field(default_factory=lambda: TRANSITS)
    unknown_transit: Transit = Transit(1, 5, 8)

    def transit(self, method: str | None) -> Transit:
        """Find the times of a method; an unknown one gets the cautious times."""
        return self.transits.get(method or "", self.unknown_transit)


DEFAULT_TERMS = Terms()
