"""Agents, cases and whole queues to route, by hand and by Hypothesis."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Priority, Route, Target
from handoff.domain.people import Agent, Language, Role, Status
from handoff.domain.routing import Candidate, Case

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
SKILLS = ("payouts", "disputes", "security")
TEAMS = ("Payments", "Disputes", "Stand-by")


def ago(seconds: float) -> datetime:
    """So long before NOW."""
    return NOW - timedelta(seconds=seconds)


def agent(number: int, **changes: object) -> Agent:
    """Somebody who knows payouts in German."""
    usual: dict[str, object] = {
        "id": AgentId(UUID(int=number)),
        "name": f"Agent {number}",
        "email": f"agent{number}@lotse.example",
        "role": Role.AGENT,
        "languages": (Language.DE,),
        "skills": ("payouts",),
        "teams": ("Payments",),
        "capacity": 2,
        "status": Status.ONLINE,
    }
    return Agent(**{**usual, **changes})  # type: ignore[arg-type]  # keys are fields of Agent


def candidate(
    number: int, *, load: int = 0, idle_s: float = 0, here: bool = True, **changes: object
) -> Candidate:
    """The agent, with as many chats and idle for so long."""
    who = agent(number, **changes)
    return Candidate(
        agent=who,
        load={Channel.WEB: load} if load else {},
        free=who.capacity - load,
        idle_since=ago(idle_s),
        here=here,
    )


def route(*targets: Target) -> Route:
    """To anybody at all, where nothing else is said."""
    return Route(
        rule="test",
        targets=targets or (Target(),),
        priority=Priority.REST,
        why={"de": "", "en": ""},
    )


def case(number: int, *targets: Target, waited_s: float = 0, **changes: object) -> Case:
    """A German case from the web."""
    usual: dict[str, object] = {
        "conversation": ConversationId(UUID(int=number)),
        "waiting_since": ago(waited_s),
        "language": Language.DE,
        "channel": Channel.WEB,
        "route": route(*targets),
    }
    return Case(**{**usual, **changes})  # type: ignore[arg-type]  # keys are fields of Case


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


_languages = st.lists(st.sampled_from(Language), unique=True, max_size=2).map(tuple)
_targets = st.builds(
    Target,
    team=st.sampled_from([None, *TEAMS]),
    skills=_some(SKILLS),
    languages=_languages,
    min_level=st.integers(1, 3),
    timeout_s=st.floats(1, 600),
    skip_if_none=st.booleans(),
)
_last_targets = st.builds(Target, team=st.sampled_from([None, *TEAMS]), skills=_some(SKILLS))


@st.composite
def candidates(draw: st.DrawFn, most: int = 8) -> list[Candidate]:
    """A team in any condition: full, over capacity, away, without the right to answer."""
    found = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        capacity = draw(st.integers(1, 4))
        load = {channel: draw(st.integers(0, 3)) for channel in Channel}
        who = agent(
            number,
            role=draw(st.sampled_from([Role.AGENT, Role.AGENT, *Role])),
            languages=draw(_languages),
            skills=draw(_some(SKILLS)),
            levels=draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3))),
            teams=draw(_some(TEAMS)),
            capacity=capacity,
            channel_capacity=draw(st.dictionaries(st.sampled_from(Channel), st.integers(0, 3))),
        )
        found.append(
            Candidate(
                agent=who,
                load=load,
                free=capacity - sum(load.values()),
                idle_since=ago(draw(st.integers(0, 3))),
                here=draw(st.booleans()),
            )
        )
    return found


@st.composite
def cases(draw: st.DrawFn, most: int = 12) -> list[Case]:
    """A queue, its routes and refusals."""
    agents = st.integers(1, 8).map(lambda number: AgentId(UUID(int=number)))
    routes = draw(
        st.lists(
            st.builds(
                lambda some, last: route(*some, last),
                st.lists(_targets, max_size=2),
                _last_targets,
            ),
            min_size=1,
            max_size=3,
        )
    )
    return [
        case(
            number,
            waited_s=draw(st.integers(0, 1_000)),
            language=draw(st.sampled_from(Language)),
            channel=draw(st.sampled_from(Channel)),
            route=draw(st.sampled_from(routes)),
            last_agent=draw(st.none() | agents),
            declined=draw(st.frozensets(agents, max_size=3)),
        )
        for number in range(1, draw(st.integers(0, most)) + 1)
    ]
