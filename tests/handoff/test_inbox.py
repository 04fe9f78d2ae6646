"""The inbox over HTTP: lists, their numbers, and lists kept under a name."""

from uuid import uuid4

import pytest

from handoff.domain.views import MOST_SAVED
from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json

VIEWS = "/v1/agent/views"


async def _agent(front: Door) -> Helper:
    return await front.agent(f"Amira-{uuid4().hex[:8]}")


async def _queued(front: Door, language: str = "en") -> Customer:
    customer = await front.visitor(language)
    await customer.say("hello")
    await customer.post("person")
    return customer


async def _views(agent: Helper) -> Json:
    response = await agent.call("GET", "/views")
    found: Json = await response.json()
    assert_answer("GET", VIEWS, response.status, found)
    return found


async def test_lists_page_on_by_cursor(front: Door) -> None:
    agent = await _agent(front)
    its = [await _queued(front) for _ in range(3)]

    first = await (await agent.call("GET", "/conversations?view=all&limit=2")).json()
    path = f"/conversations?view=all&limit=2&cursor={first['next']}"
    second = await (await agent.call("GET", path)).json()

    shown = [row["id"] for row in first["rows"] + second["rows"]]
    assert shown[:3] == [it.conversation for it in reversed(its)]
    assert len(set(shown)) == 4 or second["next"] is None


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("view=secret", "view"),
        ("cursor=%00", "cursor"),
        ("cursor=nonsense", "cursor"),
        ("state=asleep", "state.0"),
        ("language=fr", "language"),
        ("since=yesterday", "since"),
        ("since=2026-11-24T10:00:00", "since"),
        ("customer=me", "customer"),
        ("team=%00", "team"),
    ],
)
async def test_a_list_that_cannot_be_is_refused_by_field(
    front: Door, query: str, field: str
) -> None:
    agent = await _agent(front)

    response = await agent.call("GET", f"/conversations?{query}")

    problem = await response.json()
    assert (response.status, problem["code"], problem["field"]) == (422, "invalid", field)


async def test_a_kept_view_lists_and_counts_what_passes_its_filters(door: Door) -> None:
    agent = await _agent(door)
    german, _ = await _queued(door, "de"), await _queued(door, "en")
    wanted = {
        "name": "Deutsch",
        "view": "queue",
        "filters": {"language": "de", "state": ["queued"]},
    }

    response = await agent.call("POST", "/views", wanted)
    saved = await response.json()
    assert_answer("POST", VIEWS, response.status, saved)
    found = await _views(agent)
    listed = await agent.call("GET", "/conversations?view=queue&language=de&state=queued")

    assert found["counts"]["queue"] == 2
    assert found["saved"] == [{**saved, "count": 1}]
    assert [row["id"] for row in (await listed.json())["rows"]] == [german.conversation]
    assert (await _views(await _agent(door)))["saved"] == []


async def test_a_kept_view_is_changed_and_forgotten(front: Door) -> None:
    agent = await _agent(front)
    saved = await (await agent.call("POST", "/views", {"name": "A", "view": "all"})).json()
    path = f"/views/{saved['id']}"

    changed = await agent.call("PUT", path, {"name": "B", "view": "closed"})
    names = [it["name"] for it in (await _views(agent))["saved"]]
    statuses = [(await agent.call("DELETE", path)).status for _ in range(2)]

    assert (changed.status, names, statuses) == (200, ["B"], [204, 404])


async def test_names_of_kept_views_differ_and_there_is_an_end_to_them(front: Door) -> None:
    agent = await _agent(front)
    for n in range(MOST_SAVED):
        assert (await agent.call("POST", "/views", {"name": f"v{n}", "view": "all"})).status == 201

    again = await agent.call("POST", "/views", {"name": "v0", "view": "all"})
    more = await agent.call("POST", "/views", {"name": "one more", "view": "all"})

    for refused in (again, more):
        assert (refused.status, (await refused.json())["field"]) == (422, "name")


async def _found(agent: Helper, query: str) -> Json:
    response = await agent.call("GET", f"/search?{query}")
    found: Json = await response.json()
    assert_answer("GET", "/v1/agent/search", response.status, found)
    return found


async def test_what_was_said_is_found_with_the_conversation_it_is_in(front: Door) -> None:
    agent, customer = await _agent(front), await front.visitor("de")
    said = await customer.say("Meine Zwetschgen sind weg, IBAN DE02 1203 0000 0000 2020 51")

    found = await _found(agent, "q=zwetschge")
    masked = await _found(agent, "q=120300000000202051")

    (hit,) = (it for it in found["hits"] if it["type"] == "customer_said")
    assert (hit["row"]["id"], hit["seq"]) == (customer.conversation, said["seq"])
    assert [it["text"] for it in hit["snippet"] if it["hit"]] == ["Zwetschgen"]
    assert "2020" not in str(hit["snippet"])
    assert masked["hits"] == []
    assert found["next"] is None


async def test_a_case_is_found_by_its_number(front: Door) -> None:
    agent, customer = await _agent(front), await _queued(front)
    number = customer.session["conversation"]["case_number"]

    found = await _found(agent, f"q={number}")

    assert [row["id"] for row in found["named"]] == [customer.conversation]


@pytest.mark.parametrize("query", ["", "q=", "q=%20", "q=%00", f"q={'x' * 201}"])
async def test_a_search_for_nothing_is_refused(front: Door, query: str) -> None:
    agent = await _agent(front)

    response = await agent.call("GET", f"/search?{query}")

    assert (response.status, (await response.json())["field"]) == (422, "q")
