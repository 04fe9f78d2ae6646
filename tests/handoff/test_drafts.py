"""Drafts of replies over HTTP: made of facts and articles, changed by agents, known to the log."""

from uuid import uuid4

import pytest
from aiohttp import ClientResponse

from payouts.book import PayoutBook
from tests.handoff.answers import assert_answer, assert_frame
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json
from tests.payouts.examples import customer_event, payout_event

DOCUMENTED = "/v1/agent/conversations/{conversation}/draft"


async def _somebody(front: Door) -> Helper:
    """An agent whose places are free: the door is shared."""
    return await front.agent(f"A{uuid4().hex[:8]}")


async def _accepted(agent: Helper, customer: Customer, question: str) -> str:
    await customer.say(question)
    await customer.post("person")
    accepted = await agent.act(customer.conversation, "accept")
    assert accepted.status == 200, await accepted.text()
    return customer.conversation


async def _draft(agent: Helper, it: str) -> Json:
    response = await agent.call("POST", f"/conversations/{it}/draft", {})
    body = await response.json()
    assert_answer("POST", DOCUMENTED, response.status, body)
    assert response.status == 200, body
    draft: Json = body["draft"]
    return draft


async def _sent(agent: Helper, it: str, **body: object) -> ClientResponse:
    return await agent.act(it, "messages", **{"client_message_id": str(uuid4()), **body})


async def _said(agent: Helper, it: str) -> Json:
    events = (await agent.case(it))["events"]
    last: Json = [event for event in events if event["type"] == "agent_said"][-1]
    assert_frame(last, "Event")
    return last


async def _lena(door: Door, language: str = "de") -> Customer:
    book = PayoutBook(door.database.sessions)
    await book.record(customer_event())
    await book.record(
        payout_event("p1", "returned", reason="name_mismatch", account_holder="L. Brandt-Kaya")
    )
    return await door.customer("lena", name="Lena Brandt", language=language)


@pytest.mark.parametrize(
    ("language", "question", "greeting", "reason"),
    [
        ("de", "Wo bleibt mein Geld?", "Hallo Lena,", "Der Grund: Das Konto läuft auf"),
        ("en", "Where is my money?", "Hi Lena,", "The reason: the account is made out to"),
    ],
)
async def test_a_draft_tells_the_customers_own_payout_in_their_language(
    door: Door, language: str, question: str, greeting: str, reason: str
) -> None:
    amira, lena = await door.agent("Amira"), await _lena(door, language)
    it = await _accepted(amira, lena, question)

    draft = await _draft(amira, it)

    assert (draft["language"], draft["maker"]) == (language, "built_in")
    assert draft["text"].startswith(greeting)
    assert "PO-48213" in draft["text"]
    assert reason.casefold() in draft["text"].casefold()
    assert draft["text"].endswith("Amira")
    payout, article = draft["sources"]
    assert (payout["kind"], payout["reference"], payout["state"]) == (
        "payout",
        "PO-48213",
        "returned",
    )
    assert article["url"] == f"/help/{language}/name-mismatch"
    assert "agent_said" not in str(await lena.events()), "nothing is sent by itself"


async def test_a_draft_quotes_the_passage_that_answers(front: Door) -> None:
    amira, customer = await _somebody(front), await front.visitor("en")
    it = await _accepted(amira, customer, "How do I add a two-factor code to my login?")

    draft = await _draft(amira, it)

    [article] = [source for source in draft["sources"] if source["kind"] == "article"][:1]
    assert article["passage"] in draft["text"]
    assert article["title"] in draft["text"]
    assert all(source["kind"] == "article" for source in draft["sources"])


async def test_without_anything_that_answers_a_draft_asks_back_and_names_no_source(
    front: Door,
) -> None:
    amira, customer = await _somebody(front), await front.visitor("en")
    it = await _accepted(amira, customer, "Do you like sailing in the Baltic Sea?")

    draft = await _draft(amira, it)

    assert draft["sources"] == []
    assert "could you tell me a little more" in draft["text"]


async def test_a_visitor_hears_of_no_payout(door: Door) -> None:
    await _lena(door)
    amira, visitor = await door.agent("Amira"), await door.visitor("en")
    it = await _accepted(amira, visitor, "Where is my payout PO-48213?")

    draft = await _draft(amira, it)

    assert "640" not in draft["text"]
    assert not any(source["kind"] == "payout" for source in draft["sources"])


