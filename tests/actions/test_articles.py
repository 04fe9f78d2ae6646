"""Which article answers, the second guess, and saying that there is none."""

from tests.actions.calls import World, bot, user
from tests.actions.fakes import FakeShelves, article

FEES, MONEY, LOGIN = article("payout-fees"), article("currency-conversion"), article("portfolio")


def world(**found: list[tuple[str, float]]) -> World:
    """Three articles and what searches find."""
    return World(shelves=FakeShelves([FEES, MONEY, LOGIN], dict(found)))


async def test_the_best_article_is_shown_with_its_link_and_a_question() -> None:
    result = await world(was=[("payout-fees", 0.9)]).run("action_article", user("was", "ask_fees"))

    assert result.said == ["utter_article"]
    assert result.shown["article"] == {
        "slug": "payout-fees",
        "language": "de",
        "title": "Über payout-fees",
        "url": "/help/de/payout-fees",
        "passage": "Kurz: payout-fees.\n\nMehr: payout-fees.",
    }


async def test_an_article_of_the_topic_goes_before_a_better_stranger() -> None:
    found = [("portfolio", 0.9), ("currency-conversion", 0.7)]

    result = await world(was=found).run("action_article", user("was", "ask_fees"))

    assert result.shown["article"]["slug"] == "currency-conversion"


async def test_a_button_shows_the_article_of_its_topic() -> None:
    result = await world().run("action_article", user("/ask_fees", "ask_fees"))

    assert result.shown["article"]["slug"] == "payout-fees"
    assert result.shown["article"]["passage"] == "Kurz: payout-fees."


async def test_an_unsure_find_gives_way_to_the_topic() -> None:
    result = await world(was=[("portfolio", 0.2)]).run("action_article", user("was", "ask_fees"))

    assert result.shown["article"]["slug"] == "payout-fees"


async def test_without_any_article_it_says_that_it_does_not_know() -> None:
    result = await World().run("action_article", user("was", "ask_fees"))

    assert result.said == ["utter_article_none"]
    assert result.shown == {}


async def test_after_no_the_next_best_is_shown() -> None:
    found = [("payout-fees", 0.9), ("currency-conversion", 0.6)]

    result = await world(was=found).run(
        "action_deny",
        user("was", "ask_fees"),
        bot(article={"slug": "payout-fees", "language": "de"}),
        bot("utter_article"),
        user("nein", "deny"),
    )

    assert result.said == ["utter_article_second"]
    assert result.shown["article"]["slug"] == "currency-conversion"


async def test_when_none_is_left_a_person_is_offered() -> None:
    result = await world(was=[("payout-fees", 0.9)]).run(
        "action_deny",
        user("was", "ask_fees"),
        bot(article={"slug": "payout-fees", "language": "de"}),
        user("nein", "deny"),
    )

    assert result.said == ["utter_article_none"]


async def test_no_to_nothing_asks_what_it_is_about() -> None:
    result = await world().run("action_deny", user("nein", "deny"))

    assert result.said == ["utter_deny"]


async def test_the_same_article_twice_in_a_row_is_only_recalled() -> None:
    shelves = FakeShelves([article("payout-fees"), article("payout-fees", "en")])
    ask = user("Was kostet das?", "ask_fees")
    shown = bot(article={"slug": "payout-fees", "language": "de"})

    second = await World(shelves=shelves).run("action_article", ask, shown, ask)
    third = await World(shelves=shelves).run(
        "action_article", ask, shown, ask, bot("utter_article_again"), ask
    )

    assert second.said == third.said == ["utter_article_again"]
    assert second.shown == third.shown == {}


async def test_in_another_language_it_is_no_repetition() -> None:
    shelves = FakeShelves([article("payout-fees"), article("payout-fees", "en")])
    ask = user("Was kostet das?", "ask_fees")
    shown = bot(article={"slug": "payout-fees", "language": "de"})

    result = await World(shelves=shelves).run(
        "action_article", ask, shown, ask, slots={"language": "en"}
    )

    assert result.shown["article"]["language"] == "en"


async def test_later_the_same_article_is_shown_again() -> None:
    shelves = FakeShelves([article("payout-fees")])
    ask, thanks = user("Was kostet das?", "ask_fees"), user("danke", "thank")
    shown = bot(article={"slug": "payout-fees", "language": "de"})

    result = await World(shelves=shelves).run(
        "action_article", ask, shown, thanks, bot("utter_thank"), ask
    )

    assert result.said == ["utter_article"]


async def test_what_is_left_but_unsure_is_offered_as_two_guesses_beside_a_person() -> None:
    found = [("payout-fees", 0.9), ("currency-conversion", 0.4), ("portfolio", 0.3)]

    result = await world(was=found).run(
        "action_deny",
        user("was", "ask_fees"),
        bot(article={"slug": "payout-fees", "language": "de"}),
        user("nein", "deny"),
    )

    assert result.said == ["utter_article_guesses"]
    assert result.buttons == [
        {
            "title": "Über currency-conversion",
            "payload": '/show_article{"article": "currency-conversion"}',
        },
        {"title": "Über portfolio", "payload": '/show_article{"article": "portfolio"}'},
    ]


async def test_a_faint_likeness_is_no_guess() -> None:
    result = await world(was=[("payout-fees", 0.9), ("portfolio", 0.1)]).run(
        "action_deny",
        user("was", "ask_fees"),
        bot(article={"slug": "payout-fees", "language": "de"}),
        user("nein", "deny"),
    )

    assert result.said == ["utter_article_none"]


async def test_the_guess_that_was_chosen_is_shown_and_an_unknown_one_is_not() -> None:
    button = "/show_article"

    chosen = await world().run(
        "action_show_article", user(button, "show_article", {"article": "portfolio"})
    )
    unknown = await world().run(
        "action_show_article", user(button, "show_article", {"article": "no-such"})
    )

    assert chosen.shown["article"]["slug"] == "portfolio"
    assert chosen.said == ["utter_article"]
    assert unknown.said == ["utter_article_none"]
