"""What the console calls when a case changes hands, or is put off."""

from aiohttp import web

from handoff.api import requests
from handoff.api.agents import row_of
from handoff.api.auth import AGENT, conversation_id, parsed
from handoff.api.keys import DESK, OFFERS, PASSING
from handoff.domain.ids import AgentId


async def decline(request: web.Request) -> web.Response:
    """Not take what is offered."""
    wanted, it = await parsed(request, requests.Decline), conversation_id(request)
    await request.app[OFFERS].decline(request[AGENT], it, wanted.reason)
    return await row_of(request, it)


async def transfer(request: web.Request) -> web.Response:
    """Pass it on to an agent or a team."""
    wanted, it = await parsed(request, requests.Transfer), conversation_id(request)
    passing, agent = request.app[PASSING], request[AGENT]
    if wanted.team is not None:
        await passing.to_team(agent, it, wanted.epoch, wanted.team, wanted.note)
    elif wanted.agent is not None:
        await passing.to_agent(agent, it, wanted.epoch, AgentId(wanted.agent), wanted.note)
    return await row_of(request, it)


async def take_over(request: web.Request) -> web.Response:
    """A lead takes it."""
    wanted, it = await parsed(request, requests.TakeOver), conversation_id(request)
    await request.app[PASSING].take_over(request[AGENT], it, wanted.epoch)
    return await row_of(request, it)


async def snooze(request: web.Request) -> web.Response:
    """Put it off until a time or a reply."""
    wanted, it = await parsed(request, requests.Snooze), conversation_id(request)
    await request.app[DESK].snooze(request[AGENT], it, wanted.epoch, wanted.until)
    return await row_of(request, it)


async def follow(request: web.Request) -> web.Response:
    """Hear of it without owning it."""
    await parsed(request, requests.Nothing)
    it = conversation_id(request)
    await request.app[PASSING].follow(request[AGENT], it)
    return await row_of(request, it)


async def unfollow(request: web.Request) -> web.Response:
    """Hear no more of it."""
    await parsed(request, requests.Nothing)
    it = conversation_id(request)
    await request.app[PASSING].unfollow(request[AGENT], it)
    return await row_of(request, it)
