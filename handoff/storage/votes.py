"""What readers said of articles, and how often those were shown."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, case, column, func, literal, select, text, true, union_all, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote, Tally
from handoff.storage.tables import SHOWS_ARTICLE, ArticleVoteRow, EventRow, PageVoteRow

_V, _E, _P = ArticleVoteRow, EventRow, PageVoteRow


@dataclass(frozen=True, slots=True)
class SqlArticleVotes:
    """A row for each article that was shown and voted on, and one for each browser and page."""

    connection: AsyncConnection

    async def last_shown(
        self, conversation: ConversationId, slug: str, language: Language
    ) -> int | None:
        """The seq at which the assistant last showed it."""
        part = {"kind": "article", "article": {"slug": slug, "language": language}}
        seq: int | None = await self.connection.scalar(
            select(_E.seq)
            .where(
                _E.conversation_id == conversation,
                _E.type == "assistant_said",
                _E.body.contains({"parts": [part]}),
            )
            .order_by(_E.seq.desc())
            .limit(1)
        )
        return seq

    async def cast(
        self, conversation: ConversationId, seq: int, customer: CustomerId, vote: ArticleVote
    ) -> None:
        """Saying the same again changes nothing, not even the time."""
        place = {"conversation_id": conversation, "seq": seq, "slug": vote.slug}
        await self._keep(_V, place, vote, customer_id=customer, language=vote.language)

    async def cast_on_page(self, ballot: bytes, vote: ArticleVote) -> None:
        """The same for a browser."""
        await self._keep(_P, {"ballot": ballot}, vote, slug=vote.slug, language=vote.language)

    async def _keep(
        self,
        table: type[ArticleVoteRow | PageVoteRow],
        place: dict[str, Any],
        vote: ArticleVote,
        **more: Any,
    ) -> None:
        new = insert(table).values(**place, **more, helpful=vote.helpful)
        await self.connection.execute(
            new.on_conflict_do_update(
                index_elements=list(place),
                set_={"helpful": new.excluded.helpful, "at": func.now()},
                where=table.helpful != new.excluded.helpful,
            )
        )

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """Their votes go with their conversations."""
        theirs = update(_V).where(_V.customer_id == visitor)
        await self.connection.execute(theirs.values(customer_id=customer))

    async def tallies(self, within_s: float) -> tuple[Tally, ...]:
        """In one read, so that all figures are of the same moment."""
        since = func.now() - timedelta(seconds=within_s)
        every = union_all(
            _shown().where(_E.at >= since),
            _said(_V).where(_V.at >= since),
            _said(_P).where(_P.at >= since),
        ).subquery()
        counted = (func.sum(every.c[name]).label(name) for name in ("shown", "yes", "no"))
        rows = await self.connection.execute(
            select(every.c.slug, every.c.language, *counted).group_by(
                every.c.slug, every.c.language
            )
        )
        return tuple(
            Tally(
                slug=row.slug,
                language=Language(row.language),
                shown=row.shown,
                helpful=row.yes,
                not_helpful=row.no,
            )
            for row in rows
        )


def _shown() -> Select[Any]:
    """A row for each time that the assistant showed an article."""
    part = func.jsonb_array_elements(_E.body["parts"]).table_valued(column("value", JSONB))
    article = part.c.value["article"]
    return (
        select(
            article["slug"].astext.label("slug"),
            article["language"].astext.label("language"),
            literal(1).label("shown"),
            literal(0).label("yes"),
            literal(0).label("no"),
        )
        .select_from(_E)
        .join(part, true())
        .where(
            text(SHOWS_ARTICLE),
            part.c.value["kind"].astext == "article",
            article["language"].astext.in_(list(Language)),
        )
    )


def _said(table: type[ArticleVoteRow | PageVoteRow]) -> Select[Any]:
    """A row for each vote."""
    yes = case((table.helpful, 1), else_=0)
    return select(table.slug, table.language, literal(0), yes, 1 - yes)
