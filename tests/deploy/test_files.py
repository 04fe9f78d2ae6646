"""What is deployed is what the processes understand, is watched, and is bounded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from grimp import build_graph
from pydantic_core import PydanticUndefined

from actions.settings import Settings as ActionSettings
from handoff.settings import Settings

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))
MADE = "models/lotse.tar.gz"  # by `make train`
OURS = ("handoff", "actions", "rasa")
OTHERS = {
    "rasa": {
        "RASA_TOKEN",
        "LOTSE_CHANNEL_SECRET",
        "RASA_TRACKER_URL",
        "POSTGRESQL_SCHEMA",
        "ACTIONS_URL",
    },
    "actions": {str(field.validation_alias) for field in ActionSettings.model_fields.values()},
}


def documents(kind: str) -> Iterator[dict[str, Any]]:
    """Every object of a kind."""
    for file in sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml")):
        for document in yaml.safe_load_all(file.read_text("utf-8")):
            if document["kind"] == kind:
                yield document


def understood() -> set[str]:
    """The variables that the front door reads."""
    names = set()
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        choices = getattr(alias, "choices", None) or ([alias] if alias else None)
        names |= set(map(str, choices)) if choices else {f"HANDOFF_{name.upper()}"}
    return names


@pytest.mark.parametrize("name", OURS)
def test_a_service_is_told_only_what_it_reads(name: str) -> None:
    told = set(COMPOSE["services"][name]["environment"])

    assert told <= (understood() if name == "handoff" else OTHERS[name])


def test_the_front_door_is_told_everything_that_has_no_default() -> None:
    needed = {
        f"HANDOFF_{name.upper()}"
        for name, field in Settings.model_fields.items()
        if field.default is PydanticUndefined and field.validation_alias is None
    }

    assert needed <= set(COMPOSE["services"]["handoff"]["environment"])


@pytest.mark.parametrize("name", OURS)
def test_a_service_has_replicas_limits_and_a_check(name: str) -> None:
    service = COMPOSE["services"][name]

    assert service["deploy"]["replicas"] > 1
    assert service["deploy"]["resources"]["limits"]["memory"]
    assert service["healthcheck"]["test"]


def test_only_the_balancer_is_reached_from_outside() -> None:
    assert [name for name, it in COMPOSE["services"].items() if "ports" in it] == ["balancer"]


def test_no_secret_stands_in_a_file() -> None:
    for name in OURS:
        for variable, value in COMPOSE["services"][name]["environment"].items():
            if any(word in variable for word in ("SECRET", "TOKEN")):
                assert value.startswith("${")
                assert value.endswith(":?}")


@pytest.mark.parametrize("name", OURS)
def test_a_deployment_updates_without_a_gap_and_is_probed(name: str) -> None:
    [spec] = [it["spec"] for it in documents("Deployment") if it["metadata"]["name"] == name]
    pod = spec["template"]["spec"]
    [container] = pod["containers"]
    pause = int(container["lifecycle"]["preStop"]["exec"]["command"][1])

    assert spec["replicas"] > 1
    assert spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert {"startupProbe", "readinessProbe", "livenessProbe"} <= set(container)
    assert container["resources"]["limits"]["memory"]
    # The slowest answer takes 8 seconds.
    assert pod["terminationGracePeriodSeconds"] > pause + 8
    assert pod["securityContext"]["runAsNonRoot"]


def test_the_front_door_lives_on_without_its_database() -> None:
    [handoff] = [it for it in documents("Deployment") if it["metadata"]["name"] == "handoff"]
    [container] = handoff["spec"]["template"]["spec"]["containers"]

    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"


def test_a_rasa_without_a_model_is_told_from_one_that_answers() -> None:
    [rasa] = [it for it in documents("Deployment") if it["metadata"]["name"] == "rasa"]
    [container] = rasa["spec"]["template"]["spec"]["containers"]
    probe = container["readinessProbe"]["exec"]["command"][-1]

    for check in (probe, COMPOSE["services"]["rasa"]["healthcheck"]["test"][-1]):
        assert "/status?token=" in check
    assert container["livenessProbe"]["httpGet"]["path"] == "/", "a new start brings no model"


def test_rasa_and_the_action_server_are_reached_only_from_inside() -> None:
    closed = {it["metadata"]["name"]: it["spec"]["ingress"] for it in documents("NetworkPolicy")}
    [ingress] = documents("Ingress")
    [rule] = ingress["spec"]["rules"]
    services = [path["backend"]["service"]["name"] for path in rule["http"]["paths"]]

    assert closed["rasa"][0]["from"][0]["podSelector"]["matchLabels"] == {"app": "handoff"}
    assert closed["actions"][0]["from"][0]["podSelector"]["matchLabels"] == {"app": "rasa"}
    assert services == ["handoff"]


@pytest.mark.parametrize("file", sorted((ROOT / "deploy").glob("*.Dockerfile")), ids=str)
def test_everything_that_is_copied_into_an_image_exists(file: Path) -> None:
    lines = [line.split() for line in file.read_text("utf-8").splitlines()]
    copied = [it for line in lines if line[:1] == ["COPY"] for it in line[1:-1]]
    ours = [it for it in copied if not it.startswith(("--from", "/"))]

    assert ours
    assert [it for it in ours if it != MADE and not (ROOT / it).exists()] == []


def test_all_that_the_front_door_and_the_actions_import_is_in_their_image() -> None:
    ours = {it.parent.name for it in ROOT.glob("*/__init__.py")} - {"tests"}
    graph = build_graph(*sorted(ours), include_external_packages=False)
    begun = ("handoff.__main__", "actions.__main__")
    needed = {it.partition(".")[0] for name in begun for it in graph.find_upstream_modules(name)}
    image = (ROOT / "deploy" / "handoff.Dockerfile").read_text("utf-8").splitlines()

    assert {"connectors", "knowledge", "payouts"} <= needed
    assert sorted(it for it in needed if f"COPY {it}/ {it}/" not in image) == []
