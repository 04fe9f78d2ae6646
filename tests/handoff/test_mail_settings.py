"""How mails are set up, from the environment."""

import pytest
from pydantic import ValidationError

from handoff.settings import Settings
from tests.handoff.door import IDENTITY_SECRET, RASA_SECRET, VAULT_KEY, WEBHOOK_SECRET


def _settings(**changes: str) -> Settings:
    usual = {
        "DATABASE_URL": "postgresql://x",
        "REDIS_URL": "redis://x",
        "rasa_secret": RASA_SECRET,
        "RASA_TOKEN": RASA_SECRET,
        "identity_secret": IDENTITY_SECRET,
        "webhook_secret": WEBHOOK_SECRET,
        "vault_key": VAULT_KEY,
    }
    return Settings.model_validate({**usual, **changes})


def test_what_is_left_empty_is_not_set() -> None:
    settings = _settings(LOTSE_SMTP_URL="", LOTSE_PUBLIC_URL="", LOTSE_MAIL_FOLDER="")

    assert (settings.smtp_url, settings.public_url, settings.mail_folder) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOTSE_SMTP_URL", "mail.example"),
        ("LOTSE_PUBLIC_URL", "https://chat.example/path"),
        ("LOTSE_MAIL_ADDRESS", "support@example.org\r\nBcc: all@example.org"),
    ],
)
def test_what_is_wrong_ends_the_start_and_names_the_setting(name: str, value: str) -> None:
    with pytest.raises(ValidationError, match=name):
        _settings(**{name: value})
