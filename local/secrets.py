"""Secrets that the processes share, made once and kept for the owner's eyes only."""

import base64
import json
import os
import secrets
from pathlib import Path


def load(file: Path) -> dict[str, str]:
    """The secrets of this state directory; those that are missing are made."""
    kept: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    complete = {**_fresh(), **kept}
    if complete != kept:
        _write(file, complete)
    return complete


def _fresh() -> dict[str, str]:
    # The form of a webhook secret is fixed by the Standard Webhooks specification.
    webhook = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    return {
        "channel": secrets.token_urlsafe(36),
        "rasa": secrets.token_urlsafe(36),
        "identity": secrets.token_urlsafe(36),
        "webhook": webhook,
        "vault": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    }


def _write(file: Path, values: dict[str, str]) -> None:
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(values, out, indent=2)
    draft.replace(file)
