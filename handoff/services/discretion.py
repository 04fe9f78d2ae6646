"""Asks back, instead of asking the assistant, where nothing was said but what was masked."""

from dataclasses import dataclass

from handoff.domain.masking import bare
from handoff.domain.messages import Text, words
from handoff.domain.notices import NOTHING_ELSE, in_language
from handoff.ports import Answer, Assistant, Turn


@dataclass(frozen=True, slots=True)
class Discretion:
    """A row of bullets means nothing to the assistant."""

    assistant: Assistant

    async def answer(self, turn: Turn) -> Answer:
        """What it is about, in the language of the message."""
        typed = tuple(part for part in turn.said.parts if isinstance(part, Text))
        if turn.said.masked and bare(words(typed)):
            asked = in_language(NOTHING_ELSE, turn.said.language)
            return Answer(parts=(Text(text=asked),), understanding=None)
        return await self.assistant.answer(turn)
