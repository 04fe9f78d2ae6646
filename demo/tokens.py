"""Identity tokens as the platform would sign them for a signed-in customer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import jwt

from demo.people import Customer

LIFETIME = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Signs with the key that handoff checks with."""

    secret: str
    audience: str
    issuer: str | None
    now: Callable[[], datetime]

    def token(self, customer: Customer) -> str:
        """A token that is good once, for a few minutes."""
        issued = self.now()
        claims: dict[str, object] = {
            "sub": customer.sub,
            "kind": customer.kind,
            "name": customer.name,
            "language": customer.language,
            "aud": self.audience,
            "iat": issued,
            "exp": issued + LIFETIME,
            "jti": str(uuid4()),
        }
        if self.issuer is not None:
            claims["iss"] = self.issuer
        return jwt.encode(claims, self.secret, algorithm="HS256")
