"""Mails as a mail server gets them, against one that speaks SMTP and fails on demand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from connectors.mail import FolderPostman, Sender, SmtpPostman, SmtpUrlError, parse_url
from connectors.mail.message import message
from handoff.domain.ids import ConversationId
from handoff.domain.mail import Letter, Mail, MailKind, NotTaken, Rejected, Uncertain

SENDER = Sender(address="support@lotse.example", name="Lotse Hilfe")
MAIL = Mail(
    id=UUID(int=7),
    key="confirmation:1",
    kind=MailKind.CONFIRMATION,
    conversation=ConversationId(UUID(int=1)),
    to="kim@example.org",
    letter=Letter(subject="Dein Anliegen für später", text="Grüße\n.\nvon uns\n"),
)


@dataclass(slots=True)
class MailServer:
    """Takes mails, or does to them what a test wants."""

    answers: dict[str, str] = field(default_factory=dict)
    """What it says to a command in place of yes; nothing: it hangs up."""
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def postman(self) -> SmtpPostman:
        """Somebody who brings mails here."""
        return SmtpPostman(parse_url(f"smtp://127.0.0.1:{self.port}?plain"), SENDER, 2.0)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        writer.write(b"220 mail.example\r\n")
        while line := await reader.readline():
            verb = line.split()[0].decode().upper()
            said = self.answers.get(verb, "354 go on" if verb == "DATA" else "250 yes")
            if verb == "RCPT":
                self.recipients.append(line.decode().strip())
            if not said or verb == "QUIT":
                break
            writer.write(f"{said}\r\n".encode())
            if verb == "DATA" and said.startswith("354"):
                self.taken.append(await reader.readuntil(b"\r\n.\r\n"))
                after = self.answers.get("END", "250 taken")
                if not after:
                    break
                writer.write(f"{after}\r\n".encode())
        writer.close()


@asynccontextmanager
async def _serving(**answers: str) -> AsyncIterator[MailServer]:
    it = MailServer(answers)
    server = await asyncio.start_server(it.serve, "127.0.0.1", 0)
    it.port = server.sockets[0].getsockname()[1]
    async with server:
        yield it


async def test_a_mail_arrives_as_it_was_written() -> None:
    async with _serving() as server:
        await server.postman.send(MAIL)

    got = message_from_bytes(server.taken[0].removesuffix(b".\r\n"), policy=default)
    assert got["From"] == "Lotse Hilfe <support@lotse.example>"
    assert (got["To"], got["Subject"]) == ("kim@example.org", "Dein Anliegen für später")
    assert got["Message-ID"] == f"<{MAIL.id}@lotse.example>"
    assert got["Auto-Submitted"] == "auto-generated"
    body = got.get_content()
    assert body.replace("..", ".").split() == ["Grüße", ".", "von", "uns"]
    assert server.recipients == ["rcpt TO:<kim@example.org>"]


@pytest.mark.parametrize("verb", ["EHLO", "MAIL", "RCPT", "DATA", "END"])
async def test_a_refusal_for_now_may_be_tried_again_and_one_for_good_may_not(verb: str) -> None:
    async with _serving(**{verb: "451 later", "HELO": "451 later"}) as server:
        with pytest.raises(NotTaken):
            await server.postman.send(MAIL)

    if verb == "EHLO":
        return  # a server that greets nobody has said nothing of this mail
    async with _serving(**{verb: "550 never"}) as server:
        with pytest.raises(Rejected):
            await server.postman.send(MAIL)


async def test_a_server_that_is_not_there_has_taken_nothing() -> None:
    async with _serving() as server:
        postman = server.postman

    with pytest.raises(NotTaken):
        await postman.send(MAIL)


async def test_a_server_that_hangs_up_before_the_text_has_taken_nothing() -> None:
    async with _serving(RCPT="") as server:
        with pytest.raises(NotTaken):
            await server.postman.send(MAIL)


async def test_a_server_that_falls_silent_after_the_text_may_have_taken_it() -> None:
    async with _serving(END="") as server:
        with pytest.raises(Uncertain):
            await server.postman.send(MAIL)
    assert len(server.taken) == 1


async def test_without_tls_nothing_is_sent_unless_that_was_asked_for() -> None:
    async with _serving() as server:
        postman = SmtpPostman(parse_url(f"smtp://127.0.0.1:{server.port}"), SENDER, 2.0)
        with pytest.raises(NotTaken):
            await postman.send(MAIL)
    assert server.taken == []


@pytest.mark.parametrize(
    "forged",
    [
        replace(MAIL, to="kim@example.org\r\nBcc: all@example.org"),
        replace(MAIL, to="kim@example.org\nBcc: all@example.org"),
        replace(MAIL, letter=Letter(subject="Hi\r\nBcc: all@example.org", text="")),
        replace(MAIL, letter=Letter(subject="Hi\u2028there", text="")),
        replace(MAIL, to="Kim <kim@example.org>"),
    ],
)
def test_no_header_can_be_smuggled_in(forged: Mail) -> None:
    with pytest.raises(Rejected):
        message(forged, SENDER)


async def test_without_a_server_mails_are_files_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "mail"

    await FolderPostman(folder, SENDER).send(MAIL)

    (file,) = folder.iterdir()
    assert file.name == f"confirmation-{MAIL.id}.eml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert message_from_bytes(file.read_bytes(), policy=default)["To"] == "kim@example.org"


async def test_a_folder_that_cannot_be_written_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(NotTaken):
        await FolderPostman(tmp_path / "file", SENDER).send(replace(MAIL, id=uuid4()))


@pytest.mark.parametrize(
    "url",
    [
        "http://mail.example",
        "smtp://",
        "smtp://mail.example/box",
        "smtp://mail.example?tls=no",
        "smtp://kim:geheim@mail.example?plain",
        "smtps://mail.example?plain",
        "smtp://mail.example:port",
    ],
)
def test_a_wrong_url_is_refused_without_showing_its_password(url: str) -> None:
    with pytest.raises(SmtpUrlError) as refused:
        parse_url(url)
    assert "geheim" not in str(refused.value)


def test_a_url_says_how_to_reach_the_server() -> None:
    server = parse_url("smtps://kim%40x:ge%2Fheim@mail.example")

    assert (server.host, server.port, server.tls) == ("mail.example", 465, True)
    assert (server.user, server.password) == ("kim@x", "ge/heim")
    assert parse_url("smtp://mail.example").port == 587
