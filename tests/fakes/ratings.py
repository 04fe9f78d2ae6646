"""How conversations were for their customers, in memory."""

from dataclasses import dataclass

from handoff.domain.ids import ConversationId
from handoff.domain.ratings import Given, Rating
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeRatings:
    """The first word holds."""

    memory: Memory

    async def give(self, conversation: ConversationId, rating: Rating) -> Given:
        """What was given before stays."""
        given = Given(rating=rating, at=self.memory.now())
        return self.memory.ratings.setdefault(conversation, given)

    async def of(self, conversation: ConversationId) -> Given | None:
        """None when it was not rated."""
        return self.memory.ratings.get(conversation)
