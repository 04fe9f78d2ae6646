"""Clients of what is outside, by the settings."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from connectors.identity import PlatformTokens
from connectors.mail import FolderPostman, Sender, SmtpPostman, parse_url
from connectors.platform import Verify
from connectors.vault import SealingVault
from connectors.webhooks import InvalidSignatureError, verify
from handoff.app.loaded import Loaded
from handoff.domain.errors import InvalidSignature
from handoff.lifetime import Parts
from handoff.ports import OpenWork, Postman
from handoff.services.promises import Promises
from handoff.settings import Settings
from handoff.storage.work import engine_for, look_at, work_on

REDIS_TIMEOUT_S = 1.0
"""Redis only carries hints: better none than late ones."""

TOKEN_BYTES = 32


def engine_of(settings: Settings) -> AsyncEngine:
    return engine_for(
        settings.database_url.get_secret_value(),
        pool_size=settings.database_pool,
        timeout_s=settings.database_timeout_s,
    )


def redis_of(settings: Settings) -> Redis:
    return Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_connect_timeout=REDIS_TIMEOUT_S,
        socket_timeout=REDIS_TIMEOUT_S,
    )


def works_of(parts: Parts, settings: Settings, loaded: Loaded) -> tuple[OpenWork, OpenWork]:
    """For changes, which keep in view what is owed by when; and for looking only."""
    ahead = timedelta(seconds=settings.clock_offset_s)
    promises = Promises(policy=loaded.routing, hours=loaded.hours, ahead=ahead)
    return work_on(parts.engine, promises), look_at(parts.engine)


def postman_of(settings: Settings) -> Postman | None:
    sender = Sender(address=settings.mail_address, name=settings.mail_name)
    if settings.smtp_url is not None:
        server = parse_url(settings.smtp_url.get_secret_value())
        return SmtpPostman(server=server, sender=sender, timeout_s=settings.mail_timeout_s)
    return FolderPostman(settings.mail_folder, sender) if settings.mail_folder else None


def identities_of(settings: Settings) -> PlatformTokens:
    secret = settings.identity_secret
    return PlatformTokens(
        audience=settings.identity_audience,
        issuer=settings.identity_issuer,
        secret=secret.get_secret_value() if secret else None,
        public_key=settings.identity_public_key,
    )


def vault_of(settings: Settings) -> SealingVault:
    return SealingVault.of(settings.vault_key.get_secret_value().split(","))


def verifier_of(settings: Settings) -> Verify:
    secret, now = settings.webhook_secret.get_secret_value(), settings.clock

    def signed(headers: Mapping[str, str], body: bytes) -> None:
        try:
            verify(headers, body, secret, now())
        except InvalidSignatureError as error:
            raise InvalidSignature(str(error)) from error

    return signed


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)
