"""Guides in the chat: begun, resumed, ticked a step at a time, left, and offered with answers."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from actions.articles import TOPICS
from payouts.states import IdentityState
from payouts.values import Profile
from tests.actions.calls import LENA, VISITOR, Json, World, guides, user
from tests.actions.fakes import FakeBook, FakeShelves, article, profile

CLIENT = {"sub": "helen", "kind": "client", "verified": True, "name": "Helen Ward"}
SHELVES = FakeShelves([article(slug) for topic in TOPICS.values() for slug in topic])
STEPS = ("headline", "text", "skills", "sample", "identity", "tax", "method", "visibility")


@dataclass
class Verified(FakeBook):
    """Everybody's identity stands like this."""

    identity: IdentityState = field(default=IdentityState.VERIFIED)

    async def profile(self, sub: str) -> Profile | None:
        since = profile(sub).since
        assert since
        return replace(profile(sub), identity=self.identity)


def begin(slug: str, **more: Any) -> Json:
    return user(f'/start_guide{{"guide": "{slug}"}}', "start_guide", {"guide": slug}, **more)


async def test_a_guide_begins_at_its_first_step_with_its_card() -> None:
    result = await World().run("action_guide", begin("profile", who=VISITOR))

    assert result.said == ["utter_guide_begun"]
    assert result.responses[0]["step"] == "Foto und Überschrift"
    card = result.shown["guide"]
    assert (card["slug"], card["language"], card["title"]) == ("profile", "de", "Profil einrichten")
    assert [step["id"] for step in card["steps"]] == list(STEPS)
    assert not any(step["done"] for step in card["steps"])
    assert result.slots == {"guide": "profile", "guide_step": "headline"}


async def test_a_guide_with_progress_resumes_behind_it() -> None:
    ticks = {"profile": ["headline", "skills"]}

    result = await World().run("action_guide", begin("profile", ticks=ticks))

    assert result.said == ["utter_guide_resumed"]
    said = result.responses[0]
    assert (said["done"], said["total"], said["step"]) == ("2", "8", "Drei kurze Absätze")
    assert result.slots["guide_step"] == "text"


async def test_what_the_platform_knows_is_never_asked_for() -> None:
    result = await World(book=Verified()).run("action_guide", begin("identity-check"))

    assert result.said == ["utter_guide_all_done"]
    assert all(step["done"] for step in result.shown["guide"]["steps"])


async def test_nothing_is_known_of_a_visitor() -> None:
    guide = begin("identity-check", who=VISITOR)

    result = await World(book=Verified()).run("action_guide", guide)

    assert result.said == ["utter_guide_begun"]


async def test_done_ticks_the_step_spoken_of_and_goes_on() -> None:
    slots = {"guide": "profile", "guide_step": "text"}

    result = await World().run("action_guide", user("erledigt", "guide_done"), slots=slots)

    assert result.shown["guide_step"] == {"guide": "profile", "step": "text", "done": True}
    assert result.said == ["utter_guide_ticked"]
    assert result.responses[-1]["done"] == "1"
    assert result.slots["guide_step"] == "skills"


async def test_done_after_a_tick_by_hand_ticks_the_next_open_step() -> None:
    slots = {"guide": "profile", "guide_step": "headline"}
    said = user("done", "guide_done", ticks={"profile": ["headline"]})

    result = await World().run("action_guide", said, slots=slots)

    assert result.shown["guide_step"]["step"] == "text"


async def test_the_last_step_done_ends_the_guide() -> None:
    slots = {"guide": "profile", "guide_step": "visibility"}
    said = user("fertig", "guide_done", ticks={"profile": list(STEPS[:-1])})

    result = await World().run("action_guide", said, slots=slots)

    assert result.said == ["utter_guide_all_done"]
    assert result.responses[-1]["done"] == result.responses[-1]["total"] == "8"


async def test_done_with_nothing_left_ticks_nothing() -> None:
    said = user("fertig", "guide_done", ticks={"profile": list(STEPS)})

    result = await World().run("action_guide", said, slots={"guide": "profile"})

    assert (result.said, result.shown) == (["utter_guide_all_done"], {})


async def test_next_passes_a_step_over_and_comes_back_to_it_in_the_end() -> None:
    slots = {"guide": "profile", "guide_step": "method"}
    ticks = {"profile": list(STEPS[1:-1])}

    said = user("weiter", "guide_next", ticks=ticks)
    first = await World().run("action_guide", said, slots=slots)
    again = await World().run("action_guide", said, slots=slots | first.slots)

    assert first.said == ["utter_guide_step"]
    assert first.slots["guide_step"] == "visibility"
    assert again.slots["guide_step"] == "headline"
    assert "guide_step" not in first.shown


async def test_stop_leaves_the_guide_and_forgets_it() -> None:
    result = await World().run(
        "action_guide", user("stopp", "guide_stop"), slots={"guide": "profile"}
    )

    assert (result.said, result.slots) == (["utter_guide_stopped"], {"guide": None})


@pytest.mark.parametrize("event", [begin("how-to-fly"), user("done", "guide_done")])
async def test_a_guide_that_is_not_there_is_said_so(event: Json) -> None:
    result = await World().run("action_guide", event)

    assert (result.said, result.shown) == (["utter_guide_none"], {})


@pytest.mark.parametrize(
    ("action", "intent", "who", "offer"),
    [
        ("action_article", "ask_proposal", LENA, "first_proposal"),
        ("action_article", "ask_onboarding", LENA, "profile"),
        ("action_article", "ask_onboarding", CLIENT, "first_hire"),
        ("action_article", "ask_hiring", CLIENT, "first_hire"),
        ("action_article", "update_profile", VISITOR, "profile"),
        ("action_milestone", "ask_milestone", VISITOR, "milestone_request"),
        ("action_identity", "ask_identity_check", VISITOR, "identity_check"),
        ("action_identity", "ask_identity_check", LENA, "identity_check"),
    ],
)
async def test_the_guide_that_goes_with_a_question_is_offered(
    action: str, intent: str, who: Json, offer: str
) -> None:
    result = await World(shelves=SHELVES).run(action, user("…", intent, who=who))

    assert result.said[-1] == f"utter_guide_offer_{offer}"


@pytest.mark.parametrize(
    ("action", "intent", "who"),
    [
        ("action_article", "ask_proposal", CLIENT),
        ("action_article", "ask_fees", LENA),
        ("action_tax", "ask_tax_info", LENA),
    ],
)
async def test_no_guide_is_offered_where_none_fits(action: str, intent: str, who: Json) -> None:
    result = await World().run(action, user("…", intent, who=who))

    assert not any(said.startswith("utter_guide") for said in result.said)


@pytest.mark.parametrize("state", [IdentityState.PENDING, IdentityState.VERIFIED])
async def test_who_has_sent_their_documents_is_not_walked_through_it(state: IdentityState) -> None:
    world = World(book=Verified(identity=state))

    result = await world.run("action_identity", user("…", "ask_identity_check"))

    assert not any(said.startswith("utter_guide") for said in result.said)


def test_every_guide_is_offered_by_words_of_the_domain() -> None:
    from tests.actions.test_domain import RESPONSES

    offers = {f"utter_guide_offer_{guide.slug.replace('-', '_')}" for guide in guides().all}
    assert offers == {name for name in RESPONSES if name.startswith("utter_guide_offer_")}
