"""One turn as the front door asks for it, with every field checked."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

LANGUAGES = ("de", "en")
LONGEST = {"sender": 200, "message_id": 250, "text": 10_000, "payload": 2_000}
# A slash, or the signs that stand for one on the way here, behind anything that shows no ink.
_COMMAND = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[/\u2044\u2215\uff0f]")


class Refused(Exception):
    """A turn that is not run: the HTTP status, a stable code, and what is wrong."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        """Keep the three parts of the answer."""
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail


@dataclass(frozen=True)
class Turn:
    """A customer's words, or the payload of a button of ours; never both."""

    sender: str
    message_id: str
    text: str | None
    payload: str | None
    metadata: dict[str, Any]

    @property
    def said(self) -> str:
        """What stands in the tracker as the customer's message."""
        return self.payload or self.text or ""

    @property
    def language(self) -> str:
        """The language this turn is answered in."""
        return str(self.metadata["language"])

    def in_language(self, language: str | None) -> "Turn":
        """The same turn, answered in a language that was wished for."""
        if language is None:
            return self
        return replace(self, metadata={**self.metadata, "language": language})

    @property
    def sub(self) -> str | None:
        """Who is signed in."""
        return sub_of(self.metadata)

    @property
    def words(self) -> str:
        """What was typed, without the space around it."""
        return (self.text or "").strip()

    @property
    def is_command(self) -> bool:
        """Whether a command was typed, which Rasa would run: a slash before anything else."""
        return _COMMAND.match(self.text or "") is not None


def sub_of(metadata: dict[str, Any] | None) -> str | None:
    """The platform's name for the signed-in customer, None for a visitor."""
    sub = ((metadata or {}).get("customer") or {}).get("sub")
    return sub if isinstance(sub, str) else None


def parse_turn(body: bytes) -> Turn:
    """Read a request's body, or refuse it naming the field and the rule."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "bad_json", "The body must be JSON.") from error
    if not isinstance(fields, dict):
        raise Refused(400, "bad_json", "The body must be an object.")
    text, payload = _words(fields, "text"), _words(fields, "payload")
    if (text is None) == (payload is None):
        raise Refused(400, "text_or_payload", "Exactly one of text and payload must be set.")
    if text is not None and text.startswith("/"):
        raise Refused(400, "text_is_command", "text must not start with a slash.")
    if payload is not None and not payload.startswith("/"):
        raise Refused(400, "payload_unknown", "payload must name an intent after a slash.")
    return Turn(
        sender=_needed(fields, "sender"),
        message_id=_needed(fields, "message_id"),
        text=text,
        payload=payload,
        metadata=_metadata(fields.get("metadata")),
    )


def _words(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise Refused(400, "bad_field", f"{name} must be text and not empty.")
    if len(value) > LONGEST[name]:
        raise Refused(413, "too_long", f"{name} must have at most {LONGEST[name]} characters.")
    # JSON can smuggle in half a character, which no database stores.
    return value.encode("utf-8", "replace").decode().replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _needed(fields: dict[str, Any], name: str) -> str:
    value = _words(fields, name)
    if value is None:
        raise Refused(400, "bad_field", f"{name} must be set.")
    return value


def _metadata(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or value.get("language") not in LANGUAGES:
        raise Refused(400, "bad_field", "metadata.language must be de or en.")
    customer = value.get("customer")
    if not isinstance(customer, dict):
        raise Refused(400, "bad_field", "metadata.customer must be an object.")
    verified = customer.get("verified") is True
    if verified != isinstance(customer.get("sub"), str):
        raise Refused(400, "bad_field", "metadata.customer.sub must be set exactly when verified.")
    return value
