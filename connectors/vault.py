"""Sealed texts: AES-256-GCM with keys from the settings."""

import base64
import binascii
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from handoff.domain.errors import Unavailable

KEY_BYTES = 32
NONCE_BYTES = 12
"""Drawn at random for each text (NIST SP 800-38D); far fewer than 2³² are sealed by one key."""


SHUT = "the original cannot be opened with the present keys"


@dataclass(frozen=True, slots=True)
class SealingVault:
    """The first key seals; the others, from before it was changed, still open."""

    keys: tuple[AESGCM, ...]

    @classmethod
    def of(cls, keys: Iterable[str]) -> Self:
        """Keys in URL-safe base64; ValueError names the rule one breaks, never the key."""
        return cls(tuple(AESGCM(key_bytes(key)) for key in keys))

    def seal(self, text: str, place: str) -> bytes:
        """Nonce and ciphertext."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self.keys[0].encrypt(nonce, text.encode(), place.encode())

    def open(self, sealed: bytes, place: str) -> str:
        """Tries every key; a text that was moved or changed opens with none."""
        if len(sealed) <= NONCE_BYTES:
            raise Unavailable(SHUT)
        nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        for key in self.keys:
            try:
                return key.decrypt(nonce, ciphertext, place.encode()).decode()
            except InvalidTag:
                continue
        raise Unavailable(SHUT)


def key_bytes(key: str) -> bytes:
    """A key as the cipher wants it."""
    try:
        raw = base64.b64decode(key, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise ValueError(f"each key must be {KEY_BYTES} bytes in URL-safe base64")
    return raw
