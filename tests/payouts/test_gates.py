"""Every state of every gate has an answer."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from payouts.answers import RESPONSES, VALUES, Gate, gate_answer
from payouts.states import (
    IdentityReason,
    IdentityState,
    MethodState,
    PayoutState,
    Reason,
    TaxState,
)
from payouts.values import Profile
from tests.payouts.examples import LENA, MONDAY, payout

DAY = timedelta(days=1)


def identity(state: IdentityState, reason: IdentityReason | None = None) -> Profile:
    return replace(LENA, identity=state, identity_reason=reason, identity_since=MONDAY)


STANDINGS: list[tuple[Gate, dict[str, Any]]] = [
    *((Gate.IDENTITY, {"identity": state, "identity_since": MONDAY}) for state in IdentityState),
    *((Gate.TAX, {"tax": state, "tax_since": MONDAY}) for state in TaxState),
    *((Gate.METHOD, {"method": state, "method_since": MONDAY}) for state in MethodState),
]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("gate", "fields"), STANDINGS)
def test_every_state_of_a_gate_has_an_answer(
    gate: Gate, fields: dict[str, Any], language: str
) -> None:
    told = gate_answer(replace(LENA, **fields), gate, MONDAY, language)

    assert told.response == f"utter_{gate}_{next(iter(fields.values()))}"
    assert told.response in RESPONSES
    assert set(told.values) == set(VALUES[told.response])
    assert all(told.values.values())
    assert told.article


@pytest.mark.parametrize("gate", list(Gate))
def test_a_gate_the_platform_said_nothing_of_is_unknown(gate: Gate) -> None:
    for profile in (LENA, None):
        told = gate_answer(profile, gate, MONDAY, "en")

        assert (told.response, told.values) == (f"utter_{gate}_unknown", {})
        assert told.response in RESPONSES


def test_a_gate_may_be_asked_for_by_name() -> None:
    assert gate_answer(LENA, "tax", MONDAY, "en") == gate_answer(LENA, Gate.TAX, MONDAY, "en")


@pytest.mark.parametrize("reason", list(IdentityReason))
def test_a_rejection_says_why(reason: IdentityReason) -> None:
    told = gate_answer(identity(IdentityState.REJECTED, reason), Gate.IDENTITY, MONDAY, "en")

    assert told.response == f"utter_identity_rejected_{reason}"
    assert set(told.values) == set(VALUES[told.response])
    assert told.article == "identity-rejected"


def test_a_pending_check_says_when_it_is_decided() -> None:
    told = gate_answer(identity(IdentityState.PENDING), Gate.IDENTITY, MONDAY + DAY, "de")

    assert told.values == {
        "since": "Montag, 23. November",
        "decided_by": "Donnerstag, 26. November",
    }


def test_a_pending_check_is_late_after_three_business_days() -> None:
    pending = identity(IdentityState.PENDING)

    on_the_third = gate_answer(pending, Gate.IDENTITY, MONDAY + DAY * 3, "en")
    on_the_fourth = gate_answer(pending, Gate.IDENTITY, MONDAY + DAY * 4, "en")

    assert on_the_third.response == "utter_identity_pending"
    assert on_the_fourth.response == "utter_identity_pending_late"


def test_missing_tax_data_say_from_when_payouts_are_withheld() -> None:
    profile = replace(LENA, tax=TaxState.MISSING, tax_since=MONDAY)

    told = gate_answer(profile, Gate.TAX, MONDAY, "de")

    assert told.values["withheld_from"] == "Freitag, 22. Januar 2027"


def test_a_method_on_another_name_shows_both_names() -> None:
    profile = replace(
        LENA,
        method=MethodState.NAME_MISMATCH,
        method_kind="sepa",
        method_holder="Brandt GmbH",
        method_since=MONDAY,
    )

    told = gate_answer(profile, Gate.METHOD, MONDAY, "en")

    assert told.values == {
        "since": "Monday, 23 November",
        "method": "SEPA transfer",
        "holder": "“Brandt GmbH”",
        "name": "“Lena Brandt”",
    }
    assert told.article == "name-mismatch"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_payout_that_waits_for_a_document_outweighs_a_check_that_runs(language: str) -> None:
    pending = replace(LENA, identity=IdentityState.PENDING, identity_since=MONDAY)
    held = payout(PayoutState.ON_HOLD, public_reason=Reason.KYC_REQUIRED)

    found = gate_answer(pending, Gate.IDENTITY, MONDAY, language, payouts=[held])

    assert found.response == "utter_identity_document_missing"
    assert found.values["reference"] == held.reference
    assert found.article == "identity-documents"


def test_a_payout_that_waits_for_something_else_changes_nothing() -> None:
    pending = replace(LENA, identity=IdentityState.PENDING, identity_since=MONDAY)
    held = payout(PayoutState.ON_HOLD, public_reason=Reason.TAX_INFO_MISSING)

    found = gate_answer(pending, Gate.IDENTITY, MONDAY, "de", payouts=[held])

    assert found.response == "utter_identity_pending"
