"""Cases that wait, written into the database without a word being said."""

from dataclasses import replace
from itertools import product
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bench.mix import RULES
from connectors.routing import read
from handoff.domain.events import Channel, HumanAsked, Started
from handoff.domain.packet import Packet, Priority, Reason
from handoff.domain.packet import Route as Way
from handoff.domain.people import Customer, CustomerKind, Language
from handoff.domain.routing import Rule
from handoff.ports import no_promise
from handoff.storage.conversations import SqlConversations
from handoff.storage.people import SqlCustomers
from handoff.storage.tables import ConversationRow
from tests.handoff.domain import examples

LONGEST_S = 900
"""They have waited for so long at most; so far from each other some are due."""

OWN = {"id", "case_number", "customer_id", "waiting_since", "queued_at", "due_at"}
"""Columns in which copies differ."""

SHARED = ", ".join(c.name for c in ConversationRow.__table__.c if c.name not in OWN)

NEW_CUSTOMERS = """
    INSERT INTO customer (id, kind, language)
    SELECT md5(:salt || n)::uuid, 'visitor', 'en' FROM generate_series(1, :number) AS n
"""
COPIES = f"""
    INSERT INTO conversation (customer_id, waiting_since, queued_at, due_at, {SHARED})
    SELECT md5(:salt || n)::uuid, since, since, since + interval '300 s', {SHARED}
    FROM generate_series(1, :number) AS n
    CROSS JOIN LATERAL (SELECT clock_timestamp() - (n % :longest) * interval '1 s' AS since) AS it
    JOIN conversation ON conversation.id = (CAST(:models AS uuid[]))[1 + n % :kinds]
"""
LOGS = """
    INSERT INTO event (conversation_id, seq, at, type, in_reply_to, body)
    SELECT copy.id, event.seq, event.at, event.type, event.in_reply_to, event.body
    FROM generate_series(1, :number) AS n
    JOIN conversation AS copy ON copy.customer_id = md5(:salt || n)::uuid
    JOIN event ON event.conversation_id = (CAST(:models AS uuid[]))[1 + n % :kinds]
"""


async def cleared(engine: AsyncEngine) -> None:
    """Nobody waits, nobody is there."""
    async with engine.begin() as connection:
        await connection.execute(text("TRUNCATE customer, agent, session, receipt CASCADE"))


async def waiting(engine: AsyncEngine, number: int) -> None:
    """As many cases as wanted, of all kinds that the rules tell apart."""
    async with engine.begin() as connection:
        models = [await _model(connection, *it) for it in product(read(RULES).rules, Language)]
        wanted = {
            "salt": str(uuid4()),
            "number": number - len(models),
            "longest": LONGEST_S,
            "models": models,
            "kinds": len(models),
        }
        for statement in (NEW_CUSTOMERS, COPIES, LOGS):
            named = {name: it for name, it in wanted.items() if f":{name}" in statement}
            await connection.execute(text(statement), named)
    async with engine.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await alone.execute(text("VACUUM ANALYZE conversation, event"))


async def _model(connection: AsyncConnection, rule: Rule, language: Language) -> UUID:
    """One case, put into the queue as the front door does it."""
    customer = await SqlCustomers(connection).visitor(language)
    store = SqlConversations(connection, no_promise)
    started = Started(channel=Channel.WEB, language=language, page_url=None, previous=None)
    fresh = await store.start(customer.id, started)
    asked = HumanAsked(
        reason=Reason.CUSTOMER_ASKED,
        rule=None,
        case_number=fresh.case_number,
        packet=_packet(customer, rule, language),
    )
    return (await store.append(fresh, asked)).id


def _packet(customer: Customer, rule: Rule, language: Language) -> Packet:
    """The usual one of the tests, of a visitor of whom nothing is known."""
    priority, words = rule.priority or Priority.REST, {"de": "Beispiel.", "en": "An example."}
    usual = examples.packet()
    who = replace(
        usual.customer,
        id=customer.id,
        sub=None,
        kind=CustomerKind.VISITOR,
        name=None,
        verified=False,
    )
    return replace(
        usual,
        case_type=None,
        language=language,
        customer=who,
        payout=None,
        identity=None,
        tax=None,
        summary=words,
        required_skills=rule.targets[0].skills,
        priority=priority,
        explanation=words,
        route=Way(rule=rule.name, targets=rule.targets, priority=priority, why=words),
    )
