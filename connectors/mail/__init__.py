"""Mails to customers: through a mail server, or into a folder where there is none."""

from connectors.mail.folder import FolderPostman
from connectors.mail.message import Sender
from connectors.mail.smtp import SmtpPostman, SmtpUrlError, parse_url

__all__ = ["FolderPostman", "Sender", "SmtpPostman", "SmtpUrlError", "parse_url"]
