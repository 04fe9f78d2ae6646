"""A run of proofs: finished parts are kept, time is shared, the page tells what held."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.faults import page
from bench.faults.finding import Finding
from bench.faults.kept import Results
from bench.faults.part import Part, Sizes, Try
from bench.faults.run import Attempt, run, share, verdict
from bench.figures import Figure

ATTEMPT = Attempt(Sizes(), seed=7)
HELD = Finding(figures=(Figure("kills", 3, "", "≥ 3"),))


def _part(
    name: str, finding: Finding | Exception, *, tried: list[str], least_s: float = 10
) -> Part:
    """Says what it is to say, and remembers that it was asked."""

    async def prove(_attempt: Try) -> Finding:
        tried.append(name)
        if isinstance(finding, Exception):
            raise finding
        return finding

    return Part(name, f"The promise of {name}.", prove, least_s)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "results" / "faults.json"


def test_a_run_that_is_taken_up_tries_only_what_is_left(file: Path) -> None:
    tried: list[str] = []
    parts = [_part(name, HELD, tried=tried) for name in ("claims", "cuts")]
    run(parts[:1], Results.taken_up(file, {"seed": 7}), ATTEMPT, 600)

    results = Results.taken_up(file, {"seed": 7})
    run(parts, results, ATTEMPT, 600)

    assert tried == ["claims", "cuts"]
    assert results.parts["claims"].finding == HELD
    assert verdict(parts, results) == 0


@pytest.mark.parametrize("other", [{"seed": 8}, {"seed": 7, "code": "another"}])
def test_results_of_another_run_are_of_no_use(file: Path, other: dict[str, object]) -> None:
    tried: list[str] = []
    part = _part("claims", HELD, tried=tried)
    run([part], Results.taken_up(file, {"seed": 7}), ATTEMPT, 600)

    run([part], Results.taken_up(file, other), ATTEMPT, 600)

    assert tried == ["claims", "claims"]


def test_a_damaged_results_file_begins_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"run": ')

    assert Results.taken_up(file, {}).parts == {}


def test_a_proof_that_ends_with_an_error_has_not_held_and_the_next_is_tried(file: Path) -> None:
    tried: list[str] = []
    parts = [
        _part("claims", ValueError("no such door"), tried=tried),
        _part("cuts", HELD, tried=tried),
    ]
    results = Results.taken_up(file, {})

    run(parts, results, ATTEMPT, 600)

    assert results.parts["claims"].finding.broken == (
        "the proof itself ended with ValueError: no such door",
    )
    assert tried == ["claims", "cuts"]
    assert verdict(parts, results) == 1


def test_without_time_nothing_is_begun(file: Path) -> None:
    tried: list[str] = []
    part = _part("claims", HELD, tried=tried, least_s=60)
    results = Results.taken_up(file, {})

    run([part], results, ATTEMPT, 59)

    assert (tried, verdict([part], results)) == ([], 2)


def test_time_is_shared_by_weight_and_need() -> None:
    claims = replace(_part("claims", HELD, tried=[]), weight=3)
    idle = replace(_part("idle", HELD, tried=[]), weight=1)
    long = replace(idle, needs=lambda sizes: sizes.idle_s)

    assert share(claims, [claims, idle], 400, Sizes()) == 300
    assert share(idle, [claims, idle], 400, Sizes()) == 100
    assert share(long, [claims, long], 400, Sizes(idle_s=250)) == 250
    assert share(long, [claims, long], 400, Sizes(idle_s=900)) == 390


def test_the_page_tells_what_held_what_broke_and_what_was_not_tried(file: Path) -> None:
    found = {
        "claims": HELD,
        "cuts": Finding(broken=("<b>lost</b>: 7",)),
        "disk": Finding(left_out="no disk here"),
    }
    parts = [_part(name, it, tried=[]) for name, it in found.items()]
    results = Results.taken_up(file, {"seed": 7})
    run(parts, results, ATTEMPT, 600)

    shown = page.keep([*parts, _part("kills", HELD, tried=[])], results).read_text("utf-8")

    for word in (
        "held",
        "broken",
        "left out",
        "no disk here",
        "not tried",
        "The promise of kills.",
    ):
        assert word in shown
    assert "&lt;b&gt;lost&lt;/b&gt;: 7" in shown
