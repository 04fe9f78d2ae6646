"""Guides, for the customers who follow them."""

from aiohttp import web

from handoff.api import answers, requests, wire
from handoff.api.auth import CUSTOMER, parsed
from handoff.api.customers import answer, language
from handoff.api.keys import GUIDES, LIMITS, RULES
from handoff.domain.guides import StepDone


async def guides(request: web.Request) -> web.Response:
    """The guides for this customer, with how far they are."""
    found = await request.app[GUIDES].suiting(request[CUSTOMER], language(request))
    return answer(answers.GuidesAnswer(guides=tuple(map(wire.guide, found))))


async def guide(request: web.Request) -> web.Response:
    """One guide, with how far this customer is."""
    slug = request.match_info["guide"]
    found = await request.app[GUIDES].one(request[CUSTOMER], slug, language(request))
    return answer(wire.guide(found))


async def tick(request: web.Request) -> web.Response:
    """A step is done, or is not after all; the same again changes nothing."""
    customer, named = request[CUSTOMER], request.match_info
    await request.app[LIMITS].count(request.app[RULES].messages, str(customer.id))
    wanted = await parsed(request, requests.TickStep)
    said = StepDone(guide=named["guide"], step=named["step"], done=wanted.done)
    return answer(wire.guide(await request.app[GUIDES].tick(customer, said, language(request))))
