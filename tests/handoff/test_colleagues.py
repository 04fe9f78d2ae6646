"""Who else looks at a conversation, and who writes in it."""

from typing import Any
from uuid import uuid4

from tests.handoff.answers import assert_frame
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json, Socket


async def _agent(front: Door, name: str) -> Helper:
    return await front.agent(f"{name}-{uuid4().hex[:6]}")


async def _watching(agent: Helper, customer: Customer) -> Socket:
    socket = await agent.socket()
    watch = {"type": "watch", "conversation": customer.conversation, "after": 0}
    await socket.ws.send_json(watch)
    await socket.event("started")
    return socket


async def _does(socket: Socket, customer: Customer, doing: str) -> None:
    present = {"type": "present", "conversation": customer.conversation, "doing": doing}
    assert_frame(present, "FromAgent")
    await socket.ws.send_json(present)


async def _heard(socket: Socket, **having: Any) -> Json:
    frame = await socket.until(
        lambda it: it["type"] == "colleague" and having.items() <= it.items()
    )
    assert_frame(frame, "ToAgent")
    return frame


async def test_colleagues_hear_who_looks_who_writes_and_who_has_left(front: Door) -> None:
    customer, amira, bo = await front.visitor(), await _agent(front, "A"), await _agent(front, "B")
    hers, his = await _watching(amira, customer), await _watching(bo, customer)

    await _does(his, customer, "viewing")
    await _does(his, customer, "writing")
    heard = [await _heard(hers, doing=doing) for doing in ("viewing", "writing")]
    await his.ws.close()
    left = await _heard(hers, doing="gone")

    assert {frame["agent"]["name"] for frame in (*heard, left)} == {bo.agent["name"]}
    assert all(frame["conversation"] == customer.conversation for frame in (*heard, left))


async def test_nobody_hears_of_themselves_nor_of_what_they_do_not_watch(front: Door) -> None:
    customer, other = await front.visitor(), await front.visitor()
    amira, bo = await _agent(front, "A"), await _agent(front, "B")
    hers, his = await _watching(amira, customer), await _watching(bo, customer)

    await _does(his, other, "viewing")
    await _does(hers, customer, "viewing")
    await _heard(his, doing="viewing")
    await _does(his, customer, "viewing")
    await _heard(hers, doing="viewing")

    assert [it["conversation"] for it in his.heard if it["type"] == "colleague"] == [
        customer.conversation
    ]
    assert [it["agent"]["name"] for it in hers.heard if it["type"] == "colleague"] == [
        bo.agent["name"]
    ]


async def test_what_is_said_too_often_is_passed_over(front: Door) -> None:
    customer, amira, bo = await front.visitor(), await _agent(front, "A"), await _agent(front, "B")
    hers, his = await _watching(amira, customer), await _watching(bo, customer)

    for _ in range(20):
        await _does(his, customer, "writing")
    await _does(his, customer, "gone")
    await _heard(hers, doing="gone")

    assert len([it for it in hers.heard if it.get("doing") == "writing"]) == 1


async def test_customers_are_told_nothing_of_it(front: Door) -> None:
    customer, bo = await front.visitor(), await _agent(front, "B")
    device, his = await customer.socket(), await _watching(bo, customer)

    await _does(his, customer, "viewing")
    await customer.say("hello")
    await device.event("customer_said")

    assert all(frame["type"] != "colleague" for frame in device.heard)
