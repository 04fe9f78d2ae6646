"""The only reader of the environment."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url

from payouts.pages import PlatformBase

ROOT = Path(__file__).parents[1]


class Settings(BaseSettings):
    """Where things are and how long they may take."""

    model_config = SettingsConfigDict(frozen=True)

    address: str = Field(validation_alias="DATABASE_URL")
    host: str = Field("127.0.0.1", validation_alias="ACTIONS_HOST")
    port: int = Field(5055, validation_alias="ACTIONS_PORT")
    clock_offset_s: float = Field(0.0, validation_alias="LOTSE_CLOCK_OFFSET_S")
    articles: Path = Field(ROOT / "data" / "kb", validation_alias="LOTSE_KB_ROOT")
    checklists: Path = Field(ROOT / "data" / "checklists", validation_alias="LOTSE_GUIDES_ROOT")
    pages: Path = Field(ROOT / "data" / "platform_pages.yml", validation_alias="LOTSE_PAGES_FILE")
    platform_url: PlatformBase = Field(None, validation_alias="LOTSE_PLATFORM_URL")
    # The front door gives a turn 8 s; this leaves room for saying that something is down.
    action_timeout_s: float = 4.0
    connect_timeout_s: float = 3.0

    @classmethod
    def of_environment(cls) -> Self:
        """Read the environment; an error names the variable."""
        return cls.model_validate({})

    @property
    def database_url(self) -> str:
        """The database's address with the driver that is used here."""
        url = make_url(self.address).set(drivername="postgresql+asyncpg")
        return url.render_as_string(hide_password=False)

    def now(self) -> datetime:
        """The time; the demo may set another clock."""
        return datetime.now(UTC) + timedelta(seconds=self.clock_offset_s)
