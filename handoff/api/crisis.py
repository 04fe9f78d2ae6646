"""The crisis notice, for those who publish it."""

from aiohttp import web
from pydantic import ValidationError

from handoff.api import answers, frames, lead_answers, requests
from handoff.api.auth import AGENT, parsed
from handoff.api.broken import broken_by, broken_rules
from handoff.api.customers import answer
from handoff.api.keys import CRISIS, SOCKETS
from handoff.domain.crisis import CrisisNotice
from handoff.domain.people import Language


async def notice(request: web.Request) -> web.Response:
    """What is being said, if anything."""
    return _answer(request, await request.app[CRISIS].look())


async def publish(request: web.Request) -> web.Response:
    """Say it from now on; what was said before is over."""
    wanted = await parsed(request, requests.PublishCrisisNotice)
    text = {Language.DE: wanted.text.de, Language.EN: wanted.text.en}
    published = await request.app[CRISIS].publish(request[AGENT], text, wanted.ends_at)
    _tell(request, published)
    return _answer(request, published)


async def check(request: web.Request) -> web.Response:
    """What would be refused, while it is being typed."""
    try:
        wanted = await parsed(request, requests.PublishCrisisNotice)
    except ValidationError as error:
        return answer(lead_answers.CheckedAnswer(errors=broken_rules(error)))
    broken = broken_by(request.app[CRISIS].faults(wanted.ends_at))
    return answer(lead_answers.CheckedAnswer(errors=broken))


async def withdraw(request: web.Request) -> web.Response:
    """It is over."""
    await request.app[CRISIS].withdraw(request[AGENT])
    _tell(request, None)
    return web.Response(status=204)


def frame(notice: CrisisNotice | None) -> frames.CrisisNotice:
    """What the sockets say of it."""
    return frames.CrisisNotice(text=_text(notice) if notice else None)


def _tell(request: web.Request, notice: CrisisNotice | None) -> None:
    """Devices at this front door; those at others hear by its next look."""
    for chat in request.app[SOCKETS].chats:
        chat.tell_crisis(frame(notice))


def _answer(request: web.Request, notice: CrisisNotice | None) -> web.Response:
    shown = notice and answers.PublishedCrisisNotice(
        id=notice.id,
        text=_text(notice),
        begins_at=notice.begins_at,
        ends_at=notice.ends_at,
        by=answers.Owner(id=notice.by.id, name=notice.by.name),
    )
    return answer(answers.CrisisNoticeAnswer(notice=shown, now=request.app[CRISIS].now()))


def _text(notice: CrisisNotice) -> answers.BothLanguages:
    return answers.BothLanguages(de=notice.text[Language.DE], en=notice.text[Language.EN])
