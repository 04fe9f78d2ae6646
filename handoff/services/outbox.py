"""Hands mails to the mail server: again while it is sure that none arrived, never twice."""

from dataclasses import dataclass

import structlog

from handoff.domain.mail import Mail, MailState, NotTaken, Rejected, Uncertain
from handoff.ports import OpenWork, Postman

log = structlog.get_logger()

AT_ONCE = 20
"""Mails of one look."""

SILENT_S = 300.0
"""Whoever sends a mail and says nothing for so long is no more."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 60.0, 6 * 3600.0
TRIES = 12
"""With doubling pauses about two days."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """Claimed and committed before it is sent, so that a crash leaves a mail uncertain, not due."""

    open_work: OpenWork
    postman: Postman | None

    async def deliver(self) -> int:
        """How many mails left; without a mail server they stay where they are."""
        if self.postman is None:
            return 0
        async with self.open_work() as work:
            claimed = await work.mails.claim(AT_ONCE, SILENT_S)
        return sum([await self._delivered(self.postman, mail) for mail in claimed])

    async def _delivered(self, postman: Postman, mail: Mail) -> bool:
        state, again_s = await self._tried(postman, mail)
        async with self.open_work() as work:
            await work.mails.settle(mail, state, again_s)
        log.info("mail", mail=str(mail.id), kind=mail.kind, tries=mail.tries, state=state)
        return state is MailState.SENT

    async def _tried(self, postman: Postman, mail: Mail) -> tuple[MailState, float | None]:
        try:
            await postman.send(mail)
        except NotTaken:
            if mail.tries >= TRIES:
                return MailState.REFUSED, None
            return MailState.WAITS, min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** (mail.tries - 1))
        except Rejected:
            return MailState.REFUSED, None
        except Uncertain:
            return MailState.UNCERTAIN, None
        return MailState.SENT, None
