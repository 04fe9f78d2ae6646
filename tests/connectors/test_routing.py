"""The rules of routing from a file: what is read, what is refused and where, what is taken up."""

import json
from pathlib import Path

import pytest

from connectors.routing import RoutingError, Watched, read
from connectors.routing.__main__ import main
from handoff.domain.packet import Priority, Target
from handoff.domain.routing import Band, Filter, Team
from handoff.storage.codec import packet_to_json
from tests.handoff.domain.examples import packet
from tests.handoff.policy import FILE

GOOD = """
offer_s: 30
ageing_s: 900
classes:
  security: {first_response_s: 60, next_response_s: 60, resolution_s: 3600}
  stuck: {first_response_s: 60, next_response_s: 60, resolution_s: 3600}
  rest: {first_response_s: 60, next_response_s: 60, resolution_s: 3600}
teams:
  Payments: {}
  Reserve: {stand_by: true}
rules:
  - name: money
    when: {case_type: ask_fees, verified: true}
    targets:
      - {team: Payments, timeout_s: 60}
      - {}
  - name: rest
    targets:
      - {}
surge:
  - expected_wait_s: {above: 300, below: 100}
    raise_after_s: 60
    undo_after_s: 60
    stand_by: [Reserve]
"""


def _file(folder: Path, text: str) -> Path:
    file = folder / "routing.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_becomes_the_rules_it_says(tmp_path: Path) -> None:
    made = read(_file(tmp_path, GOOD))

    assert [rule.name for rule in made.rules] == ["money", "rest"]
    assert made.rules[0].when == (
        Filter(case_type=frozenset({"ask_fees"}), verified=frozenset({True})),
    )
    assert made.rules[0].targets == (Target(team="Payments", timeout_s=60.0), Target())
    assert made.teams == (Team(name="Payments"), Team(name="Reserve", stand_by=True))
    assert [it.priority for it in made.classes] == list(Priority)
    assert made.surge[0].expected_wait_s == Band(above=300.0, below=100.0)
    assert made.standing_by == {"Reserve"}


def test_several_filters_mean_any_of_them(tmp_path: Path) -> None:
    text = GOOD.replace(
        "when: {case_type: ask_fees, verified: true}", "when: [{tax: ok}, {rule: anger}]"
    )

    assert len(read(_file(tmp_path, text)).rules[0].when) == 2


BAD_FILES = {
    "a key nobody knows": ("ageing_s: 900", "ageing_s: 900\nextra: 1", 4, "extra"),
    "a number that is none": ("offer_s: 30", "offer_s: soon", 2, "offer_s"),
    "an offer too short": ("offer_s: 30", "offer_s: 1", 2, "offer_s"),
    "a class that is missing": (
        "  rest: {first_response_s: 60, next_response_s: 60, resolution_s: 3600}\n",
        "",
        4,
        "rest is missing",
    ),
    "a class nobody knows": ("  rest: {first", "  later: {first", 7, "classes.later"),
    "a promise that is missing": (
        "  rest: {first_response_s: 60, ",
        "  rest: {",
        7,
        "classes.rest.first_response_s",
    ),
    "a case nobody knows": ("ask_fees", "ask_feez", 13, "rules.0.when.0.case_type"),
    "a field of no packet": ("verified: true", "colour: red", 13, "rules.0.when.0.colour"),
    "a skill nobody knows": ("team: Payments, timeout", "skills: [magic], timeout", 15, "magic"),
    "a team nobody knows": (
        "team: Payments,",
        "team: Nobody,",
        15,
        "rules.0.targets.0.team: 'Nobody'",
    ),
    "a level too high": ("timeout_s: 60}", "timeout_s: 60, min_level: 6}", 15, "min_level"),
    "a target without an end": (
        "{team: Payments, timeout_s: 60}",
        "{team: Payments}",
        15,
        "timeout_s: is missing",
    ),
    "a last target with an end": (
        "  - name: rest\n    targets:\n      - {}",
        "  - name: rest\n    targets:\n      - {timeout_s: 5}",
        19,
        "rules.1.targets.0.timeout_s",
    ),
    "a last target to skip": (
        "  - name: rest\n    targets:\n      - {}",
        "  - name: rest\n    targets:\n      - {skip_if_none: true}",
        19,
        "skip_if_none",
    ),
    "a rule without targets": (
        "    targets:\n      - {}\n",
        "    targets: []\n",
        18,
        "rules.1.targets",
    ),
    "a rule named twice": ("name: rest", "name: money", 17, "rules.1.name: 'money'"),
    "a rule that hides the rest": (
        "when: {case_type: ask_fees, verified: true}",
        "when: {}",
        13,
        "fits every case",
    ),
    "a last rule with a filter": (
        "  - name: rest",
        "  - name: rest\n    when: {tax: ok}",
        18,
        "must be absent",
    ),
    "a rush that flutters": ("below: 100", "below: 300", 21, "must be less"),
    "a rush without a figure": (
        "expected_wait_s: {above: 300, below: 100}",
        "widen: true",
        21,
        "surge.0: needs",
    ),
    "a reserve nobody knows": ("[Reserve]", "[Nobody]", 24, "stand_by: 'Nobody'"),
    "a reserve that works anyway": ("[Reserve]", "[Payments]", 24, "does not stand by"),
    "the same key twice": (
        "ageing_s: 900",
        "ageing_s: 900\nageing_s: 600",
        4,
        "ageing_s: stands here twice",
    ),
    "broken YAML": ("teams:", "teams: [", 10, "is not YAML"),
}

