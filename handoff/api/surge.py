"""The rush, for those who answer for the team, and for consoles while it lasts."""

from typing import Literal

from aiohttp import web

from handoff.api import frames, lead_answers
from handoff.api.auth import number
from handoff.api.customers import answer
from handoff.api.keys import SURGES
from handoff.domain.people import Agent, Role
from handoff.domain.routing import Surge, SurgeChange

PAGE = 50
"""Rises and falls of one answer, at most 500."""


async def history(request: web.Request) -> web.Response:
    """How it is, and how it came to that."""
    changes = await request.app[SURGES].history(number(request, "limit", PAGE, 500))
    return answer(
        lead_answers.SurgeHistoryAnswer(
            now=shown(request.app[SURGES]()), changes=tuple(map(_change, changes))
        )
    )


def shown(it: Surge) -> lead_answers.SurgeAnswer:
    """What a rush changes."""
    return lead_answers.SurgeAnswer(
        level=it.level,
        extra_capacity=it.extra_capacity,
        widen=it.widen,
        offer_email=it.offer_email,
        stand_by=tuple(sorted(it.stand_by)),
    )


def frame(now: Surge, agent: Agent) -> frames.Surge:
    """What a console is told of it."""
    return frames.Surge(
        level=now.level,
        extra_capacity=now.extra_capacity,
        widen=now.widen,
        offer_email=now.offer_email,
        stand_by=tuple(sorted(now.stand_by)),
        notice=_notice(now, agent),
    )


def _notice(now: Surge, agent: Agent) -> Literal["lead", "stand_by", "agent"]:
    if not now.stand_by.isdisjoint(agent.teams):
        return "stand_by"
    return "lead" if agent.role is Role.LEAD and now.tell_leads else "agent"


def _change(it: SurgeChange) -> lead_answers.SurgeChangeAnswer:
    seen, after = it.measures, it.after
    return lead_answers.SurgeChangeAnswer(
        at=it.at,
        level_before=it.before,
        level=after.level,
        open=seen.open,
        waiting=seen.waiting,
        expected_wait_s=seen.expected_wait_s,
        arrivals_a_minute=seen.arrivals_a_minute,
        extra_capacity=after.extra_capacity,
        widen=after.widen,
        offer_email=after.offer_email,
        stand_by=tuple(sorted(after.stand_by)),
    )
