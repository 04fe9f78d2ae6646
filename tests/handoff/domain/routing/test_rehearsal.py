"""A dry run says who would be offered a case, and what keeps the others off."""

from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.events import Channel
from handoff.domain.packet import Target
from handoff.domain.people import Language, Role
from handoff.domain.routing import (
    NO_SURGE,
    Candidate,
    Obstacle,
    Rehearsal,
    Surge,
    Trial,
    calm,
    fits,
    rehearsed,
)
from handoff.domain.routing.obstacles import lacks
from tests.handoff.domain.examples import packet
from tests.handoff.domain.routing.queues import NOW, SKILLS, TEAMS, agent, candidate
from tests.handoff.policy import ROUTING


def _tried(*there: Candidate, surge: Surge | None = None, last: int | None = None) -> Rehearsal:
    """A German's payout problem; its first target asks for level 2."""
    return rehearsed(
        ROUTING,
        Trial(
            packet=packet(case_type="report_payout_problem"),
            channel=Channel.WEB,
            last_agent=agent(last).id if last is not None else None,
        ),
        there,
        NOW,
        surge or calm(ROUTING),
    )


def _obstacles(tried: Rehearsal) -> tuple[Obstacle, ...]:
    [chance] = tried.chances
    return chance.obstacles


def test_whoever_the_first_target_means_has_nothing_in_the_way() -> None:
    tried = _tried(candidate(1, levels={"payouts": 2}))

    [chance] = tried.chances
    assert (chance.target, chance.obstacles) == (0, ())
    assert tried.offered is not None
    assert tried.offered.target == 0


def test_whom_only_a_later_target_means_is_named_with_that_one() -> None:
    tried = _tried(candidate(1), candidate(2, teams=("Disputes",), skills=()))

    assert [(it.target, it.obstacles) for it in tried.chances] == [(1, ()), (2, ())]


def test_who_speaks_another_language_is_meant_by_no_target() -> None:
    tried = _tried(candidate(1, languages=(Language.EN,)))

    [chance] = tried.chances
    assert (chance.target, chance.obstacles) == (None, (Obstacle.LANGUAGE,))
    assert tried.offered is None


def test_who_is_away_and_who_is_full_would_be_meant_all_the_same() -> None:
    tried = _tried(candidate(1, here=False, levels={"payouts": 2}), candidate(2, load=2))

    assert [(it.target, it.obstacles) for it in tried.chances] == [
        (0, (Obstacle.ABSENT,)),
        (1, (Obstacle.FULL,)),
    ]


def test_a_rush_gives_places_and_calls_teams_in() -> None:
    standing_by = candidate(1, load=2, teams=("Stand-by",))

    assert _obstacles(_tried(standing_by)) == (Obstacle.STAND_BY, Obstacle.FULL)
    assert _obstacles(_tried(standing_by, surge=Surge(level=2, extra_capacity=1))) == ()


def test_auditors_are_never_meant() -> None:
    assert _obstacles(_tried(candidate(1, role=Role.AUDITOR))) == (Obstacle.ROLE,)


def test_who_had_the_case_before_is_asked_first() -> None:
    idle = candidate(1, levels={"payouts": 5})
    knows_it = candidate(2, load=1, levels={"payouts": 2})

    first, again = _tried(idle, knows_it), _tried(idle, knows_it, last=2)

    assert first.offered is not None
    assert again.offered is not None
    assert (first.offered.agent, again.offered.agent) == (agent(1).id, agent(2).id)


@given(
    team=st.sampled_from([None, *TEAMS]),
    skills=st.lists(st.sampled_from(SKILLS), unique=True),
    level=st.integers(1, 3),
    who=st.builds(
        agent,
        st.just(1),
        role=st.sampled_from(Role),
        skills=st.lists(st.sampled_from(SKILLS), unique=True).map(tuple),
        levels=st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3)),
        teams=st.lists(st.sampled_from(TEAMS), unique=True).map(tuple),
        languages=st.lists(st.sampled_from(Language), min_size=1, unique=True).map(tuple),
    ),
    resting=st.booleans(),
)
def test_obstacles_are_named_exactly_where_a_target_does_not_fit(
    team: str | None, skills: list[str], level: int, who: object, resting: bool
) -> None:
    target = Target(team=team, skills=tuple(skills), min_level=level)
    surge = calm(ROUTING) if resting else NO_SURGE

    found = list(lacks(target, who, Language.DE, surge))  # type: ignore[arg-type]  # built above

    assert (not found) is fits(target, who, Language.DE, surge)  # type: ignore[arg-type]
