"""The second look at a message before it is sent."""

from aiohttp import web

from handoff.api.answers import BothLanguages
from handoff.api.auth import AGENT, parsed
from handoff.api.composing import gives, takes
from handoff.api.composing.keys import SECOND_LOOK, SUGGESTIONS_RULE
from handoff.api.customers import answer
from handoff.api.keys import LIMITS
from handoff.domain.people import Language
from handoff.domain.tone import ToneFinding


async def check(request: web.Request) -> web.Response:
    """What is worth a second look; the text is kept and logged nowhere."""
    await request.app[LIMITS].count(request.app[SUGGESTIONS_RULE], str(request[AGENT].id))
    wanted = await parsed(request, takes.CheckTone)
    look = request.app[SECOND_LOOK].look
    found = await look(wanted.text, wanted.language, first=wanted.first)
    return answer(gives.ToneAnswer(findings=tuple(_finding(it, wanted.text) for it in found)))


def _finding(it: ToneFinding, text: str) -> gives.ToneFindingAnswer:
    return gives.ToneFindingAnswer(
        kind=it.kind,
        start=_units(text[: it.start]),
        end=_units(text[: it.end]),
        quote=text[it.start : it.end],
        hint=it.hint,
        explanation=BothLanguages(de=it.explanation[Language.DE], en=it.explanation[Language.EN]),
    )


def _units(text: str) -> int:
    """How long browsers find it: they count UTF-16."""
    return len(text.encode("utf-16-le")) // 2
