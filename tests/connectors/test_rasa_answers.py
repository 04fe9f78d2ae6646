"""Only a real answer of Rasa comes back as one."""

import asyncio
from dataclasses import replace

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from connectors.rasa import RasaAssistant
from handoff.domain.errors import AssistantUnavailable
from handoff.domain.failure import Failure
from handoff.domain.guides import StepDone
from handoff.domain.messages import (
    Article,
    ArticleLink,
    Choice,
    Choices,
    Entity,
    GuideCard,
    GuideCardStep,
    Payout,
    PayoutCard,
    PayoutCardStep,
    ShownGuide,
    Text,
    Understanding,
)
from handoff.domain.packet import Reason
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote
from tests.connectors.raw import SECRET, TURN, Raw, answered, asked, assistant
from tests.handoff.rasa import ScriptedRasa


async def test_words_and_understanding_are_taken_over() -> None:
    answer = await answered(
        {"text": "It is on its way."},
        {"text": "Anything else?"},
        understanding={
            "intent": "ask_payout_status",
            "confidence": 0.97,
            "entities": [{"entity": "payout_reference", "value": "PO-70052", "start": 3}],
            "slots": {"payout_reference": "PO-70052", "n": 2},
        },
        repeat=False,
    )

    assert answer.parts == (Text(text="It is on its way."), Text(text="Anything else?"))
    assert answer.understanding == Understanding(
        intent="ask_payout_status",
        confidence=0.97,
        entities=(Entity(entity="payout_reference", value="PO-70052"),),
        slots={"payout_reference": "PO-70052", "n": 2},
    )
    assert (answer.asks_human, answer.language) == (None, None)


async def test_a_guide_is_a_part_and_a_step_told_is_ticked() -> None:
    step = {"id": "text", "title": "Three paragraphs", "done": True}
    card = {"slug": "profile", "language": "en", "title": "Your profile", "steps": [step]}

    answer = await answered(
        {"text": "Here:"},
        {"custom": {"guide": card}},
        {"custom": {"guide_step": {"guide": "profile", "step": "text"}}},
    )

    steps = (GuideCardStep(id="text", title="Three paragraphs", done=True),)
    shown = GuideCard(slug="profile", language="en", title="Your profile", steps=steps)
    assert answer.parts == (Text(text="Here:"), ShownGuide(guide=shown))
    assert answer.steps == (StepDone(guide="profile", step="text", done=True),)


async def test_what_was_said_of_an_article_comes_beside_the_words() -> None:
    said = {"slug": "payout-fees", "language": "de", "helpful": False}

    answer = await answered({"text": "Oh."}, {"custom": {"article_vote": said}})

    assert answer.parts == (Text(text="Oh."),)
    assert answer.vote == ArticleVote(slug="payout-fees", language=Language.DE, helpful=False)


async def test_buttons_get_ids_of_ours_that_no_other_turn_has() -> None:
    one, two = {"title": "One", "payload": "/one"}, {"title": "Two", "payload": "/two"}

    answer = await answered({"text": "Which?", "buttons": [one, two]}, {"buttons": [one]})

    assert answer.parts == (
        Text(text="Which?"),
        Choices(
            choices=(
                Choice(id="7-0-0", title="One", payload="/one"),
                Choice(id="7-0-1", title="Two", payload="/two"),
            )
        ),
        Choices(choices=(Choice(id="7-1-0", title="One", payload="/one"),)),
    )


async def test_cards_are_parts_of_the_message() -> None:
    payout = {
        "reference": "PO-70052",
        "state": "on_hold",
        "amount": "450,75 €",
        "since": "2026-11-20",
        "expected_on": None,
        "method": "sepa",
        "history": [{"state": "requested", "at": "2026-11-18T09:00:00Z"}],
    }
    article = {
        "slug": "holds",
        "language": "de",
        "title": "Warum?",
        "url": "/help/de/holds",
        "passage": "Darum.",
    }

    answer = await answered({"custom": {"payout": payout}}, {"custom": {"article": article}})

    assert answer.parts == (
        Payout(
            payout=PayoutCard(
                reference="PO-70052",
                state="on_hold",
                amount="450,75 €",
                since="2026-11-20",
                method="sepa",
                history=(PayoutCardStep(state="requested", at="2026-11-18T09:00:00Z"),),
            )
        ),
        Article(article=ArticleLink(**article)),
    )


