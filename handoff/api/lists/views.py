"""Lists, their numbers, and lists kept under a name."""

from uuid import UUID

from aiohttp import web

from handoff.api import wire
from handoff.api.auth import AGENT, number, parsed
from handoff.api.customers import answer
from handoff.api.lists import gives, takes
from handoff.api.lists.keys import VIEWS
from handoff.domain.errors import Invalid, Unknown
from handoff.domain.ids import SavedViewId
from handoff.domain.views import Looked, View

ROWS = 200
"""Rows of one answer."""


async def conversations(request: web.Request) -> web.Response:
    """A page of a view, narrowed down."""
    looked = Looked.by(request[AGENT], _view(request), takes.filters_of(request))
    page = await request.app[VIEWS].page(
        looked, number(request, "limit", ROWS, 1000), request.query.get("cursor")
    )
    return answer(gives.ListAnswer(rows=tuple(map(wire.row, page.rows)), next=page.next))


async def views(request: web.Request) -> web.Response:
    """Every view, team and kept list, with its number of rows."""
    found = await request.app[VIEWS].overview(request[AGENT])
    teams = tuple(gives.TeamCount(team=team, count=count) for team, count in found.teams.items())
    saved = tuple(gives.counted_view(it, count) for it, count in found.saved)
    return answer(gives.ViewsAnswer(counts=found.counts, teams=teams, saved=saved))


async def save_view(request: web.Request) -> web.Response:
    """Keep a list under a name."""
    wanted = await parsed(request, takes.SaveView)
    saved = await request.app[VIEWS].save(
        request[AGENT], wanted.name, wanted.view, wanted.filters.meant
    )
    return answer(gives.saved_view(saved), 201)


async def change_view(request: web.Request) -> web.Response:
    """Another name, or other rows."""
    wanted = await parsed(request, takes.SaveView)
    saved = await request.app[VIEWS].change(
        request[AGENT], _saved(request), wanted.name, wanted.view, wanted.filters.meant
    )
    return answer(gives.saved_view(saved))


async def forget_view(request: web.Request) -> web.Response:
    """It is not needed any more."""
    await request.app[VIEWS].forget(request[AGENT], _saved(request))
    return web.Response(status=204)


def _saved(request: web.Request) -> SavedViewId:
    try:
        return SavedViewId(UUID(request.match_info["saved_view"]))
    except ValueError as error:
        raise Unknown("no such view") from error


def _view(request: web.Request) -> View:
    try:
        return View(request.query.get("view", View.QUEUE))
    except ValueError as error:
        raise Invalid("view", f"must be one of {', '.join(View)}") from error
