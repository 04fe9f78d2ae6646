"""What the platform's back end calls."""

from aiohttp import web

from handoff.api import answers
from handoff.api.customers import answer
from handoff.api.keys import PLATFORM


async def report(request: web.Request) -> web.Response:
    """A signed event; a repeat is welcome and changes nothing."""
    new = await request.app[PLATFORM].take(request.headers, await request.read())
    return answer(answers.Taken(new=new), 201 if new else 200)
