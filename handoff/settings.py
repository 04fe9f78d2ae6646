"""The only reader of the environment."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, SecretStr, StringConstraints, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from connectors.mail import parse_url
from connectors.vault import key_bytes
from handoff.domain.contact import address
from handoff.domain.errors import Invalid
from handoff.ports import Clock
from payouts.pages import PlatformBase

ROOT = Path(__file__).parent.parent

Origin = Annotated[str, StringConstraints(pattern=r"^https?://[^/\s]+$")]


def _plain(text: str) -> str:
    try:
        return address(text)
    except Invalid as error:
        raise ValueError(str(error)) from error


class Settings(BaseSettings):
    """Prefix HANDOFF_; numbers carry their unit; secrets have no default."""

    model_config = SettingsConfigDict(env_prefix="HANDOFF_", frozen=True)

    database_url: SecretStr = Field(validation_alias=AliasChoices("DATABASE_URL"))
    redis_url: SecretStr = Field(validation_alias=AliasChoices("REDIS_URL"))
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_secret: SecretStr
    rasa_token: SecretStr = Field(validation_alias=AliasChoices("RASA_TOKEN"))
    """Of Rasa's own API, asked for nothing but whether it has a model."""
    identity_secret: SecretStr | None = None
    """HS256 key of the platform's tokens, at least 32 bytes."""
    identity_public_key: str | None = None
    """EdDSA public key (PEM) of the platform's tokens."""
    identity_audience: str = "lotse"
    identity_issuer: str | None = None
    webhook_secret: SecretStr
    vault_key: SecretStr
    """Seals what was masked: 32 bytes in URL-safe base64. Older keys follow after commas."""
    widget_origins: frozenset[Origin] = frozenset()
    """Origins of foreign pages that may embed the widget."""
    secure_cookies: bool = False
    """True wherever the console is served over HTTPS."""
    trusted_proxies: int = Field(default=0, ge=0, le=10)
    platform_url: PlatformBase = Field(
        default=None, validation_alias=AliasChoices("LOTSE_PLATFORM_URL")
    )
    """Under it stand the platform's pages; without it answers carry no links."""
    public_url: Annotated[str, StringConstraints(pattern=r"^https?://[^/\s]+$")] | None = Field(
        default=None, validation_alias=AliasChoices("LOTSE_PUBLIC_URL")
    )
    """Where customers reach this front door: links in mails begin with it."""
    smtp_url: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("LOTSE_SMTP_URL")
    )
    """The mail server; without one mails wait in the outbox."""
    mail_folder: Path | None = Field(
        default=None, validation_alias=AliasChoices("LOTSE_MAIL_FOLDER")
    )
    """Without a mail server mails are written here, one .eml file each."""
    mail_address: str = Field(
        default="support@localhost.localdomain", validation_alias=AliasChoices("LOTSE_MAIL_ADDRESS")
    )
    mail_name: str = Field(
        default="Support", max_length=80, validation_alias=AliasChoices("LOTSE_MAIL_NAME")
    )
    metrics_token: SecretStr | None = None
    web_root: Path = ROOT / "web" / "dist"
    articles_root: Path = ROOT / "data" / "kb"
    guides_root: Path = ROOT / "data" / "checklists"
    playbooks_root: Path = ROOT / "data" / "playbooks"
    drafts_file: Path = ROOT / "data" / "drafts.yml"
    tone_file: Path = ROOT / "data" / "tone.yml"
    hours_file: Path = ROOT / "data" / "hours.yml"
    routing_file: Path = ROOT / "data" / "routing.yml"

    customer_session_s: float = Field(default=30 * 86_400.0, gt=0)
    agent_session_s: float = Field(default=12 * 3_600.0, gt=0)
    agent_lease_s: float = Field(default=40.0, gt=0)
    """An agent whose console is silent for so long loses their chats to the queue."""
    sealed_texts_kept_s: float = Field(default=30 * 86_400.0, gt=0)
    """After so long the originals of masked texts are erased."""
    erase_every_s: float = Field(default=3_600.0, gt=0)
    offer_chats: bool = True
    """False where agents pick from the queue themselves and are asked nothing."""
    queue_every_s: float = Field(default=1.0, gt=0)
    """So often the queue is looked at when nothing has woken its dispatcher."""
    answer_timeout_s: float = Field(default=7.5, gt=0)
    """So long the assistant is waited for: within 8 s a person is offered instead."""
    mail_timeout_s: float = Field(default=20.0, gt=0)
    away_s: float = Field(default=600.0, gt=0)
    """After so long unread, with no device there, an agent's words go out by mail."""
    absence_every_s: float = Field(default=20.0, gt=0)
    """So often it is noted who has the chat open; well below `away_s`."""
    return_link_s: float = Field(default=3 * 86_400.0, gt=0)
    """So long a link in a mail leads back into the chat."""
    call_backs_a_slot: int = Field(default=4, ge=1)
    """Calls that are promised for the same half hour."""
    database_timeout_s: float = Field(default=10.0, gt=0)
    database_pool: int = Field(default=20, ge=2, le=200)
    sweep_every_s: float = Field(default=2.0, gt=0)

    sessions_a_minute: int = Field(default=60, ge=1)
    """Chats opened from one address."""
    messages_a_minute: int = Field(default=60, ge=1)
    """Messages of one customer."""
    uploads_a_minute: int = Field(default=20, ge=1)
    """Files of one sender, and from one address."""
    uploads_mib_a_day: int = Field(default=200, ge=10)
    """Of one sender, all files together."""
    changes_a_minute: int = Field(default=20, ge=1)
    """Persons asked for, queues left and chats ended by one customer."""
    addresses_an_hour: int = Field(default=5, ge=1)
    """E-mail addresses one customer may leave, and times the same address may be left."""
    searches_a_minute: int = Field(default=120, ge=1)
    """Article searches from one address."""
    page_votes_a_minute: int = Field(default=20, ge=1)
    """Votes on help pages from one address."""
    reveals_a_minute: int = Field(default=20, ge=1)
    """Originals of masked texts one agent may look at."""
    drafts_a_minute: int = Field(default=30, ge=1)
    """Drafts of replies made for one agent."""
    suggestions_a_minute: int = Field(default=240, ge=1)
    """Looks at what one agent is writing: at its tone, and for articles that fit it."""
    log_ins_a_minute: int = Field(default=10, ge=1)
    """Attempts from one address, and for one e-mail address."""

    clock_offset_s: float = Field(
        default=0.0, validation_alias=AliasChoices("LOTSE_CLOCK_OFFSET_S")
    )
    """Moves the business clock of a demonstration; ownership asks the database's."""

    @field_validator("smtp_url", "public_url", "mail_folder", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parse_url(value.get_secret_value())
        return value

    @field_validator("mail_address")
    @classmethod
    def _sender(cls, value: str) -> str:
        return _plain(value)

    @field_validator("vault_key")
    @classmethod
    def _keys(cls, value: SecretStr) -> SecretStr:
        for key in value.get_secret_value().split(","):
            key_bytes(key)
        return value

    @property
    def clock(self) -> Clock:
        """The business clock."""
        offset = timedelta(seconds=self.clock_offset_s)
        return lambda: datetime.now(UTC) + offset
