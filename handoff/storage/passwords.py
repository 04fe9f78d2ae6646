"""How agents' passwords are kept: Argon2id (RFC 9106)."""

import asyncio
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


@dataclass(frozen=True, slots=True)
class Argon2Passwords:
    """Checks take about 50 ms on purpose, also for people who do not exist."""

    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    nobody: str = field(default_factory=lambda: PasswordHasher().hash("nobody has this"))

    def hashed(self, password: str) -> str:
        """What to store."""
        return self.hasher.hash(password)

    async def matches(self, hashed: str | None, password: str) -> bool:
        """In a thread: meanwhile everybody else is served."""
        return await asyncio.to_thread(self._matches, hashed, password)

    def _matches(self, hashed: str | None, password: str) -> bool:
        """Against a stand-in where there is no hash, so that both take the same time."""
        try:
            right = self.hasher.verify(hashed or self.nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return right and hashed is not None
