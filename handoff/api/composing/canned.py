"""Canned replies and macros, as agents use and leads edit them."""

from uuid import UUID

from aiohttp import web

from handoff.api.answers import BothLanguages, Owner
from handoff.api.auth import AGENT, conversation_id, parsed
from handoff.api.composing import gives, takes
from handoff.api.composing.keys import CANNED
from handoff.api.customers import answer
from handoff.api.keys import TEAM
from handoff.api.requests import Then
from handoff.domain.canned import CannedReply, Variable, Wording
from handoff.domain.errors import Unknown
from handoff.domain.people import Agent, Language
from handoff.domain.replying import Steps


async def replies(request: web.Request) -> web.Response:
    """All that the agent may use."""
    agent = request[AGENT]
    shown = tuple(_reply(it, agent) for it in await request.app[CANNED].of(agent))
    teams = request.app[TEAM].names()
    return answer(gives.CannedRepliesAnswer(replies=shown, variables=tuple(Variable), teams=teams))


async def put(request: web.Request) -> web.Response:
    """Write it down, or change it; the id is the client's to choose."""
    wanted = await parsed(request, takes.PutCannedReply)
    wording = Wording(
        shortcut=wanted.shortcut,
        title=wanted.title,
        text={Language.DE: wanted.text.de, Language.EN: wanted.text.en},
        team=wanted.team,
        own=wanted.own,
        steps=steps_of(wanted.steps),
    )
    agent = request[AGENT]
    kept = await request.app[CANNED].put(agent, _id(request), wording)
    return answer(gives.OneCannedReply(reply=_reply(kept, agent)))


async def remove(request: web.Request) -> web.Response:
    """It is not needed any more."""
    await request.app[CANNED].remove(request[AGENT], _id(request))
    return web.Response(status=204)


async def values(request: web.Request) -> web.Response:
    """What the variables stand for in this conversation."""
    found = await request.app[CANNED].values(request[AGENT], conversation_id(request))
    de, en = dict(found[Language.DE]), dict(found[Language.EN])
    return answer(gives.ValuesAnswer(de=de, en=en))


def steps_of(then: Then) -> Steps:
    """As the domain has them."""
    return Steps(tags=then.tags, close=then.close, snooze_s=then.snooze_s)


def _id(request: web.Request) -> UUID:
    try:
        return UUID(request.match_info["reply"])
    except ValueError as error:
        raise Unknown("no such reply") from error


def _reply(it: CannedReply, agent: Agent) -> gives.CannedReplyAnswer:
    return gives.CannedReplyAnswer(
        id=it.id,
        shortcut=it.shortcut,
        title=it.title,
        text=BothLanguages(de=it.text[Language.DE], en=it.text[Language.EN]),
        scope="own" if it.owner else "team" if it.team else "everybody",
        team=it.team,
        steps=gives.StepsAnswer(
            tags=it.steps.tags, close=it.steps.close, snooze_s=it.steps.snooze_s
        ),
        changeable=it.changeable_by(agent),
        changed_at=it.changed_at,
        changed_by=Owner(id=it.changed_by.id, name=it.changed_by.name),
    )
