"""Says what the assistant makes of files: it cannot read them, and keeps them for a person."""

from dataclasses import dataclass, replace

from handoff.domain.apology import APOLOGIES
from handoff.domain.attachments import Attachment
from handoff.domain.events import AssistantSaid
from handoff.domain.messages import Choice, Choices, Text
from handoff.domain.notices import FILE_KEPT, FILE_KEPT_ALSO, WHAT_ABOUT, in_language
from handoff.ports import Answer, Assistant, OpenWork, Turn

JUST_NOW = 8
"""Events back in which it need not be said in full again."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file alone is no question: what is it about? Of a file with a text the text is answered."""

    open_look: OpenWork
    assistant: Assistant
    person: str
    """The payload of the button that asks for one."""

    async def answer(self, turn: Turn) -> Answer:
        """In the language of the message."""
        if not any(isinstance(part, Attachment) for part in turn.said.parts):
            return await self.assistant.answer(turn)
        told = await self._told(turn)
        if not any(isinstance(part, Text) for part in turn.said.parts):
            return self._asking_back(turn, told)
        answer = await self.assistant.answer(turn)
        return replace(answer, parts=(Text(text=told), *answer.parts))

    def _asking_back(self, turn: Turn, told: str) -> Answer:
        language = turn.said.language
        asked = Text(text=f"{told} {in_language(WHAT_ABOUT, language)}")
        person = Choice(
            id=f"{turn.seq}-person", title=APOLOGIES[language].person, payload=self.person
        )
        return Answer(parts=(asked, Choices(choices=(person,))), understanding=None)

    async def _told(self, turn: Turn) -> str:
        full = in_language(FILE_KEPT, turn.said.language)
        async with self.open_look() as work:
            lately = await work.reads.log(turn.conversation.id, max(0, turn.seq - JUST_NOW))
        said = any(
            isinstance(part, Text) and part.text.startswith(full)
            for logged in lately
            if isinstance(logged.event, AssistantSaid)
            for part in logged.event.parts
        )
        return in_language(FILE_KEPT_ALSO, turn.said.language) if said else full
