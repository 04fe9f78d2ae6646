"""Carries what customers say to the assistant, and its answers back into the log."""

from dataclasses import dataclass

from handoff.domain.apology import apology
from handoff.domain.errors import AssistantUnavailable
from handoff.domain.events import AssistantFailed, AssistantSaid, Event, LanguageChanged
from handoff.domain.packet import Reason
from handoff.domain.people import Language
from handoff.ports import Answer, Assistant, OpenWork, Turn
from handoff.services.handover import Handover

PERSON = "/request_human"
"""The payload of a button that asks for a person: needs no assistant to be understood."""


@dataclass(frozen=True, slots=True)
class Relay:
    """One message of a conversation at a time; a second try of a turn adds nothing."""

    open_work: OpenWork
    assistant: Assistant
    handover: Handover

    async def carry(self, turn: Turn) -> None:
        """Answer one claimed turn, or say that there is no answer, and let go of the claim."""
        try:
            more = await self._commit(turn, await self._events(turn))
        except BaseException:
            async with self.open_work() as work:
                await work.turns.release(turn.conversation.id)
            raise
        await self.handover.hints.changed(turn.conversation.id, turn=more)

    async def _events(self, turn: Turn) -> tuple[Event, ...]:
        if turn.said.choice is not None and turn.said.choice.payload == PERSON:
            return (await self.handover.briefed(turn.conversation, Reason.CUSTOMER_ASKED, None),)
        try:
            answer = await self.assistant.answer(turn)
        except AssistantUnavailable as unavailable:
            return await self._without_answer(turn, unavailable)
        return await self._with_answer(turn, answer)

    async def _with_answer(self, turn: Turn, answer: Answer) -> tuple[Event, ...]:
        said = AssistantSaid(
            in_reply_to=turn.seq, parts=answer.parts, understanding=answer.understanding
        )
        events: list[Event] = [said]
        if answer.language not in {None, turn.conversation.language}:
            events.append(LanguageChanged(language=Language(answer.language)))
        if answer.asks_human is not None:
            reason, rule = answer.asks_human
            events.append(await self.handover.briefed(turn.conversation, reason, rule, said))
        return tuple(events)

    async def _without_answer(
        self, turn: Turn, unavailable: AssistantUnavailable
    ) -> tuple[Event, ...]:
        failed = AssistantFailed(
            in_reply_to=turn.seq,
            why=unavailable.why,
            parts=apology(turn.said.language, turn.seq, PERSON),
        )
        if not unavailable.away:
            return (failed,)
        # It has answered nobody for a while: waiting for it again would be a promise we can't keep.
        asked = await self.handover.briefed(turn.conversation, Reason.BOT_UNAVAILABLE, None)
        return (asked,)

    async def _commit(self, turn: Turn, events: tuple[Event, ...]) -> bool:
        """All or nothing; an answer that comes after a person took over is refused, not said.

        Whether the customer said more meanwhile.
        """
        async with self.open_work() as work:
            current = await work.conversations.locked(turn.conversation.id)
            if current.answered_seq >= turn.seq or not current.awaits_assistant:
                await work.turns.release(turn.conversation.id)
                return current.awaits_assistant
            for event in events:
                current = await work.conversations.append(current, event)
            return current.awaits_assistant
