"""The people of the team: who is there, and what they can do."""

from uuid import UUID

from aiohttp import web

from handoff.api import answers, requests, wire
from handoff.api.auth import AGENT, parsed
from handoff.api.customers import answer
from handoff.api.keys import TEAM
from handoff.domain.errors import Unknown
from handoff.domain.ids import AgentId


async def colleagues(request: web.Request) -> web.Response:
    """To whom a conversation can be passed on."""
    team = request.app[TEAM]
    agents = tuple(map(wire.colleague, await team.colleagues()))
    return answer(answers.TeamAnswer(agents=agents, teams=team.names()))


async def equip(request: web.Request) -> web.Response:
    """Skills, languages, teams and capacities of an agent; the queue moves at once."""
    wanted = await parsed(request, requests.Equip)
    changes = {name: getattr(wanted, name) for name in requests.Equip.model_fields}
    agent = await request.app[TEAM].equip(request[AGENT], agent_id(request), **changes)
    return answer(answers.MeAnswer(agent=wire.agent(agent)))


def agent_id(request: web.Request) -> AgentId:
    """From the path; what is no UUID names nobody."""
    try:
        return AgentId(UUID(request.match_info["agent"]))
    except ValueError as error:
        raise Unknown("no such agent") from error
