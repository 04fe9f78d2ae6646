"""Checks the platform's tokens (JWT, RFC 7519; HS256 or EdDSA) and nothing but those."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import jwt

from handoff.domain.errors import InvalidIdentity
from handoff.domain.people import CustomerKind, Identity, Language

MAX_AGE_S = 600
"""A token that is valid for longer than ten minutes is refused, however well it is signed."""

LEEWAY_S = 5
ALLOWED_HEADERS = frozenset({"alg", "typ", "kid"})
"""No key is ever taken from a token (jku, jwk, x5u …), and nothing critical is unknown (crit)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformTokens:
    """One algorithm a key: a token cannot choose how it is checked."""

    audience: str
    issuer: str | None = None
    secret: str | None = None
    public_key: str | None = None

    def check(self, token: str) -> Identity:
        """InvalidIdentity names the claim that is wrong, never the token."""
        try:
            algorithm, key = self._key(jwt.get_unverified_header(token))
            claims = jwt.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=self.audience,
                issuer=self.issuer,
                leeway=LEEWAY_S,
                options={"require": ["sub", "exp", "iat", "aud"]},
            )
        except (jwt.InvalidTokenError, ValueError) as error:
            raise InvalidIdentity(f"identity: {error}") from error
        return _identity(token, claims)

    def _key(self, header: dict[str, Any]) -> tuple[str, str]:
        unknown = sorted(set(header) - ALLOWED_HEADERS)
        if unknown:
            raise InvalidIdentity(f"identity: header {unknown[0]} is not allowed")
        match header.get("alg"):
            case "HS256" if self.secret is not None:
                return "HS256", self.secret
            case "EdDSA" if self.public_key is not None:
                return "EdDSA", self.public_key
            case _:
                raise InvalidIdentity("identity: alg is not accepted")


def _identity(token: str, claims: dict[str, Any]) -> Identity:
    if claims["exp"] - claims["iat"] > MAX_AGE_S:
        raise InvalidIdentity(f"identity: exp must be at most {MAX_AGE_S} s after iat")
    kind = claims.get("kind")
    if kind not in (CustomerKind.FREELANCER, CustomerKind.CLIENT):
        raise InvalidIdentity("identity: kind must be freelancer or client")
    language = claims.get("language")
    if language not in (None, *Language):
        raise InvalidIdentity("identity: language must be de or en")
    return Identity(
        sub=_text(claims, "sub", required=True) or "",
        kind=CustomerKind(kind),
        # Not every platform sets jti; the token itself is as unique.
        token_id=_text(claims, "jti") or sha256(token.encode()).hexdigest(),
        expires_at=datetime.fromtimestamp(claims["exp"] + LEEWAY_S, UTC),
        name=_text(claims, "name"),
        language=Language(language) if language else None,
    )


def _text(claims: dict[str, Any], claim: str, *, required: bool = False) -> str | None:
    value = claims.get(claim)
    if value is None and not required:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= 200 or not value.isprintable():
        raise InvalidIdentity(f"identity: {claim} must be 1 to 200 printable characters")
    return value
