"""Who gets which case: the best free agent, never over capacity, never one who may not."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId
from handoff.domain.packet import Target
from handoff.domain.people import HELPERS, Language, Role
from handoff.domain.routing import Candidate, Case, Surge, assign, choose, fits, target_at
from tests.handoff.domain.routing.queues import NOW, candidate, candidates, case, cases

surges = st.builds(
    Surge,
    extra_capacity=st.integers(0, 2),
    widen=st.booleans(),
    resting=st.frozensets(st.just("Stand-by")),
)


def _number(agent: AgentId) -> int:
    return agent.int


def _chosen(waiting: Case, *there: Candidate) -> int | None:
    found = choose(waiting, there, NOW)
    return _number(found.agent) if found else None


def test_the_least_busy_in_proportion_to_their_capacity_is_chosen() -> None:
    busier = candidate(1, load=1, capacity=2)
    calmer = candidate(2, load=1, capacity=4)

    assert _chosen(case(1), busier, calmer) == 2


def test_of_those_as_busy_the_longest_idle_is_chosen() -> None:
    assert _chosen(case(1), candidate(1, idle_s=5), candidate(2, idle_s=60)) == 2


def test_all_else_alike_the_id_decides() -> None:
    assert _chosen(case(1), candidate(2), candidate(1)) == 1


def test_the_agent_who_helped_last_is_preferred_though_busier() -> None:
    known = case(1, last_agent=AgentId(candidate(1).agent.id))

    assert _chosen(known, candidate(1, load=1), candidate(2)) == 1
    assert _chosen(known, candidate(1, load=2), candidate(2)) == 2
    assert _chosen(known, candidate(1, here=False), candidate(2)) == 2


def test_the_agent_who_helped_last_must_fit_all_the_same() -> None:
    known = case(1, Target(skills=("disputes",)), last_agent=candidate(1).agent.id)

    assert _chosen(known, candidate(1), candidate(2, skills=("disputes",))) == 2


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_who_may_not_answer_is_never_offered_a_case(role: Role) -> None:
    assert _chosen(case(1), candidate(1, role=role)) is None


@pytest.mark.parametrize(
    "lacking",
    [
        {"languages": (Language.EN,)},
        {"skills": ("disputes",)},
        {"teams": ("Disputes",)},
        {"levels": {"payouts": 1}},
        {"here": False},
        {"load": 2},
        {"channel_capacity": {Channel.WEB: 0}},
    ],
)
def test_who_lacks_one_thing_is_passed_over(lacking: dict[str, object]) -> None:
    wanted = Target(team="Payments", skills=("payouts",), min_level=2)
    able: dict[str, object] = {"levels": {"payouts": 2}}

    assert _chosen(case(1, wanted), candidate(1, **able)) == 1  # type: ignore[arg-type]
    assert _chosen(case(1, wanted), candidate(1, **{**able, **lacking})) is None  # type: ignore[arg-type]


def test_who_said_no_is_not_asked_again() -> None:
    declined = case(1, declined=frozenset({candidate(1).agent.id}))

    assert _chosen(declined, candidate(1)) is None
    assert _chosen(declined, candidate(1), candidate(2, load=1)) == 2


def test_targets_named_languages_replace_the_customers() -> None:
    english = Target(languages=(Language.EN,))

    assert _chosen(case(1, english), candidate(1), candidate(2, languages=(Language.EN,))) == 2


def test_after_its_time_the_next_target_counts_as_well() -> None:
    first, then = Target(skills=("disputes",), timeout_s=60), Target(skills=("payouts",))

    assert _chosen(case(1, first, then, waited_s=59), candidate(1)) is None
    assert _chosen(case(1, first, then, waited_s=60), candidate(1)) == 1


def test_whom_the_first_target_means_is_preferred_even_later() -> None:
    first, then = Target(skills=("disputes",), timeout_s=60), Target()
    late = case(1, first, then, waited_s=90)

    assert _chosen(late, candidate(1), candidate(2, load=1, skills=("disputes",))) == 2


def test_a_target_that_means_nobody_here_is_skipped_only_when_it_says_so() -> None:
    patient = Target(skills=("disputes",), timeout_s=60)
    hasty = Target(skills=("disputes",), timeout_s=60, skip_if_none=True)
    gone = candidate(2, skills=("disputes",), here=False)

    assert _chosen(case(1, patient, Target()), candidate(1), gone) is None
    assert _chosen(case(1, hasty, Target()), candidate(1), gone) == 1


def test_a_target_whose_people_are_only_busy_is_not_skipped() -> None:
    hasty = Target(skills=("disputes",), timeout_s=60, skip_if_none=True)
    busy = candidate(2, skills=("disputes",), load=2)

    assert _chosen(case(1, hasty, Target()), candidate(1), busy) is None


def test_a_skipped_target_takes_no_time() -> None:
    skipped = Target(skills=("disputes",), timeout_s=60, skip_if_none=True)
    second = Target(skills=("payouts",), timeout_s=60)
    it = case(1, skipped, second, Target(), waited_s=61)

    assert target_at(it, NOW, [candidate(1)]) == 2
    assert target_at(it, NOW, [candidate(1), candidate(2, skills=("disputes",))]) == 1


def test_in_a_rush_that_widens_every_target_counts_at_once() -> None:
    waiting = case(1, Target(skills=("disputes",), timeout_s=600), Target())

    assert choose(waiting, [candidate(1)], NOW) is None
    assert choose(waiting, [candidate(1)], NOW, Surge(widen=True)) is not None


def test_in_a_rush_agents_take_more_in_all_and_of_a_channel() -> None:
    full = candidate(1, load=2, channel_capacity={Channel.WEB: 2})

    assert choose(case(1), [full], NOW) is None
    assert choose(case(1), [full], NOW, Surge(extra_capacity=1)) is not None


def test_who_stands_by_rests_until_called_in() -> None:
    reserve = candidate(1, teams=("Stand-by",))

    assert choose(case(1), [reserve], NOW, Surge(resting=frozenset({"Stand-by"}))) is None
    assert choose(case(1), [reserve], NOW, Surge()) is not None


def test_who_has_a_usual_team_too_works_while_the_other_stands_by() -> None:
    both = candidate(1, teams=("Payments", "Stand-by"))

    assert choose(case(1), [both], NOW, Surge(resting=frozenset({"Stand-by"}))) is not None


def test_a_case_that_nobody_fits_does_not_block_the_next() -> None:
    made = assign([case(1, Target(skills=("security",))), case(2)], [candidate(1)], NOW)

    assert [it.conversation for it in made] == [case(2).conversation]


def test_the_work_is_spread_over_all() -> None:
    made = assign([case(n) for n in range(1, 5)], [candidate(1), candidate(2)], NOW)

    assert [_number(it.agent) for it in made] == [1, 2, 1, 2]


def test_the_sentence_says_who_and_why_in_both_languages() -> None:
    wanted = Target(team="Payments", languages=(Language.DE,), min_level=2)
    able = candidate(1, levels={"payouts": 2})
    usual, known = case(1, wanted), case(1, wanted, last_agent=able.agent.id)

    assert [choose(it, [able], NOW).why for it in (usual, known)] == [  # type: ignore[union-attr]
        {
            "de": "Agent 1 hat am ehesten Zeit (Payments, Deutsch, Stufe 2)",
            "en": "Agent 1 is the least busy (Payments, German, level 2)",
        },
        {
            "de": "Agent 1 kennt den Fall: hat diesen Kunden zuletzt betreut",
            "en": "Agent 1 knows the case: helped this customer last",
        },
    ]


@given(cases(), candidates(), surges)
def test_capacity_is_never_exceeded(
    waiting: list[Case], there: list[Candidate], surge: Surge
) -> None:
    made = assign(waiting, there, NOW, surge)

    channel = {it.conversation: it.channel for it in waiting}
    given_ = Counter(it.agent for it in made)
    of_channel = Counter((it.agent, channel[it.conversation]) for it in made)
    for it in there:
        assert given_[it.agent.id] <= max(0, it.free + surge.extra_capacity)
        for name in Channel:
            most = it.agent.channel_capacity.get(name)
            if most is not None and of_channel[it.agent.id, name]:
                has = it.load.get(name, 0) + of_channel[it.agent.id, name]
                assert has <= most + surge.extra_capacity


@given(cases(), candidates(), surges)
def test_only_those_who_fit_are_chosen_and_each_case_once(
    waiting: list[Case], there: list[Candidate], surge: Surge
) -> None:
    made = assign(waiting, there, NOW, surge)

    by_id = {it.agent.id: it for it in there}
    by_case = {it.conversation: it for it in waiting}
    assert len({it.conversation for it in made}) == len(made)
    for it in made:
        who, what = by_id[it.agent], by_case[it.conversation]
        assert who.here
        assert who.agent.role in HELPERS
        assert it.agent not in what.declined
        assert it.target <= target_at(what, NOW, there, surge)
        assert fits(what.route.targets[it.target], who.agent, what.language, surge)


@given(cases(), candidates(), surges, st.randoms())
def test_the_order_of_the_candidates_does_not_matter(
    waiting: list[Case],
    there: list[Candidate],
    surge: Surge,
    random: Random,
) -> None:
    shuffled = list(there)
    random.shuffle(shuffled)

    assert assign(waiting, shuffled, NOW, surge) == assign(waiting, there, NOW, surge)


@given(cases(), candidates(), surges)
def test_it_is_the_same_as_choosing_for_one_after_the_other(
    waiting: list[Case], there: list[Candidate], surge: Surge
) -> None:
    now_there, expected = {it.agent.id: it for it in there}, []
    for it in waiting:
        found = _best_by_hand(it, list(now_there.values()), surge)
        if found is not None:
            expected.append((it.conversation, found))
            now_there[found] = _with_one_more(now_there[found], it.channel)

    made = assign(waiting, there, NOW, surge)

    assert [(it.conversation, it.agent) for it in made] == expected


def _best_by_hand(it: Case, there: list[Candidate], surge: Surge) -> AgentId | None:
    """What the rules say, without any of the shortcuts."""
    reached = it.route.targets[: target_at(it, NOW, there, surge) + 1]
    ranked = [
        (who.agent.id != it.last_agent, index, *_busy(who), who.agent.id)
        for who in there
        for index, target in enumerate(reached)
        if who.here
        and who.agent.id not in it.declined
        and fits(target, who.agent, it.language, surge)
        and _has_place(who, it.channel, surge)
    ]
    return min(ranked)[-1] if ranked else None


def _busy(who: Candidate) -> tuple[float, object]:
    return sum(who.load.values()) / who.agent.capacity, who.idle_since


def _has_place(who: Candidate, channel: Channel, surge: Surge) -> bool:
    most = who.agent.channel_capacity.get(channel)
    of_channel = most is None or who.load.get(channel, 0) < most + surge.extra_capacity
    return who.free + surge.extra_capacity > 0 and of_channel


def _with_one_more(who: Candidate, channel: Channel) -> Candidate:
    load = {**who.load, channel: who.load.get(channel, 0) + 1}
    return Candidate(agent=who.agent, load=load, free=who.free - 1, idle_since=NOW, here=who.here)
