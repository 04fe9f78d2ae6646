"""What the demo reads from the environment beside handoff's own settings."""

from pathlib import Path

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parents[1]


class DemoSettings(BaseSettings):
    """Where the demo keeps what it made up."""

    model_config = SettingsConfigDict(frozen=True)

    home: Path = Field(default=ROOT / ".lotse", validation_alias=AliasChoices("LOTSE_HOME"))

    @property
    def logins(self) -> Path:
        """The file with the agents' passwords."""
        return self.home / "demo.json"
