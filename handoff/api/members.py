"""Who is of the team: for those who run it."""

from uuid import UUID

from aiohttp import web
from pydantic import ValidationError

from handoff.api import lead_answers, lead_requests, wire
from handoff.api.answers import BrokenRule, Owner
from handoff.api.auth import AGENT, number, parsed
from handoff.api.broken import broken_by, broken_rules
from handoff.api.customers import answer
from handoff.api.keys import DISMISSAL, ENROLMENT
from handoff.api.team import agent_id
from handoff.domain.changes import Changed
from handoff.domain.ids import AgentId
from handoff.domain.members import Member
from handoff.domain.people import Agent

NOBODY = AgentId(UUID(int=0))
"""Whoever is new gets an id with being added."""

PAGE = 100
"""Changes of one answer, at most 500."""


async def members(request: web.Request) -> web.Response:
    """Everybody, the disabled ones as well."""
    enrolment = request.app[ENROLMENT]
    known = enrolment.known()
    return answer(
        lead_answers.MembersAnswer(
            members=tuple(map(_shown, await enrolment.members())),
            skills=tuple(known.skills),
            teams=tuple(known.teams),
        )
    )


async def add(request: web.Request) -> web.Response:
    """Somebody new; their first password is told once."""
    wanted = await parsed(request, lead_requests.EnrolMember)
    member, password = await request.app[ENROLMENT].add(request[AGENT], _agent(wanted))
    return _secret(lead_answers.EnrolledAnswer(member=_shown(member), password=password), 201)


async def check(request: web.Request) -> web.Response:
    """What would be refused, while it is being typed."""
    try:
        wanted = await parsed(request, lead_requests.CheckMember)
    except ValidationError as error:
        return _checked(broken_rules(error))
    being = AgentId(wanted.agent) if wanted.agent else None
    return _checked(broken_by(await request.app[ENROLMENT].faults(_agent(wanted), being)))


async def change(request: web.Request) -> web.Response:
    """Who they are, and what they may and can do."""
    wanted = await parsed(request, lead_requests.EnrolMember)
    changed = _agent(wanted, agent_id(request))
    member = await request.app[ENROLMENT].change(request[AGENT], changed)
    return answer(_shown(member))


async def renew_password(request: web.Request) -> web.Response:
    """A new one; whoever is signed in as them is not any more."""
    password = await request.app[ENROLMENT].renew_password(request[AGENT], agent_id(request))
    return _secret(lead_answers.PasswordAnswer(password=password))


async def disable(request: web.Request) -> web.Response:
    """They may not come in any more; their sockets close with the next sweep."""
    return answer(_shown(await request.app[DISMISSAL].disable(request[AGENT], agent_id(request))))


async def enable(request: web.Request) -> web.Response:
    """They may again."""
    return answer(_shown(await request.app[DISMISSAL].enable(request[AGENT], agent_id(request))))


async def changes(request: web.Request) -> web.Response:
    """What leads and admins changed."""
    found = await request.app[ENROLMENT].changes(number(request, "limit", PAGE, 500))
    return answer(lead_answers.ChangesAnswer(changes=tuple(map(_change, found))))


def _agent(wanted: lead_requests.EnrolMember, id_: AgentId = NOBODY) -> Agent:
    return Agent(
        id=id_,
        name=wanted.name,
        email=wanted.email,
        role=wanted.role,
        languages=wanted.languages,
        skills=wanted.skills,
        teams=wanted.teams,
        capacity=wanted.capacity,
        levels=wanted.levels,
        channel_capacity={it.value: most for it, most in wanted.channel_capacity.items()},
    )


def _shown(it: Member) -> lead_answers.MemberAnswer:
    known = wire.agent(it.agent).model_dump()
    return lead_answers.MemberAnswer(**known, seen_at=it.seen_at, disabled_at=it.disabled_at)


def _checked(broken: tuple[BrokenRule, ...]) -> web.Response:
    return answer(lead_answers.CheckedAnswer(errors=broken))


def _secret(body: lead_answers.PasswordAnswer, status: int = 200) -> web.Response:
    response = answer(body, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _change(it: Changed) -> lead_answers.ChangeAnswer:
    made = it.change
    return lead_answers.ChangeAnswer(
        at=it.at,
        by=Owner(id=made.by.id, name=made.by.name),
        kind=made.kind,
        about=made.about,
        before=made.before,
        after=made.after,
    )
