"""An assistant that knows what the customer has ticked."""

from dataclasses import dataclass, replace

from handoff.ports import Answer, Assistant, OpenWork, Turn


@dataclass(frozen=True, slots=True)
class Guided:
    """Tells the assistant with each turn: it never asks back."""

    open_look: OpenWork
    assistant: Assistant

    async def answer(self, turn: Turn) -> Answer:
        """The assistant's, who knows how far the customer is."""
        async with self.open_look() as work:
            ticks = await work.guides.ticks(turn.customer.id)
        return await self.assistant.answer(replace(turn, ticks=ticks))
