"""How a conversation was, said by its customer."""

from aiohttp import web

from handoff.api import requests, wire
from handoff.api.auth import CUSTOMER, conversation_id, parsed
from handoff.api.customers import answer
from handoff.api.keys import LIMITS, RATINGS, RULES
from handoff.domain.ratings import Rating


async def rate(request: web.Request) -> web.Response:
    """Once it is over, and once only; the same again is answered the same."""
    customer, conversation = request[CUSTOMER], conversation_id(request)
    await request.app[LIMITS].count(request.app[RULES].changes, str(customer.id))
    wanted = await parsed(request, requests.RateConversation)
    rating = Rating(csat=wanted.csat, effort=wanted.effort, comment=wanted.comment or None)
    given = await request.app[RATINGS].rate(customer.id, conversation, rating)
    return answer(wire.rating(given))


async def rating(request: web.Request) -> web.Response:
    """What was said before; not found when nothing was."""
    given = await request.app[RATINGS].of(request[CUSTOMER].id, conversation_id(request))
    return answer(wire.rating(given))
