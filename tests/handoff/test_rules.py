"""The packet names the rule that asked for a person; the customer reads the facts first."""

import pytest

from payouts.verdicts import RULES
from tests.handoff.door import Door

PAYOUT = [("rule", rule) for rule in RULES]
OTHERS = [
    ("rule", "anger"),
    ("rule", "account_locked"),
    ("rule", "dispute"),
    ("rule", "urgent_need"),
    ("risk", "security_report"),
    ("bot_failed_twice", None),
    ("customer_asked", None),
]


@pytest.mark.parametrize(("reason", "rule"), [*PAYOUT, *OTHERS])
async def test_the_packet_names_the_rule(door: Door, reason: str, rule: str | None) -> None:
    handoff = {"custom": {"handoff": {"reason": reason, "rule": rule}}}
    door.rasa.script["It hurts"] = [{"text": "This is how it stands."}, handoff]
    customer = await door.customer("lena", name="Lena Brandt")
    agent = await door.agent()
    device = await customer.socket()

    receipt = await customer.say("It hurts")
    answer = await device.event("assistant_said", in_reply_to=receipt["seq"])
    await device.event("human_asked")
    case = await agent.case(customer.conversation)

    assert answer["parts"] == [{"kind": "text", "text": "This is how it stands."}]
    assert (case["packet"]["reason"], case["packet"]["rule"]) == (reason, rule)
