"""Full text search over the log: German and English at once, in masked texts only."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, literal, literal_column, select
from sqlalchemy.dialects.postgresql import REGCONFIG
from sqlalchemy.ext.asyncio import AsyncEngine

from handoff.domain.search import Found, Hit, Sought, excerpt, fragments
from handoff.domain.views import Listed
from handoff.storage.connections import alone, translated
from handoff.storage.listing import NEWS, SPOKEN, Order, listed, listing, passing
from handoff.storage.tables import SAID, ConversationRow, CustomerRow, EventRow

_C, _E = ConversationRow, EventRow
BEGIN, END = "\ue000", "\ue001"
"""Marks around hits; of private use, and taken out of texts before."""

SIGNS, STAND_INS = "<>", "\ue002\ue003"
"""PostgreSQL would take what is between these signs for markup, and leave it out."""

MARKING = f"StartSel={BEGIN}, StopSel={END}, HighlightAll=true"
_BACK = str.maketrans(STAND_INS, SIGNS)
LATEST = Order((_E.at, _E.conversation_id, _E.seq), down=True)
GERMAN, ENGLISH, SIMPLE = (
    literal_column(f"'pg_catalog.{name}'::regconfig", REGCONFIG)
    for name in ("german", "english", "simple")
)


@dataclass(frozen=True, slots=True)
class SqlSearch:
    """Each call is a short read of its own."""

    engine: AsyncEngine

    async def said(self, sought: Sought, *, limit: int, cursor: str | None = None) -> Found:
        """Messages with these words, the latest first."""
        wanted = _hits(sought).order_by(*LATEST.by).limit(limit + 1)
        if cursor is not None:
            wanted = wanted.where(LATEST.behind(cursor))
        rows = await self._rows(wanted)
        shown = rows[:limit]
        more = len(rows) > limit and bool(shown)
        return Found(hits=tuple(map(_hit, shown)), next=LATEST.cursor(shown[-1]) if more else None)

    async def named(self, sought: Sought, *, limit: int) -> tuple[Listed, ...]:
        """Conversations with this case number, or with a customer of this name."""
        number = _C.case_number == sought.words.strip().upper()
        names = func.to_tsvector(SIMPLE, func.coalesce(CustomerRow.name, ""))
        name = names.op("@@")(func.plainto_tsquery(SIMPLE, sought.words))
        of_them = select(CustomerRow.id).where(name).limit(limit)
        wanted = (
            listing()
            .where(SPOKEN, number | _C.customer_id.in_(of_them), *passing(sought.filters))
            .order_by(*NEWS.by)
            .limit(limit)
        )
        return tuple(map(listed, await self._rows(wanted)))

    async def _rows(self, wanted: Any) -> list[Row[Any]]:
        with translated():
            async with alone(self.engine).connect() as connection:
                return list((await connection.execute(wanted)).all())


def _hits(sought: Sought) -> Any:
    """The texts of a page only are marked: the innermost selects and orders."""
    query = _query(sought.words)
    clean = func.translate(func.said_text(_E.body), SIGNS + BEGIN + END, STAND_INS)
    own = case((_C.language == "de", GERMAN), else_=ENGLISH)
    return (
        listing()
        .join(_E, _E.conversation_id == _C.id)
        .add_columns(
            *LATEST.named,
            _E.seq.label("hit_seq"),
            _E.at.label("hit_at"),
            _E.type.label("hit_type"),
            func.ts_headline(own, clean, query, MARKING).label("marked"),
        )
        .where(literal_column(SAID), func.said_words(_E.body).op("@@")(query), *_filtered(sought))
    )


def _query(words: str) -> Any:
    """In either language, and with umlauts or without."""
    typed = literal(words)
    german = func.websearch_to_tsquery(GERMAN, typed)
    folded = func.websearch_to_tsquery(GERMAN, func.folded(typed))
    english = func.websearch_to_tsquery(ENGLISH, typed)
    return german.op("||")(folded).op("||")(english)


def _filtered(sought: Sought) -> list[ColumnElement[bool]]:
    """Times are those of the message, not of the conversation."""
    it = sought.filters
    conditions = passing(replace(it, since=None, until=None))
    if it.since is not None:
        conditions.append(_E.at >= it.since)
    if it.until is not None:
        conditions.append(_E.at < it.until)
    return conditions


def _hit(row: Row[Any]) -> Hit:
    return Hit(
        listed=listed(row),
        seq=row.hit_seq,
        at=row.hit_at,
        type=row.hit_type,
        snippet=excerpt(fragments(row.marked.translate(_BACK), BEGIN, END)),
    )
