"""Tags of a conversation."""

from aiohttp import web

from handoff.api.agents import row_of
from handoff.api.auth import AGENT, conversation_id, parsed
from handoff.api.composing import takes
from handoff.api.composing.keys import TAGGING


async def put(request: web.Request) -> web.Response:
    """Exactly these from now on."""
    wanted = await parsed(request, takes.SetTags)
    it = conversation_id(request)
    await request.app[TAGGING].put(request[AGENT], it, wanted.tags)
    return await row_of(request, it)
