"""What the processes are told."""

from dataclasses import replace

from local import programs
from local.ports import Listening, Ports
from local.programs import Plan

SECRETS = {
    "rasa": "-begins-with-a-hyphen",
    "channel": "c",
    "identity": "i",
    "webhook": "w",
    "vault": "v",
}


def plan(*, demo: bool, doors: tuple[int, ...] = (1,)) -> Plan:
    """A plan with an awkward token."""
    return Plan(
        ports=Ports(handoff=1, rasa=2, actions=3),
        secrets=SECRETS,
        database_url="postgresql://d",
        redis_url="redis://r",
        embedded_database=False,
        embedded_redis=False,
        demo=demo,
        shared={"LOTSE_CLOCK_OFFSET_S": "60"},
        listening=Listening(handoff=doors, rasa=(2,), actions=(3,)),
    )


def test_a_token_that_begins_with_a_hyphen_is_no_option_to_rasa() -> None:
    rasa = programs.applications(plan(demo=True))[1]

    assert "--auth-token=-begins-with-a-hyphen" in rasa.argv
    assert "-begins-with-a-hyphen" not in rasa.argv


def test_the_demo_takes_the_place_of_the_bare_front_door() -> None:
    with_demo, bare = (programs.applications(plan(demo=it))[2] for it in (True, False))

    assert with_demo.argv[1:] == ("-m", "demo")
    assert bare.argv[1:] == ("-m", "handoff")


def test_each_further_front_door_has_its_name_and_port() -> None:
    doors = programs.applications(plan(demo=True, doors=(1, 8, 9)))[2:]

    assert {it.name: it.environment["HANDOFF_PORT"] for it in doors} == {
        "handoff": "1",
        "handoff-2": "8",
        "handoff-3": "9",
    }


def test_the_pages_of_the_demo_are_the_platforms_unless_another_is_named() -> None:
    own = programs.applications(plan(demo=True))
    bare = programs.applications(plan(demo=False))
    named = replace(plan(demo=True), shared={"LOTSE_PLATFORM_URL": "https://platform.example"})

    for place in (0, 2):
        assert own[place].environment["LOTSE_PLATFORM_URL"] == "http://127.0.0.1:1/demo/app"
        assert "LOTSE_PLATFORM_URL" not in bare[place].environment
        told = programs.applications(named)[place].environment
        assert told["LOTSE_PLATFORM_URL"] == "https://platform.example"


def test_the_clock_is_moved_where_time_matters() -> None:
    actions, _, handoff = programs.applications(plan(demo=True))

    assert actions.environment["LOTSE_CLOCK_OFFSET_S"] == "60"
    assert handoff.environment["LOTSE_CLOCK_OFFSET_S"] == "60"
