"""Whatever goes wrong behind an action, the customer is told in our words."""

import pytest

from actions.app import Sources, actions_of
from actions.settings import Settings
from tests.actions.calls import World, guides, user
from tests.actions.fakes import FakeBook, FakeShelves, clock

BOOKED = {
    "action_dispute": "open_dispute",
    "action_identity": "ask_identity_check",
    "action_method": "change_payout_method",
    "action_milestone": "ask_milestone",
    "action_payout_problem": "report_payout_problem",
    "action_payout_status": "ask_payout_status",
    "action_tax": "ask_tax_info",
}


@pytest.mark.parametrize(("action", "intent"), sorted(BOOKED.items()))
async def test_a_lost_database_is_told_without_its_words(action: str, intent: str) -> None:
    result = await World(FakeBook(fails=True)).run(action, user("Wo ist mein Geld?", intent))

    assert result.said == ["utter_backend_down"]
    assert "refused" not in str(result.responses)
    assert result.slots == {}


async def test_a_hanging_database_is_given_up_in_time() -> None:
    world = World(FakeBook(hangs=True), limit_s=0.05)

    result = await world.run("action_payout_status", user("Wo?", "ask_payout_status"))

    assert result.said == ["utter_backend_down"]


async def test_a_broken_message_is_no_crash() -> None:
    odd = user("x", "ask_payout_status")
    odd["metadata"] = None

    result = await World().run("action_payout_status", odd)

    assert result.said == ["utter_sign_in"]


def test_the_limit_leaves_the_front_door_time() -> None:
    assert Settings.model_validate({"DATABASE_URL": "postgresql://x/y"}).action_timeout_s <= 5


def test_every_action_of_the_domain_is_served() -> None:
    import yaml

    from actions.settings import ROOT

    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))

    served = actions_of(Sources(book=FakeBook(), shelves=FakeShelves(), guides=guides()), clock())
    assert sorted(served) == sorted(domain["actions"])