async def test_a_marker_asks_for_a_person() -> None:
    answer = await answered(
        {"text": "One moment."}, {"custom": {"handoff": {"reason": "rule", "rule": "anger"}}}
    )

    assert answer.asks_human == (Reason.RULE, "anger")


async def test_a_person_can_be_asked_for_without_a_word() -> None:
    answer = await answered({"custom": {"handoff": {"reason": "risk"}}})

    assert (answer.parts, answer.asks_human) == ((), (Reason.RISK, None))


async def test_a_marker_changes_the_language() -> None:
    answer = await answered({"text": "Gern."}, {"custom": {"language": "de"}})

    assert answer.language is Language.DE


async def test_what_rasa_says_beside_is_passed_over() -> None:
    answer = await answered({"text": "ok", "image": "x.png", "custom": {"weather": "sunny"}})

    assert answer.parts == (Text(text="ok"),)


EMPTY_BODIES = {
    "nothing": b"",
    "no JSON": b"<html>502</html>",
    "not an object": b"[]",
    "null": b"null",
    "no replies": b"{}",
    "an empty list": b'{"replies": []}',
    "empty texts": b'{"replies": [{"text": ""}, {"text": null}]}',
    "only a language": b'{"replies": [{"custom": {"language": "de"}}]}',
    "replies no list": b'{"replies": "hello"}',
    "a text no text": b'{"replies": [{"text": 7}]}',
    "a button without payload": b'{"replies": [{"buttons": [{"title": "x"}]}]}',
    "an unknown reason": b'{"replies": [{"text": "x", "custom": {"handoff": {"reason": "y"}}}]}',
    "a broken card": b'{"replies": [{"custom": {"payout": {"reference": "PO-1"}}}]}',
    "cut off": b'{"replies": [{"text": "hel',
    "not UTF-8": b'{"replies": [{"text": "\xff"}]}',
    "deep": b'{"replies":' * 5000,
    "NUL": b'{"replies": [{"text": "hello \\u0000"}]}',
    "NUL in a slot": b'{"replies": [{"text": "x"}], "understanding": {"slots": {"a": "\\u0000"}}}',
    "a lone surrogate": b'{"replies": [{"text": "\\ud800"}]}',
}


@pytest.mark.parametrize("which", list(EMPTY_BODIES))
async def test_what_is_no_answer_is_none(which: str) -> None:
    with pytest.raises(AssistantUnavailable) as unavailable:
        await asked(Raw(body=EMPTY_BODIES[which]))

    assert unavailable.value.why is Failure.EMPTY


@pytest.mark.parametrize("status", [201, 204, 400, 401, 404, 429, 500, 502, 503])
async def test_any_other_status_is_no_answer(status: int) -> None:
    with pytest.raises(AssistantUnavailable) as unavailable:
        await asked(Raw(body=b'{"replies": [{"text": "ok"}]}', status=status))

    assert unavailable.value.why is Failure.UNREACHABLE


async def test_who_does_not_answer_in_time_is_given_up() -> None:
    raw = Raw(delay=asyncio.Event())

    with pytest.raises(AssistantUnavailable) as unavailable:
        await asked(raw, timeout_s=0.1)

    assert unavailable.value.why is Failure.TIMEOUT


async def test_where_nobody_listens_there_is_no_answer() -> None:
    async with TestServer(web.Application()) as gone:
        url = str(gone.make_url("")).rstrip("/")

    async with ClientSession() as http:
        channel = RasaAssistant(http=http, url=url, secret=SECRET, timeout_s=5)
        with pytest.raises(AssistantUnavailable) as unavailable:
            await channel.answer(TURN)

    assert unavailable.value.why is Failure.UNREACHABLE


async def test_a_line_that_breaks_is_no_answer() -> None:
    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    app = web.Application()
    app.router.add_post("/webhooks/lotse/turn", hang_up)
    async with assistant(app) as channel:
        with pytest.raises(AssistantUnavailable) as unavailable:
            await channel.answer(TURN)

    assert unavailable.value.why is Failure.UNREACHABLE


async def test_the_shared_secret_opens_the_channel_and_a_repeat_is_answered_again() -> None:
    rasa = ScriptedRasa(SECRET)
    async with assistant(rasa.app()) as channel:
        first, again = await channel.answer(TURN), await channel.answer(TURN)

        stranger = replace(channel, secret="guessed")
        with pytest.raises(AssistantUnavailable):
            await stranger.answer(TURN)

    assert first == again
    assert (len(rasa.turns), rasa.repeats) == (1, 1)
