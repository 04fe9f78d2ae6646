"""A mail as it goes over the wire."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from handoff.domain.mail import Mail, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """From whom customers get mails."""

    address: str
    name: str


def message(mail: Mail, sender: Sender) -> EmailMessage:
    """Plain text, marked as written by a machine; Rejected for what could forge a header.

    Older patch releases of Python let line breaks into headers, so we look ourselves.
    """
    made = EmailMessage(policy=SMTP)
    made["From"] = _address(sender.address, sender.name)
    made["To"] = _address(mail.to)
    made["Subject"] = _one_line(mail.letter.subject)
    made["Date"] = format_datetime(datetime.now(UTC))
    # The same for every try: a server that got it twice can tell.
    made["Message-ID"] = f"<{mail.id}@{sender.address.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made["X-Auto-Response-Suppress"] = "All"
    made.set_content(mail.letter.text)
    return made


def _address(spec: str, name: str = "") -> Address:
    try:
        return Address(display_name=_one_line(name), addr_spec=_one_line(spec))
    except ValueError as error:
        raise Rejected("the address is none") from error


def _one_line(text: str) -> str:
    if any(not it.isprintable() for it in text):
        raise Rejected("a header must be one line of printable characters")
    return text
