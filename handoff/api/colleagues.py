"""Who of the team looks at the same conversation: said to each other, not too often."""

from dataclasses import dataclass, field
from typing import get_args

from handoff.api import frames
from handoff.api.answers import Owner
from handoff.api.typing import TypingLimit
from handoff.domain.ids import ConversationId
from handoff.live.hub import Colleague, Doing


@dataclass(slots=True)
class PresentLimit:
    """Of one socket: each thing done in each conversation once a second."""

    _limits: dict[tuple[ConversationId, Doing], TypingLimit] = field(default_factory=dict)

    def passes(self, conversation: ConversationId, doing: Doing) -> bool:
        """Whether the others may hear of it."""
        return self._limits.setdefault((conversation, doing), TypingLimit()).passes()

    def forget(self, conversation: ConversationId) -> None:
        """It is not watched any more."""
        for doing in get_args(Doing):
            self._limits.pop((conversation, doing), None)


def frame(conversation: ConversationId, colleague: Colleague) -> frames.ColleagueHere:
    """What another console is told."""
    return frames.ColleagueHere(
        conversation=conversation,
        agent=Owner(id=colleague.id, name=colleague.name),
        doing=colleague.doing,
    )
