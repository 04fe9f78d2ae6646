"""Whether articles helped: said in chats, told to the assistant, and on the help pages."""

from dataclasses import dataclass
from hashlib import sha256

from handoff.domain.errors import Unknown
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.votes import ArticleVote, Tally, shown_language, worst_first
from handoff.ports import OpenWork, Work
from handoff.services.inbox import owned

DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Votes:
    """The latest word holds: of a customer where it was shown, of a browser on each article."""

    open_work: OpenWork

    async def cast(
        self,
        customer: CustomerId,
        conversation: ConversationId,
        seq: int,
        slug: str,
        *,
        helpful: bool,
    ) -> ArticleVote:
        """Unknown unless the article was shown in this event of the customer's own conversation."""
        async with self.open_work() as work:
            await owned(work, customer, conversation)
            found = await work.reads.log(conversation, seq - 1, 1)
            shown = (shown_language(it.event, slug) for it in found if it.seq == seq)
            language = next(shown, None)
            if language is None:
                raise Unknown(f"no article {slug} was shown there")
            vote = ArticleVote(slug=slug, language=language, helpful=helpful)
            await work.votes.cast(conversation, seq, customer, vote)
        return vote

    async def cast_on_page(self, browser: str, vote: ArticleVote) -> None:
        """Without any customer; kept so that votes of one browser cannot be put together."""
        place = f"{browser}:{vote.language}:{vote.slug}"
        async with self.open_work() as work:
            await work.votes.cast_on_page(sha256(place.encode()).digest(), vote)

    async def usefulness(self, days: int) -> tuple[Tally, ...]:
        """Each article that was shown or voted on in these last days, worst first."""
        async with self.open_work() as work:
            return worst_first(await work.votes.tallies(days * DAY_S))


async def cast_as_told(
    work: Work, conversation: ConversationId, customer: CustomerId, vote: ArticleVote
) -> None:
    """What a customer told the assistant counts where it last showed the article."""
    seq = await work.votes.last_shown(conversation, vote.slug, vote.language)
    if seq is not None:
        await work.votes.cast(conversation, seq, customer, vote)
