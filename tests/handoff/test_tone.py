"""The second look over HTTP."""

import asyncio

import pytest

from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Helper, Json


async def _found(agent: Helper, text: str, **body: object) -> list[Json]:
    request = {"text": text, "language": "en", **body}
    response = await agent.call("POST", "/tone-check", request)
    answer = await response.json()
    assert_answer("POST", "/v1/agent/tone-check", response.status, answer)
    findings: list[Json] = answer["findings"]
    return findings


async def test_each_finding_has_a_place_an_explanation_and_a_hint(front: Door) -> None:
    [found] = await _found(await front.agent("Amira"), "Hi Ana, your KYC is still open.")

    assert (found["kind"], found["quote"]) == ("jargon", "KYC")
    assert (found["start"], found["end"]) == (13, 16)
    assert found["hint"] == "identity check"
    assert found["explanation"]["de"]
    assert found["explanation"]["en"]


async def test_places_are_counted_as_browsers_count(front: Door) -> None:
    [found] = await _found(await front.agent("Amira"), "Hi 🙂🙂 Ana, your KYC is open.")

    assert (
        "Hi 🙂🙂 Ana, your KYC is open.".encode("utf-16-le")[
            2 * found["start"] : 2 * found["end"]
        ].decode("utf-16-le")
        == "KYC"
    )


@pytest.mark.parametrize(("first", "kinds"), [(True, ["greeting"]), (False, [])])
async def test_only_the_first_message_must_greet(
    front: Door, *, first: bool, kinds: list[str]
) -> None:
    found = await _found(
        await front.agent("Amira"), "Your payout is on its way to you.", first=first
    )

    assert [finding["kind"] for finding in found] == kinds


async def test_many_looks_at_once_all_come_back(front: Door) -> None:
    amira = await front.agent("Amira")

    every = await asyncio.gather(*(_found(amira, f"This is your fault {n}.") for n in range(20)))

    assert all([it["kind"] for it in found] == ["accusing"] for found in every)
