"""Search over the log, on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Invalid
from handoff.domain.events import AgentAccepted, AgentSaid, Event, NoteAdded
from handoff.domain.ids import MessageId
from handoff.domain.messages import Text
from handoff.domain.people import Agent, Language
from handoff.domain.search import Found, Sought
from handoff.domain.views import Filters
from handoff.storage.search import BEGIN, SqlSearch
from tests.contract.store import Store, asked, spoken
from tests.databases import Database


@pytest.fixture
def search(postgres_store: Store, tables: Database) -> SqlSearch:
    return SqlSearch(tables.engine)


async def _said(store: Store, *texts: str, language: Language = Language.DE) -> Conversation:
    it = await store.started()
    return await store.append(it.id, *(replace(spoken(it), language=language) for it in texts))


async def _find(search: SqlSearch, words: str, **filters: Any) -> list[str]:
    found = await search.said(Sought(words=words, filters=Filters(**filters)), limit=20)
    return [_text(found, at) for at in range(len(found.hits))]


def _text(found: Found, at: int) -> str:
    return "".join(part.text for part in found.hits[at].snippet)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Auszahlungen", "Wo ist meine Auszahlung?"),
        ("ueberweisung", "Die Überweisung fehlt"),
        ("Überweisung", "die ueberweisung fehlt"),
        ("Häuser", "Das Haus ist groß"),
        ("gross", "Das Haus ist groß"),
        ("payouts", "my payout is missing"),
        ("paid", "They paid me nothing"),
        ("PO-70052", "Was ist mit PO-70052 los?"),
        ('"fehlt seit Tagen"', "PO-81233 fehlt seit Tagen"),
        ("haus -klein", "Das Haus ist groß"),
    ],
)
async def test_words_are_found_in_either_language(
    postgres_store: Store, search: SqlSearch, words: str, said: str
) -> None:
    await _said(postgres_store, "etwas ganz anderes", said, "das kleine Haus, seit Tagen fehlt es")

    assert said in await _find(search, words)


@pytest.mark.parametrize("words", ["der die das", "''", "-", '"', "<->", "\\", "!&|", ":*"])
async def test_what_says_nothing_finds_nothing(
    postgres_store: Store, search: SqlSearch, words: str
) -> None:
    await _said(postgres_store, "Wo bleibt mein Geld?")

    assert await _find(search, words) == []


async def _everybody_speaks(store: Store, agent: Agent) -> None:
    it = await _said(store, "rhubarb from a customer")
    said: tuple[Event, ...] = (
        AgentSaid(
            agent=agent.ref,
            client_message_id=MessageId(uuid4()),
            parts=(Text(text="rhubarb from an agent"),),
        ),
        NoteAdded(agent=agent.ref, client_message_id=MessageId(uuid4()), text="rhubarb in a note"),
    )
    await store.append(it.id, asked(), AgentAccepted(agent=agent.ref), *said)


async def test_everybodys_words_and_notes_are_found_the_latest_first(
    postgres_store: Store, search: SqlSearch
) -> None:
    await _everybody_speaks(postgres_store, await postgres_store.helper())

    found = await search.said(Sought(words="rhubarb", filters=Filters()), limit=9)

    assert [(it.type, it.seq) for it in found.hits] == [
        ("note_added", 6),
        ("agent_said", 5),
        ("customer_said", 2),
    ]


async def test_hits_are_marked_and_nothing_else_is(
    postgres_store: Store, search: SqlSearch
) -> None:
    said = f"<b>Geld</b> {BEGIN}kommt{BEGIN} & mein Geld bleibt"
    await _said(postgres_store, said)

    found = await search.said(Sought(words="geld", filters=Filters()), limit=1)

    (hit,) = found.hits
    assert [part.text for part in hit.snippet if part.hit] == ["Geld", "Geld"]
    assert _text(found, 0) == said.replace(BEGIN, "")


async def test_pages_follow_each_other(postgres_store: Store, search: SqlSearch) -> None:
    await _said(postgres_store, *(f"banana {n}" for n in range(5)))
    sought, seen, cursor = Sought(words="bananas", filters=Filters()), list[int](), ""

    while cursor is not None:
        found = await search.said(sought, limit=2, cursor=cursor or None)
        seen += [hit.seq for hit in found.hits]
        cursor = found.next  # type: ignore[assignment]  # None ends it

    assert seen == [6, 5, 4, 3, 2]
    with pytest.raises(Invalid, match="cursor"):
        await search.said(sought, limit=2, cursor="x")


async def test_filters_narrow_down_by_conversation_and_by_when_it_was_said(
    postgres_store: Store, search: SqlSearch, tables: Database
) -> None:
    old = await _said(postgres_store, "apple pie")
    new = await _said(postgres_store, "apple juice", language=Language.EN)
    await postgres_store.append(new.id, asked())
    async with tables.engine.begin() as connection:
        age = "UPDATE event SET at = at - interval '3 days' WHERE conversation_id = :id"
        await connection.execute(text(age), {"id": old.id})
    yesterday = old.as_of - timedelta(days=1)

    assert await _find(search, "apples", since=yesterday) == ["apple juice"]
    assert await _find(search, "apples", until=yesterday) == ["apple pie"]
    assert await _find(search, "apples", language=Language.DE) == ["apple pie"]
    assert await _find(search, "apples", states=frozenset({State.QUEUED})) == ["apple juice"]
    assert await _find(search, "apples", customer=old.customer) == ["apple pie"]
    assert await _find(search, "apples", team="Nobody") == []


async def test_conversations_are_found_by_number_and_by_name(
    postgres_store: Store, search: SqlSearch, tables: Database
) -> None:
    it, _ = await _said(postgres_store, "hello"), await _said(postgres_store, "hello")
    async with tables.engine.begin() as connection:
        name = "UPDATE customer SET name = 'Katja Lorenz' WHERE id = :id"
        await connection.execute(text(name), {"id": it.customer})

    for words in (it.case_number.lower(), "lorenz", "Katja"):
        found = await search.named(Sought(words=words, filters=Filters()), limit=5)
        assert [row.conversation.id for row in found] == [it.id]


async def test_the_index_answers(tables: Database, search: SqlSearch) -> None:
    async with tables.engine.connect() as connection:
        await connection.execute(text("SET enable_seqscan = off"))
        plan = await connection.execute(
            text(
                "EXPLAIN SELECT seq FROM event WHERE type IN"
                " ('customer_said', 'assistant_said', 'agent_said', 'note_added')"
                " AND said_words(body) @@ websearch_to_tsquery('german', 'Geld')"
            )
        )

    assert any("Bitmap Index Scan on said" in line for (line,) in plan)
