"""The customer's own case before the article about it."""

import pytest

from tests.actions.calls import VISITOR, World, user
from tests.actions.fakes import FakeBook, FakeShelves, article, milestone

SHELVES = FakeShelves(
    [
        article(slug)
        for slug in (
            "identity-check-steps",
            "tax-data",
            "change-bank-account",
            "milestones-basics",
            "milestone-approval",
            "dispute-open",
            "dispute-process",
        )
    ]
)
GATES = [
    ("action_identity", "ask_identity_check", "utter_identity_unknown", "identity-check-steps"),
    ("action_tax", "ask_tax_info", "utter_tax_unknown", "tax-data"),
    ("action_method", "change_payout_method", "utter_method_unknown", "change-bank-account"),
]


@pytest.mark.parametrize(("action", "intent", "response", "slug"), GATES)
async def test_gates_are_told_with_their_article(
    action: str, intent: str, response: str, slug: str
) -> None:
    world = World(FakeBook({"lena": []}), SHELVES)

    result = await world.run(action, user("Wie steht es?", intent))

    assert result.said[:1] == [response]
    assert result.shown["article"]["slug"] == slug


@pytest.mark.parametrize(("action", "intent", "_response", "slug"), GATES)
async def test_visitors_get_the_article_alone(
    action: str, intent: str, _response: str, slug: str
) -> None:
    world = World(FakeBook({"lena": []}), SHELVES)

    result = await world.run(action, user("Wie geht das?", intent, who=VISITOR))

    assert result.said[:1] == ["utter_article"]
    assert result.shown["article"]["slug"] == slug


async def test_the_running_milestone_is_told() -> None:
    book = FakeBook(milestones={"lena": [milestone("PR-2204", "Logo", "submitted", "helen")]})

    result = await World(book, SHELVES).run("action_milestone", user("Und?", "ask_milestone"))

    assert result.said == ["utter_milestone_submitted_freelancer"]
    assert result.slots["project"] == "PR-2204"


async def test_of_several_projects_the_customer_chooses() -> None:
    own = [milestone("PR-1", "Eins", "funded", "a"), milestone("PR-2", "Zwei", "submitted", "b")]
    book = FakeBook(milestones={"lena": own})

    asked = await World(book, SHELVES).run("action_milestone", user("Und?", "ask_milestone"))
    named = user("Projekt 2", "ask_milestone", {"project": "PR-2"})
    chosen = await World(book, SHELVES).run("action_milestone", named)

    assert [button["title"] for button in asked.buttons] == ["PR-1 · Eins", "PR-2 · Zwei"]
    assert chosen.said == ["utter_milestone_submitted_freelancer"]


async def test_somebody_elses_project_tells_nothing() -> None:
    book = FakeBook(milestones={"lena": [milestone("PR-1", "Eins", "funded", "a")]})
    named = user("Projekt 2", "ask_milestone", {"project": "PR-2"})

    result = await World(book, SHELVES).run("action_milestone", named)

    assert result.said == ["utter_article", "utter_guide_offer_milestone_request"]


async def test_a_running_dispute_reaches_a_person() -> None:
    book = FakeBook(milestones={"lena": [milestone("PR-1", "Eins", "disputed", "a")]})

    result = await World(book, SHELVES).run("action_dispute", user("Streit", "open_dispute"))

    assert result.said == ["utter_milestone_disputed_freelancer", "utter_handing_over_rule"]
    assert result.shown["handoff"] == {"reason": "rule", "rule": "dispute"}


async def test_without_one_the_article_explains_how_to_open_it() -> None:
    result = await World(FakeBook(), SHELVES).run("action_dispute", user("Streit", "open_dispute"))

    assert result.said == ["utter_article"]
    assert result.shown["article"]["slug"] == "dispute-open"
