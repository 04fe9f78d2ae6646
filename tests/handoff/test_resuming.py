"""State resumed at any point equals state loaded afresh, whatever is done in whatever order."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import uuid4

from aiohttp import ClientResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.handoff.door import Door
from tests.handoff.ends import PATIENCE_S, Customer, Helper, Json
from tests.handoff.mirror import Mirror, shown_by

Deed = Callable[[Customer, Helper], Awaitable[ClientResponse]]


def _customer(path: str) -> Deed:
    async def done(customer: Customer, _agent: Helper) -> ClientResponse:
        return await customer.call("POST", f"/v1/conversations/{customer.conversation}/{path}", {})

    return done


def _agent(what: str, **body: object) -> Deed:
    async def done(customer: Customer, agent: Helper) -> ClientResponse:
        return await agent.act(customer.conversation, what, **body)

    return done


async def _say(customer: Customer, _agent: Helper) -> ClientResponse:
    body = {"client_message_id": str(uuid4()), "text": "Where is my money?"}
    path = f"/v1/conversations/{customer.conversation}/messages"
    return await customer.call("POST", path, body)


async def _answer(customer: Customer, agent: Helper) -> ClientResponse:
    return await agent.say(customer.conversation, "One moment.")


async def _note(customer: Customer, agent: Helper) -> ClientResponse:
    message = str(uuid4())
    return await agent.act(customer.conversation, "notes", client_message_id=message, text="hm")


DEEDS: dict[str, Deed] = {
    "the customer writes": _say,
    "the customer asks for a person": _customer("person"),
    "the customer goes back to the assistant": _customer("assistant"),
    "the agent accepts": _agent("accept"),
    "the agent writes": _answer,
    "the agent leaves a note": _note,
    "the agent puts it off": _agent("snooze"),
    "the agent passes it on": _agent("transfer", team="Payments"),
    "the agent hands it back": _agent("hand-back"),
    "the agent closes it": _agent("close", reason="resolved"),
}
DEVICES = 2
COMES, GOES = "a device comes", "a device goes"

STEPS = st.lists(
    st.tuples(st.sampled_from([*DEEDS, COMES, GOES, GOES]), st.integers(0, DEVICES - 1)),
    max_size=14,
)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
async def test_resumed_at_any_point_it_is_as_if_loaded_afresh(
    front: Door, steps: list[tuple[str, int]]
) -> None:
    customer, agent = await front.visitor(), await front.agent(capacity=1000)
    devices = [Mirror(customer) for _ in range(DEVICES)]
    for device in devices:
        await device.come()

    for step, number in steps:
        match step:
            case "a device comes":
                await devices[number].come()
            case "a device goes":
                await devices[number].go()
            case deed:
                assert (await DEEDS[deed](customer, agent)).status in {200, 201, 409}

    await _settled(customer)
    afresh = await customer.events()
    shown = shown_by(await _state(customer))
    for device in devices:
        await device.becomes(afresh, shown)
        await device.go()


async def _settled(customer: Customer) -> None:
    """Nothing is left to be answered: with the assistant, every message is."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            events = await customer.events()
            answered = {event.get("in_reply_to") for event in events}
            if (await _state(customer))["state"] != "bot" or _said(events) <= answered:
                return
            await asyncio.sleep(0.02)


def _said(events: list[Json]) -> set[int]:
    """What was said to the assistant: not what a person was to see."""
    with_assistant = True
    said: set[int] = set()
    for event in events:
        if event["type"] == "human_asked":
            with_assistant = False
            said.clear()
        if event["type"] in {"handed_back", "returned_to_assistant"}:
            with_assistant = True
        if event["type"] == "customer_said" and with_assistant:
            said.add(event["seq"])
    return said


async def _state(customer: Customer) -> Json:
    """The conversation, loaded afresh; it may have gone on in another one."""
    listed = await (await customer.call("GET", "/v1/conversations")).json()
    state: Json = next(it for it in listed["conversations"] if it["id"] == customer.conversation)
    return state
