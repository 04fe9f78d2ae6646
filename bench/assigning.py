"""How long it takes to give 2,000 who wait to 200 agents."""

import time
from datetime import UTC, datetime, timedelta
from itertools import cycle
from uuid import UUID

from bench.figures import Figure
from bench.mix import LANGUAGES, RULES, SKILLS
from connectors.routing import read
from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Priority, Route
from handoff.domain.people import Agent, Language, Role
from handoff.domain.routing import Candidate, Case, Routing, assign

TIMES = 7
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def measured() -> list[Figure]:
    """The usual size, and ten times the waiting: assigned and all but nothing free."""
    routing = read(RULES)
    agents = _agents(200, capacity=4, routing=routing)
    full = _agents(200, capacity=0, routing=routing)[:-1] + _agents(1, capacity=4, routing=routing)
    return [
        _figure("assign 2,000 waiting to 200 agents", 2_000, agents, routing, "≤ 100"),
        _figure("assign 20,000 waiting to 200 agents", 20_000, agents, routing),
        _figure("assign 2,000 waiting, one of 200 agents free", 2_000, full, routing, "≤ 100"),
    ]


def _figure(
    name: str, waiting: int, agents: list[Candidate], routing: Routing, aim: str = ""
) -> Figure:
    cases = _cases(waiting, routing)
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        assign(cases, agents, NOW)
        took.append(time.perf_counter() - begun)
    return Figure(name, sorted(took)[TIMES // 2] * 1000, "ms", aim)


def _agents(count: int, capacity: int, routing: Routing) -> list[Candidate]:
    languages, skills, teams = cycle(LANGUAGES), cycle(SKILLS), cycle(routing.teams)
    return [
        Candidate(
            agent=Agent(
                id=AgentId(UUID(int=number)),
                name=f"Agent {number}",
                email="",
                role=Role.AGENT,
                languages=next(languages),
                skills=next(skills),
                teams=(next(teams).name,),
                capacity=4,
            ),
            load={},
            free=capacity,
            idle_since=NOW - timedelta(seconds=number),
            here=True,
        )
        for number in range(1, count + 1)
    ]


def _cases(count: int, routing: Routing) -> list[Case]:
    routes = cycle(
        Route(rule=it.name, targets=it.targets, priority=Priority.REST, why={})
        for it in routing.rules
    )
    languages, channels = cycle(Language), cycle(Channel)
    return [
        Case(
            conversation=ConversationId(UUID(int=number)),
            waiting_since=NOW - timedelta(seconds=number % 900),
            language=next(languages),
            channel=next(channels),
            route=next(routes),
        )
        for number in range(1, count + 1)
    ]
