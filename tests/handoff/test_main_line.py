"""The main line over HTTP and sockets: customer → assistant → queue → agent → customer."""

from uuid import uuid4

from tests.handoff.door import Door


async def test_the_assistant_answers_what_a_customer_says(door: Door) -> None:
    customer = await door.customer("lena", name="Lena Brandt")
    device = await customer.socket()

    receipt = await customer.say("Where is my money?")

    answer = await device.event("assistant_said", in_reply_to=receipt["seq"])
    assert answer["parts"] == [{"kind": "text", "text": "You said: Where is my money?"}]
    turn = door.rasa.turns[0]
    assert turn["metadata"]["customer"] == {
        "sub": "lena",
        "kind": "freelancer",
        "verified": True,
        "name": "Lena Brandt",
    }


async def test_a_conversation_goes_to_a_person_and_back(door: Door) -> None:
    customer = await door.customer("lena", name="Lena Brandt")
    agent = await door.agent()
    console, device = await agent.socket(), await customer.socket()

    await customer.say("Mensch bitte")
    it = customer.conversation
    rows = await console.until(
        lambda frame: frame["type"] == "rows" and frame["rows"][0]["state"] == "queued"
    )
    place = await device.until(lambda frame: frame["type"] == "queue")
    case = await agent.case(it)
    accepted = await agent.act(it, "accept")
    said = await agent.say(it, "Hello Lena, I am looking into it.")
    await customer.say("Thank you!")
    noted = await agent.act(it, "notes", client_message_id=str(uuid4()), text="nice customer")
    handed = await agent.act(it, "hand-back")
    receipt = await customer.say("Where is it now?")
    await device.event("assistant_said", in_reply_to=receipt["seq"])

    assert rows["rows"][0]["id"] == it
    assert place["queue"]["place"] == 1
    assert case["packet"]["reason"] == "customer_asked"
    assert case["packet"]["tried"][0]["question"] == "Mensch bitte"
    assert (accepted.status, said.status, noted.status, handed.status) == (200, 201, 201, 200)
    assert [event["type"] for event in device.events] == [
        "started",
        "customer_said",
        "assistant_said",
        "human_asked",
        "agent_accepted",
        "agent_said",
        "customer_said",
        "internal",
        "handed_back",
        "customer_said",
        "assistant_said",
    ]
    assert [event["seq"] for event in device.events] == list(range(1, 12))
    assert [turn["text"] for turn in door.rasa.turns] == ["Mensch bitte", "Where is it now?"]


async def test_a_closed_conversation_goes_on_as_a_new_one_with_the_old_in_view(door: Door) -> None:
    customer = await door.customer("lena")
    first = customer.conversation
    await customer.say("One thing")
    await customer.post("close")

    receipt = await customer.say("Another thing")

    listed = (await (await customer.call("GET", "/v1/conversations")).json())["conversations"]
    assert receipt["conversation"] != first
    assert [it["id"] for it in listed] == [receipt["conversation"], first]
    assert listed[1]["next"] == receipt["conversation"]
    assert listed[0]["previous"] == first
