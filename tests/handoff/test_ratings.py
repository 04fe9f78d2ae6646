"""A conversation is rated over HTTP: once, by its customer, and seen by agents."""

import asyncio
from uuid import uuid4

import pytest
from aiohttp import ClientResponse

from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json

RATING = "/v1/conversations/{conversation}/rating"


async def _over(front: Door) -> Customer:
    customer = await front.visitor()
    await customer.say("hello")
    await customer.post("close")
    return customer


async def _rate(customer: Customer, **rating: object) -> ClientResponse:
    return await customer.call("PUT", RATING.format(conversation=customer.conversation), rating)


async def _refused(response: ClientResponse) -> tuple[int, str]:
    body = await response.json()
    assert_answer("PUT", RATING, response.status, body)
    return response.status, body["code"]


async def test_a_rating_is_kept_and_shown_to_agents(front: Door) -> None:
    customer, helper = await _over(front), await front.agent(f"R{uuid4().hex[:8]}")
    before = await helper.case(customer.conversation)

    response = await _rate(customer, csat=4, effort=6, comment="Quick, thank you")

    given = await response.json()
    assert response.status == 200
    assert_answer("PUT", RATING, 200, given)
    assert {**given, "at": None} == {
        "csat": 4,
        "effort": 6,
        "comment": "Quick, thank you",
        "at": None,
    }
    assert before["rating"] is None
    assert (await helper.case(customer.conversation))["rating"] == given
    again = await customer.call("GET", RATING.format(conversation=customer.conversation))
    assert await again.json() == given


async def test_nobody_rates_twice_but_a_repeat_is_no_mistake(front: Door) -> None:
    customer = await _over(front)
    first = await _rate(customer, csat=2)

    same, other = await _rate(customer, csat=2), await _rate(customer, csat=5)

    assert await same.json() == await first.json()
    assert await _refused(other) == (409, "already_rated")


async def test_of_two_at_once_one_holds(front: Door) -> None:
    customer = await _over(front)

    answers = await asyncio.gather(*(_rate(customer, csat=1 + turn % 5) for turn in range(10)))

    kept = await (
        await customer.call("GET", RATING.format(conversation=customer.conversation))
    ).json()
    taken = [(await it.json())["csat"] for it in answers if it.status == 200]
    assert set(taken) == {kept["csat"]}
    assert {it.status for it in answers} == {200, 409}


async def test_what_goes_on_or_never_began_is_not_rated(front: Door) -> None:
    talking, silent = await front.visitor(), await front.visitor()
    await talking.say("hello")
    await silent.post("close")

    for customer in (talking, silent):
        assert await _refused(await _rate(customer, csat=3)) == (409, "not_allowed_now")


@pytest.mark.parametrize(
    ("rating", "field"),
    [
        ({"csat": 0}, "csat"),
        ({"csat": 6}, "csat"),
        ({"csat": "5"}, "csat"),
        ({"csat": 3.5}, "csat"),
        ({}, "csat"),
        ({"csat": 3, "effort": 8}, "effort"),
        ({"csat": 3, "effort": 0}, "effort"),
        ({"csat": 3, "comment": "x" * 1001}, "comment"),
        ({"csat": 3, "comment": "a\0b"}, "comment"),
        ({"csat": 3, "stars": 5}, "stars"),
    ],
)
async def test_what_is_no_rating_is_refused_with_its_field(
    front: Door, rating: Json, field: str
) -> None:
    customer = await _over(front)

    response = await _rate(customer, **rating)

    body = await response.json()
    assert response.status == 422
    assert_answer("PUT", RATING, 422, body)
    assert body["field"] == field


async def test_what_no_comment_needs_is_masked(front: Door) -> None:
    customer = await _over(front)

    response = await _rate(customer, csat=1, comment="my card is 4111 1111 1111 1111")

    assert "4111" not in (await response.json())["comment"]


async def test_what_was_not_rated_is_not_found(front: Door) -> None:
    customer = await _over(front)

    response = await customer.call("GET", RATING.format(conversation=customer.conversation))

    assert response.status == 404
    assert_answer("GET", RATING, 404, await response.json())
