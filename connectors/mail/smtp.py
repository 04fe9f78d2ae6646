"""Mails through a mail server (RFC 5321)."""

import asyncio
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from connectors.mail.message import Sender, message
from handoff.domain.mail import Mail, NotTaken, Rejected, Uncertain

PORTS = {"smtp": 587, "smtps": 465}
REFUSES = 400
"""From here on a server's answer is a no."""

FOR_GOOD = 500
"""From here on a server's answer is final."""


class SmtpUrlError(ValueError):
    """The URL of the mail server breaks a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """`smtps` speaks TLS from the start; `smtp` begins it, unless `plain` says not to."""

    host: str
    port: int
    tls: bool
    plain: bool
    user: str | None
    password: str | None


def parse_url(url: str) -> Server:
    """`smtp[s]://[user:password@]host[:port][?plain]`; SmtpUrlError never shows the password."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise SmtpUrlError("must be smtp[s]://[user:password@]host[:port]") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.path not in {"", "/"}:
        raise SmtpUrlError("must be smtp[s]://[user:password@]host[:port]")
    if parts.query not in {"", "plain"}:
        raise SmtpUrlError("knows no option but plain")
    plain = parts.query == "plain"
    if plain and (parts.username or parts.scheme == "smtps"):
        raise SmtpUrlError("a password is never sent without TLS")
    return Server(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        tls=parts.scheme == "smtps",
        plain=plain,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


@dataclass(frozen=True, slots=True)
class SmtpPostman:
    """A connection for each mail: there are few, and none is kept waiting by another."""

    server: Server
    sender: Sender
    timeout_s: float

    async def send(self, mail: Mail) -> None:
        """NotTaken, Rejected, Uncertain."""
        made = message(mail, self.sender)
        await asyncio.to_thread(self._sent, made, mail.to)

    def _sent(self, made: EmailMessage, to: str) -> None:
        connection = self._ready(to)
        try:
            code, _ = connection.data(made.as_bytes())
        except smtplib.SMTPDataError as refused:
            # Its words are not ours to log: they may hold the address.
            raise _refusal(refused.smtp_code) from None
        except (OSError, smtplib.SMTPException) as error:
            raise Uncertain("fell silent after it had got everything") from error
        finally:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
        if code >= REFUSES:
            raise _refusal(code)

    def _ready(self, to: str) -> smtplib.SMTP:
        """A connection whose server will take the message; until then nothing was given away."""
        context = ssl.create_default_context()
        try:
            connection = self._connected(context)
            with _closed_if_refused(connection):
                self._introduced(connection, context)
                _must(connection.mail(self.sender.address))
                _must(connection.rcpt(to))
        except (OSError, smtplib.SMTPException) as error:
            raise NotTaken(type(error).__name__) from error
        return connection

    def _connected(self, context: ssl.SSLContext) -> smtplib.SMTP:
        server, timeout = self.server, self.timeout_s
        if server.tls:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=context)
        return smtplib.SMTP(server.host, server.port, timeout=timeout)

    def _introduced(self, connection: smtplib.SMTP, context: ssl.SSLContext) -> None:
        server = self.server
        if not server.tls and not server.plain:
            connection.starttls(context=context)
        if server.user is not None:
            connection.login(server.user, server.password or "")
        connection.ehlo_or_helo_if_needed()


@contextmanager
def _closed_if_refused(connection: smtplib.SMTP) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _must(answer: tuple[int, bytes]) -> None:
    code, _ = answer
    if code >= REFUSES:
        raise _refusal(code)


def _refusal(code: int) -> NotTaken | Rejected:
    return Rejected(str(code)) if code >= FOR_GOOD else NotTaken(str(code))
