"""A webhook counts only when it was signed with our secret, lately and as it is."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.webhooks import TOLERANCE, InvalidSignatureError, sign, verify

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(b"a secret of the platform").decode()
OTHER = "whsec_" + base64.b64encode(b"somebody else's secret").decode()
BODY = b'{"id": "evt_1"}'
SIGNED = sign("evt_1", NOW, BODY, SECRET)


def test_the_published_example_is_accepted() -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    at = datetime.fromtimestamp(1614265330, UTC)

    headers = sign("msg_p5jXN8AQM9LWM0D4loKWxJek", at, b'{"test": 2432232314}', secret)

    expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert headers["webhook-signature"] == expected


@pytest.mark.parametrize("off", [timedelta(0), TOLERANCE, -TOLERANCE])
def test_what_was_signed_lately_is_accepted(off: timedelta) -> None:
    verify(SIGNED, BODY, SECRET, NOW + off)


def test_the_case_of_header_names_does_not_matter() -> None:
    verify({name.title(): value for name, value in SIGNED.items()}, BODY, SECRET, NOW)


def test_one_of_several_signatures_is_enough() -> None:
    old = sign("evt_1", NOW, BODY, OTHER)["webhook-signature"]

    both = f"{old} v2,abc {SIGNED['webhook-signature']}"

    verify({**SIGNED, "webhook-signature": both}, BODY, SECRET, NOW)


@pytest.mark.parametrize(
    "off", [TOLERANCE + timedelta(seconds=1), -TOLERANCE - timedelta(seconds=1)]
)
def test_what_is_too_old_or_too_new_is_refused(off: timedelta) -> None:
    with pytest.raises(InvalidSignatureError):
        verify(SIGNED, BODY, SECRET, NOW + off)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {**SIGNED, "webhook-id": ""},
        {**SIGNED, "webhook-id": "evt_2"},
        {**SIGNED, "webhook-timestamp": ""},
        {**SIGNED, "webhook-timestamp": "now"},
        {**SIGNED, "webhook-timestamp": "١٧٦٣٨٨٨٤٠٠"},
        {**SIGNED, "webhook-timestamp": "9" * 40},
        {**SIGNED, "webhook-timestamp": "-1"},
        {**SIGNED, "webhook-timestamp": str(int(NOW.timestamp()) + 1)},
        {**SIGNED, "webhook-signature": ""},
        {**SIGNED, "webhook-signature": "v1,"},
        {**SIGNED, "webhook-signature": SIGNED["webhook-signature"].removeprefix("v1,")},
        {**SIGNED, "webhook-signature": SIGNED["webhook-signature"].replace("v1", "v2")},
        {**SIGNED, "webhook-signature": "v1,\udcff"},
    ],
)
def test_headers_that_do_not_fit_are_refused(headers: Mapping[str, str]) -> None:
    with pytest.raises(InvalidSignatureError):
        verify(headers, BODY, SECRET, NOW)


def test_another_secret_is_refused() -> None:
    with pytest.raises(InvalidSignatureError):
        verify(SIGNED, BODY, OTHER, NOW)


@given(st.binary(max_size=64))
def test_any_other_body_is_refused(body: bytes) -> None:
    if body != BODY:
        with pytest.raises(InvalidSignatureError):
            verify(SIGNED, body, SECRET, NOW)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_ä", "whsec_abc", SECRET[6:]])
def test_a_secret_that_is_none_is_our_own_mistake(secret: str) -> None:
    with pytest.raises(RuntimeError):
        verify(SIGNED, BODY, secret, NOW)
