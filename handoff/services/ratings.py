"""Customers say how it was, once for each conversation."""

from dataclasses import dataclass, replace

from handoff.domain.conversation import State
from handoff.domain.errors import AlreadyRated, NotAllowedNow, Unknown
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.masking import mask
from handoff.domain.ratings import Given, Rating
from handoff.ports import OpenWork
from handoff.services.inbox import owned


@dataclass(frozen=True, slots=True)
class Ratings:
    """The first word holds: nobody is asked twice, and no figure changes afterwards."""

    open_work: OpenWork

    async def rate(
        self, customer: CustomerId, conversation: ConversationId, rating: Rating
    ) -> Given:
        """Of the customer's own conversation, once it is over; the same again changes nothing."""
        comment = mask(rating.comment).text if rating.comment else None
        wanted = replace(rating, comment=comment)
        async with self.open_work() as work:
            it = await owned(work, customer, conversation)
            if it.state is not State.CLOSED or it.said_seq == 0:
                raise NotAllowedNow("only what was said and is over can be rated")
            kept = await work.ratings.give(conversation, wanted)
        if kept.rating != wanted:
            raise AlreadyRated("this conversation was rated before")
        return kept

    async def of(self, customer: CustomerId, conversation: ConversationId) -> Given:
        """What the customer said before; Unknown when they have said nothing."""
        async with self.open_work() as work:
            await owned(work, customer, conversation)
            given = await work.ratings.of(conversation)
        if given is None:
            raise Unknown("this conversation was not rated")
        return given
