"""The same for many conversations at once."""

from functools import partial

from aiohttp import web

from handoff.api import wire
from handoff.api.answers import RowAnswer
from handoff.api.auth import AGENT, parsed
from handoff.api.composing.keys import TAGGING
from handoff.api.customers import answer
from handoff.api.keys import DESK, PASSING, SCREENS
from handoff.api.lists import gives, takes
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent
from handoff.services.bulk import Act, Outcome, each


async def bulk(request: web.Request) -> web.Response:
    """Close, accept, pass on, tag or put off; a result for each."""
    wanted = await parsed(request, takes.Bulk)
    act = _act(request.app, request[AGENT], wanted)
    items = ((ConversationId(it.conversation), it.epoch) for it in wanted.items)
    outcomes = await each(items, act)
    done = [it.conversation for it in outcomes if it.refused is None]
    rows = {it.conversation.id: wire.row(it) for it in await request.app[SCREENS].these(done)}
    results = tuple(_result(it, rows.get(it.conversation)) for it in outcomes)
    return answer(gives.BulkAnswer(results=results))


def _act(app: web.Application, agent: Agent, wanted: takes.Bulk) -> Act:
    desk, passing = app[DESK], app[PASSING]
    match wanted.action:
        case takes.BulkAccept():
            return partial(desk.accept, agent)
        case takes.BulkClose(reason=reason):
            return lambda it, epoch: desk.close(agent, it, epoch, reason)
        case takes.BulkSnooze(until=until):
            return lambda it, epoch: desk.snooze(agent, it, epoch, until)
        case takes.BulkTag(add=add, remove=remove):
            return lambda it, _: app[TAGGING].change(agent, it, add, remove)
        case takes.BulkTransfer(agent=to, team=team):
            if team is not None:
                return lambda it, epoch: passing.to_team(agent, it, epoch, team)
            assert to is not None  # takes.BulkTransfer names one of them
            return lambda it, epoch: passing.to_agent(agent, it, epoch, AgentId(to))


def _result(it: Outcome, row: RowAnswer | None) -> gives.BulkResult:
    refused = it.refused and gives.RefusedAnswer(code=it.refused.code, detail=str(it.refused))
    return gives.BulkResult(conversation=it.conversation, refused=refused, row=row)