LATE = frozenset({"a rule without targets"})
"""Where the last such line is changed."""


@pytest.mark.parametrize("which", list(BAD_FILES))
def test_a_file_that_breaks_a_rule_is_refused_with_line_field_and_rule(
    tmp_path: Path, which: str
) -> None:
    before, after, line, said = BAD_FILES[which]
    assert before in GOOD
    head, tail = GOOD.rsplit(before, 1) if which in LATE else GOOD.split(before, 1)
    file = _file(tmp_path, f"{head}{after}{tail}")

    with pytest.raises(RoutingError) as refused:
        read(file)

    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("text", ["", "- 1", "just words", "\x00"])
def test_what_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RoutingError, match=r"routing\.yml:1: file: "):
        read(_file(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RoutingError, match="cannot be read"):
        read(tmp_path / "routing.yml")


async def test_a_change_is_taken_up_while_running(tmp_path: Path) -> None:
    file = _file(tmp_path, GOOD)
    watched = Watched(file)
    file.write_text(GOOD.replace("offer_s: 30", "offer_s: 20"), encoding="utf-8")

    await watched.look()

    assert watched().offer_s == 20


@pytest.mark.parametrize("wrong", ["offer_s: soon\n", "", None])
async def test_a_wrong_change_is_refused_and_the_old_file_kept(
    tmp_path: Path, wrong: str | None
) -> None:
    file = _file(tmp_path, GOOD)
    watched = Watched(file)
    if wrong is None:
        file.unlink()
    else:
        file.write_text(wrong, encoding="utf-8")

    await watched.look()
    kept = watched().offer_s
    file.write_text(GOOD.replace("offer_s: 30", "offer_s: 40"), encoding="utf-8")
    await watched.look()

    assert (kept, watched().offer_s) == (30, 40)


def test_a_file_wrong_from_the_beginning_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(RoutingError):
        Watched(_file(tmp_path, "offer_s: soon\n"))


def test_the_check_passes_what_we_ship(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--file", str(FILE)]) == 0
    assert "rules" in capsys.readouterr().out


def test_the_check_names_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(tmp_path, GOOD.replace("ask_fees", "ask_feez"))

    assert main(["--file", str(file)]) == 1
    assert f"{file}:13: rules.0.when.0.case_type.0: " in capsys.readouterr().err


def _packet(folder: Path, **changes: object) -> str:
    file = folder / "packet.json"
    file.write_text(json.dumps(packet_to_json(packet(**changes))), encoding="utf-8")
    return str(file)


def test_a_dry_run_says_rule_targets_and_who_would_be_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agents = tmp_path / "agents.yml"
    agents.write_text(
        "agents: [{name: Amira, languages: [de], skills: [payouts], levels: {payouts: 2}, "
        "teams: [Payments]}, {name: Bo, languages: [de], skills: [general]}]",
        encoding="utf-8",
    )
    asked = ["--packet", _packet(tmp_path, case_type="report_payout_problem")]

    assert main(["--file", str(FILE), *asked, "--agents", str(agents)]) == 0
    said = capsys.readouterr().out
    assert "rule      stuck money" in said
    assert "Payments; skills payouts" in said
    assert "after 420 s; means Amira, Bo" in said
    assert "offered   Amira is the least busy (Payments, level 2)" in said


def test_a_dry_run_without_agents_says_how_to_name_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--file", str(FILE), "--packet", _packet(tmp_path)]) == 0
    assert "--agents" in capsys.readouterr().out


def test_a_packet_that_is_none_is_refused_with_its_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "packet.json"
    file.write_text('{"reason": "whim"}', encoding="utf-8")

    assert main(["--file", str(FILE), "--packet", str(file)]) == 1
    assert "reason" in capsys.readouterr().err
