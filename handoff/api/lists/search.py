"""Search over everything said."""

from aiohttp import web

from handoff.api import wire
from handoff.api.auth import AGENT, number
from handoff.api.customers import answer
from handoff.api.keys import LIMITS, RULES
from handoff.api.lists import gives, takes
from handoff.api.lists.keys import SEARCH
from handoff.domain.search import Sought

HITS = 30
"""Hits of one answer."""

NAMED = 5
"""Conversations found by their number or their customer's name."""


async def search(request: web.Request) -> web.Response:
    """Messages with these words, and conversations of this name or number."""
    await request.app[LIMITS].count(request.app[RULES].searches, str(request[AGENT].id))
    sought = Sought(words=takes.words_of(request), filters=takes.filters_of(request))
    cursor = request.query.get("cursor")
    limit = number(request, "limit", HITS, 100)
    found = await request.app[SEARCH].said(sought, limit=limit, cursor=cursor)
    named = () if cursor else await request.app[SEARCH].named(sought, limit=NAMED)
    return answer(
        gives.SearchAnswer(
            named=tuple(map(wire.row, named)),
            hits=tuple(map(gives.hit, found.hits)),
            next=found.next,
        )
    )
