"""Signatures of webhooks, as the Standard Webhooks specification defines them."""

import base64
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

TOLERANCE: Final = timedelta(minutes=5)
"""How far the sender's clock may be off; also how long a captured request could be replayed."""

WRITTEN_WITH: Final = "whsec_"


class InvalidSignatureError(ValueError):
    """The request was not signed with our secret, or not lately. Never says more than that."""


def sign(message_id: str, at: datetime, body: bytes, secret: str) -> dict[str, str]:
    """Make the headers that prove where a body comes from."""
    timestamp = str(int(at.timestamp()))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": _signature(message_id, timestamp, body, _key(secret)),
    }


def verify(headers: Mapping[str, str], body: bytes, secret: str, now: datetime) -> None:
    """Check that a body was signed with our secret within the tolerance."""
    given = {name.lower(): value for name, value in headers.items()}
    message_id, timestamp = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not message_id or abs(now - _instant(timestamp)) > TOLERANCE:
        raise InvalidSignatureError("not signed, or too long ago")
    expected = _signature(message_id, timestamp, body, _key(secret)).encode()
    # A sender that rotates its secret signs with both: one that fits is enough.
    signatures = given.get("webhook-signature", "").split()
    fits = [hmac.compare_digest(expected, one.encode("utf-8", "replace")) for one in signatures]
    if not any(fits):
        raise InvalidSignatureError("no signature fits")


def _signature(message_id: str, timestamp: str, body: bytes, key: bytes) -> str:
    signed = b".".join((message_id.encode("utf-8", "replace"), timestamp.encode(), body))
    return "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()


def _instant(timestamp: str) -> datetime:
    # int() would also take spaces, underscores and digits of other scripts.
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 11):
        raise InvalidSignatureError("not signed, or too long ago")
    return datetime.fromtimestamp(int(timestamp), UTC)


def _key(secret: str) -> bytes:
    """The bytes of a secret written as `whsec_<base64>`; a bad one is our own mistake."""
    try:
        key = base64.b64decode(secret.removeprefix(WRITTEN_WITH), validate=True)
    except ValueError:
        key = b""
    if not secret.startswith(WRITTEN_WITH) or not key:
        raise RuntimeError("a webhook secret is written whsec_<base64>")
    return key
