"""What readers said of articles, in memory."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta

from handoff.domain.events import AssistantSaid
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import Article
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote, Tally
from tests.fakes.memory import Cast, Memory


@dataclass(frozen=True, slots=True)
class FakeArticleVotes:
    """The latest word on each."""

    memory: Memory

    async def last_shown(
        self, conversation: ConversationId, slug: str, language: Language
    ) -> int | None:
        """By going through the log."""
        seqs = [
            entry.seq
            for entry in self.memory.logs.get(conversation, ())
            if isinstance(entry.event, AssistantSaid)
            for part in entry.event.parts
            if isinstance(part, Article)
            and (part.article.slug, part.article.language) == (slug, language)
        ]
        return max(seqs, default=None)

    async def cast(
        self, conversation: ConversationId, seq: int, customer: CustomerId, vote: ArticleVote
    ) -> None:
        """The same again changes nothing."""
        key = (conversation, seq, vote.slug)
        before = self.memory.votes.get(key)
        if before is None or before.vote != vote:
            self.memory.votes[key] = Cast(vote=vote, at=self.memory.now(), by=customer)

    async def cast_on_page(self, ballot: bytes, vote: ArticleVote) -> None:
        """The same again changes nothing."""
        before = self.memory.page_votes.get(ballot)
        if before is None or before.vote != vote:
            self.memory.page_votes[ballot] = Cast(vote=vote, at=self.memory.now())

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """Their votes go with their conversations."""
        for key, cast in self.memory.votes.items():
            if cast.by == visitor:
                self.memory.votes[key] = replace(cast, by=customer)

    async def tallies(self, within_s: float) -> tuple[Tally, ...]:
        """All that is not too old."""
        since = self.memory.now() - timedelta(seconds=within_s)
        shown = Counter(
            (part.article.slug, part.article.language)
            for log in self.memory.logs.values()
            for entry in log
            if isinstance(entry.event, AssistantSaid) and entry.at >= since
            for part in entry.event.parts
            if isinstance(part, Article) and part.article.language in set(Language)
        )
        cast = (*self.memory.votes.values(), *self.memory.page_votes.values())
        votes = Counter(it.vote for it in cast if it.at >= since)
        articles = {*shown, *((it.slug, it.language) for it in votes)}
        return tuple(
            Tally(
                slug=slug,
                language=Language(language),
                shown=shown[slug, language],
                helpful=votes[_vote(slug, language, helpful=True)],
                not_helpful=votes[_vote(slug, language, helpful=False)],
            )
            for slug, language in articles
        )


def _vote(slug: str, language: str, *, helpful: bool) -> ArticleVote:
    return ArticleVote(slug=slug, language=Language(language), helpful=helpful)
