"""A staffing plan tried: the same customers for all, the real rules kept, figures that add up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate.__main__ import main
from simulate.claims import Claim, claims
from simulate.plan import Plan, PlanError, Policy, read
from simulate.results import percentile, promises, result
from simulate.support import Setting, Support, Told
from tests.handoff.clocks import HOURS
from tests.handoff.policy import ROUTING

DATA = Path(__file__).parents[2] / "data" / "simulation"
HANDOFF = Policy(name="assistant + handoff")
PEOPLE = Policy(name="people only", assistant=False, packet=False)
USUAL = read(DATA / "usual.yml").model_copy(update={"days": 1, "runs": 1})


def _run(policy: Policy, plan: Plan = USUAL, seed: int = 7) -> Support:
    support = Support(
        Setting(plan=plan, routing=ROUTING, hours=HOURS, zone=HOURS.zone), policy, seed
    )
    support.run()
    return support


def _first(run: Support) -> list[Told]:
    return [it for it in run.told if not it.contact.again]


@pytest.mark.parametrize("policy", [HANDOFF, PEOPLE], ids=lambda it: it.name)
def test_everybody_is_helped_once_or_gives_up(policy: Policy) -> None:
    run = _run(policy)

    ends = [(it.by_assistant, it.answered is not None, it.gave_up) for it in run.told]
    assert len(run.told) > 100
    assert all(sum(map(bool, it)) == 1 for it in ends)
    assert not run.queue
    assert all(it.done for it in run.told if not it.gave_up)


def test_the_same_seed_gives_the_same_run_and_another_one_another() -> None:
    once, again, other = _run(HANDOFF), _run(HANDOFF), _run(HANDOFF, seed=8)

    assert once.told == again.told
    assert once.told != other.told


def test_every_policy_meets_the_same_customers() -> None:
    ours, theirs = _first(_run(HANDOFF)), _first(_run(PEOPLE))

    assert [it.contact for it in ours] == [it.contact for it in theirs]


def test_nobody_has_more_chats_than_they_can_take() -> None:
    """Chats of one agent never overlap more than capacity, and what a rush adds, allow."""
    run = _run(PEOPLE)
    most = max(rule.extra_capacity for rule in ROUTING.surge)

    assert any(who.busy for who in run.staff)
    for who in run.staff:
        assert who.load.total() == 0
        assert who.most <= who.agent.capacity + most


def test_people_are_answered_only_while_people_are_there() -> None:
    answered = [it.answered for it in _run(PEOPLE).told if it.answered]

    assert answered
    assert all(HOURS.is_open(it) for it in answered)


def test_without_an_assistant_nobody_is_helped_by_one() -> None:
    assert not any(it.by_assistant for it in _run(PEOPLE).told)
    assert any(it.by_assistant for it in _run(HANDOFF).told)


def test_twice_the_staff_shortens_the_wait_and_leaves_more_idle() -> None:
    more = tuple(it.model_copy(update={"count": it.count * 2}) for it in USUAL.staff)
    usual = result("usual", [_run(PEOPLE)])
    doubled = result("doubled", [_run(PEOPLE, USUAL.model_copy(update={"staff": more}))])

    assert doubled.wait_mean_min < usual.wait_mean_min
    assert doubled.abandoned <= usual.abandoned
    assert doubled.sla_kept >= usual.sla_kept
    assert doubled.idle > usual.idle


def test_what_was_promised_is_compared_with_what_was() -> None:
    run = _run(PEOPLE)

    pairs = promises(run.told)
    made = result("people", [run])

    assert len(pairs) == sum(1 for it in run.told if it.answered and it.open)
    error = sum(abs(promised - was) for promised, was in pairs) / len(pairs)
    assert made.promise_error_min == pytest.approx(error)
    assert abs(made.promise_bias_min) <= made.promise_error_min


def test_claims_say_whether_they_come_out() -> None:
    found = claims([_run(HANDOFF)], [_run(PEOPLE)])

    assert [it.reported for it in found] == [0.30, 0.40, 0.25]
    assert all(-1 < it.found <= 1 for it in found)
    assert "comes out" in str(Claim(name="faster", reported=0.3, found=0.3))
    assert "does not come out" in str(Claim(name="faster", reported=0.3, found=0.29))


def test_against_itself_nothing_is_gained() -> None:
    run = _run(PEOPLE)

    assert [it.found for it in claims([run], [run])] == [0, 0, 0]


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 100))
def test_a_percentile_lies_among_the_values(values: list[float], percent: float) -> None:
    assert min(values) <= percentile(values, percent) <= max(values)
    assert percentile(values, 0) == min(values)
    assert percentile(values, 100) == max(values)


@pytest.mark.parametrize("plan", sorted(DATA.glob("*.yml")), ids=lambda it: it.stem)
def test_the_plans_we_ship_can_be_read(plan: Path) -> None:
    assert read(plan).policies


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("runs: 6", "runs: 0", "runs"),
        ("german: 0.6", "german: 2", "german"),
        ("case_type: ask_fees", "case_type: ask_feez", "matters"),
        ("payout_state: failed", "payout_state: lost", "payout_state"),
        ("skills: {payouts: 2, identity: 1}", "skills: {magic: 1}", "magic"),
        ('ends: "16:30"', 'ends: "07:30"', "later than begins"),
        ("  accept_s: 12\n", "", "work.accept_s"),
        ("seed: 1", "seed: 1\nextra: 1", "extra"),
        ("german: 0.6", "german: [", "YAML"),
    ],
)
def test_a_plan_that_breaks_a_rule_is_refused_with_its_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, field: str
) -> None:
    text = (DATA / "usual.yml").read_text(encoding="utf-8")
    assert before in text
    file = tmp_path / "plan.yml"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

    assert main([str(file)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{file}: ")
    assert field in said


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"no\.yml"):
        read(tmp_path / "no.yml")


def test_it_prints_a_table_and_leaves_figures_and_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (DATA / "usual.yml").read_text(encoding="utf-8")
    file = tmp_path / "plan.yml"
    file.write_text(text.replace("days: 6", "days: 1").replace("runs: 6", "runs: 1"), "utf-8")

    assert main([str(file), "--out", str(tmp_path / "out")]) == 0

    said = capsys.readouterr().out
    assert "wait_p90_min" in said
    assert "fewer repeat questions: reported 40%" in said
    names = {it.name for it in (tmp_path / "out").iterdir()}
    pictures = {
        f"{it}.{kind}" for it in ("waits", "hours", "promises", "idle") for kind in ("svg", "png")
    }
    assert names == pictures | {"summary.csv", "hours.csv", "promises.csv"}
    assert (tmp_path / "out" / "summary.csv").read_text().count("\n") == 1 + len(USUAL.policies)