async def test_somebody_elses_payout_is_never_told(door: Door) -> None:
    await _lena(door)
    amira, murat = await door.agent("Amira"), await door.customer("murat", name="Murat")
    it = await _accepted(amira, murat, "Where is my payout PO-48213?")

    draft = await _draft(amira, it)

    assert "640" not in draft["text"]
    assert not any(source["kind"] == "payout" for source in draft["sources"])


@pytest.mark.parametrize("edited", [True, False])
async def test_the_log_knows_what_began_as_a_draft_and_the_customer_sees_an_agent(
    front: Door, *, edited: bool
) -> None:
    amira, customer = await _somebody(front), await front.visitor("en")
    it = await _accepted(amira, customer, "How do I add a two-factor code to my login?")
    draft = await _draft(amira, it)
    text = draft["text"] + (" See you!" if edited else "\n")

    response = await _sent(amira, it, text=text, draft=draft["id"])

    assert response.status == 201, await response.text()
    said = await _said(amira, it)
    assert said["origin"] == "agent"
    assert said["draft"] == {
        "id": draft["id"],
        "maker": "built_in",
        "edited": edited,
        "sources": [source["url"] for source in draft["sources"]],
    }
    [seen] = [event for event in await customer.events() if event["type"] == "agent_said"]
    assert seen["origin"] == "agent"
    assert "draft" not in seen
    assert_frame(seen, "Event")


async def test_what_an_agent_writes_alone_owes_nothing_to_a_draft(front: Door) -> None:
    amira, customer = await _somebody(front), await front.visitor("en")
    it = await _accepted(amira, customer, "hello")

    await _sent(amira, it, text="Hello!")

    assert "draft" not in await _said(amira, it)


async def test_a_draft_of_another_conversation_is_none_of_this_one(front: Door) -> None:
    amira = await _somebody(front)
    here = await _accepted(amira, await front.visitor("en"), "How do I reset my password?")
    there = await _accepted(amira, await front.visitor("en"), "hello")
    draft = await _draft(amira, here)

    response = await _sent(amira, there, text="Hello!", draft=draft["id"])

    assert (response.status, (await response.json())["field"]) == (422, "draft")


async def test_articles_stand_below_the_words_in_the_customers_language(front: Door) -> None:
    amira, customer = await _somebody(front), await front.visitor("de")
    it = await _accepted(amira, customer, "Hallo, ich brauche Hilfe")

    response = await _sent(amira, it, text="Hier:", articles=["payout-schedule"])

    assert response.status == 201, await response.text()
    [seen] = [event for event in await customer.events() if event["type"] == "agent_said"]
    assert [part["kind"] for part in seen["parts"]] == ["text", "article"]
    assert seen["parts"][1]["article"]["url"] == "/help/de/payout-schedule"


async def test_an_article_that_does_not_exist_is_refused_by_name(front: Door) -> None:
    amira, customer = await _somebody(front), await front.visitor("de")
    it = await _accepted(amira, customer, "Hallo, ich brauche Hilfe")

    response = await _sent(amira, it, text="Hier:", articles=["no-such-article"])

    assert (response.status, (await response.json())["field"]) == (422, "articles")


async def _suggested(agent: Helper, text: str, language: str = "en") -> list[str]:
    body = {"text": text, "language": language}
    response = await agent.call("POST", "/article-suggestions", body)
    found = await response.json()
    assert_answer("POST", "/v1/agent/article-suggestions", response.status, found)
    return [article["slug"] for article in found["articles"]]


async def test_articles_that_fit_what_is_written_are_suggested_in_its_language(
    front: Door,
) -> None:
    amira = await _somebody(front)

    assert "name-mismatch" in await _suggested(
        amira, "the name on your bank account differs from your verified name"
    )
    assert await _suggested(amira, "Wann kommt meine Auszahlung an?", "de")
    assert await _suggested(amira, "The weather in the harbour is lovely, isn't it?") == []


async def test_what_was_typed_last_counts(front: Door) -> None:
    amira = await _somebody(front)
    long = "Thanks for your patience while I looked into all of this. " * 12

    assert await _suggested(amira, f"{long} How do I change my bank account?")
