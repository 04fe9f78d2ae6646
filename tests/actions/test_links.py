"""Where an answer names something to do, a button opens the platform's page for it."""

from pathlib import Path

import pytest
import yaml

from payouts.acts import Act
from payouts.pages import PlatformPages
from payouts.states import Reason
from tests.actions.calls import VISITOR, Result, World, user
from tests.actions.fakes import FakeBook, FakeShelves, article, milestone, payout

ROOT = Path(__file__).parents[2]
BASE = "https://platform.example"
PAGES = PlatformPages.load(ROOT / "data" / "platform_pages.yml", BASE)
SHELVES = FakeShelves(
    [
        article(slug)
        for slug in (
            "change-bank-account",
            "dispute-process",
            "identity-check-steps",
            "invoices-statements",
            "login-password-2fa",
            "milestone-approval",
            "payout-on-hold",
            "tax-data",
        )
    ]
)


def offered(result: Result) -> list[tuple[str, str]]:
    """The buttons to pages: which words, and where to."""
    links = [it for it in result.responses if str(it["response"]).startswith("utter_link_")]
    return [(it["response"], it["url"]) for it in links]


def failed(reason: Reason) -> FakeBook:
    return FakeBook({"lena": [payout("PO-1", "failed", reason=reason, public_reason=reason)]})


async def test_the_step_that_frees_a_payout_and_asking_again_are_buttons() -> None:
    world = World(failed(Reason.ACCOUNT_CLOSED), SHELVES, PAGES)

    result = await world.run("action_payout_status", user("Wo ist es?", "ask_payout_status"))

    assert offered(result) == [
        ("utter_link_add_account", f"{BASE}/settings/payouts"),
        ("utter_link_request_payout", f"{BASE}/payouts"),
    ]


async def test_a_review_offers_no_page() -> None:
    world = World(failed(Reason.REVIEW), SHELVES, PAGES)

    result = await world.run("action_payout_status", user("Wo ist es?", "ask_payout_status"))

    assert result.said[0] == "utter_payout_failed_review"
    assert offered(result) == []


async def test_without_a_base_the_answer_is_words_alone() -> None:
    world = World(failed(Reason.ACCOUNT_CLOSED), SHELVES)

    result = await world.run("action_payout_status", user("Wo ist es?", "ask_payout_status"))

    assert result.said == ["utter_payout_failed_account_closed"]


@pytest.mark.parametrize(
    ("action", "intent", "link"),
    [
        ("action_identity", "ask_identity_check", ("finish_identity_check", "settings/identity")),
        ("action_tax", "ask_tax_info", ("enter_tax_data", "settings/tax")),
        ("action_method", "change_payout_method", ("add_account", "settings/payouts")),
        ("action_article", "ask_invoice", ("see_invoices", "invoices")),
        ("action_article", "reset_login", ("security_settings", "settings/security")),
    ],
)
async def test_gates_and_settings_have_their_page(
    action: str, intent: str, link: tuple[str, str]
) -> None:
    world = World(FakeBook({"lena": []}), SHELVES, PAGES)

    known = await world.run(action, user("Wie geht das?", intent))
    visitor = await world.run(action, user("Wie geht das?", intent, who=VISITOR))

    assert offered(known) == [(f"utter_link_{link[0]}", f"{BASE}/{link[1]}")]
    assert offered(visitor) == []


async def test_a_milestone_leads_to_its_project() -> None:
    submitted = milestone("PR-2204", "Logo", "submitted", "lena")
    world = World(FakeBook(milestones={"lena": [submitted]}), SHELVES, PAGES)

    result = await world.run("action_milestone", user("Und?", "ask_milestone"))

    assert offered(result) == [
        ("utter_link_approve_milestone", f"{BASE}/projects/PR-2204"),
        ("utter_link_request_changes", f"{BASE}/projects/PR-2204"),
    ]


async def test_a_dispute_leads_to_its_case_and_to_a_person() -> None:
    disputed = milestone("PR-1", "Eins", "disputed", "a")
    world = World(FakeBook(milestones={"lena": [disputed]}), SHELVES, PAGES)

    result = await world.run("action_dispute", user("Streit", "open_dispute"))

    assert offered(result) == [("utter_link_open_dispute_case", f"{BASE}/cases")]
    assert result.shown["handoff"]["rule"] == "dispute"


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_title_in_both_languages(act: Act) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    english, german = domain["responses"][f"utter_link_{act}"]
    titles = [variant["custom"]["links"][0]["title"] for variant in (english, german)]

    assert all(0 < len(title) <= 40 for title in titles)
    assert titles[0] != titles[1]
    assert german["condition"] == [{"type": "slot", "name": "language", "value": "de"}]
    assert [v["custom"]["links"][0]["url"] for v in (english, german)] == ["{url}", "{url}"]
