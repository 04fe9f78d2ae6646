"""Carries what customers say to the assistant, and its answers back into the log."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

from handoff.domain.apology import apology
from handoff.domain.errors import AssistantUnavailable, Conflict, Refused
from handoff.domain.events import AssistantFailed, AssistantSaid, Event, HumanAsked, LanguageChanged
from handoff.domain.failure import Failure
from handoff.domain.guides import StepDone
from handoff.domain.packet import Reason
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote
from handoff.ports import Answer, Assistant, OpenWork, Turn
from handoff.services.handover import Handover
from handoff.services.votes import cast_as_told

PERSON = "/request_human"
"""The payload of a button that asks for a person: needs no assistant to be understood."""

GIVE_UP_AFTER = 5
"""Failures by a mistake of ours after which the customer is told, and a person offered."""


class _Outcome(NamedTuple):
    """What a turn leads to, committed as one."""

    events: tuple[Event, ...]
    steps: tuple[StepDone, ...] = ()
    vote: ArticleVote | None = None

    @property
    def is_said_alone(self) -> bool:
        """Whether it is an answer and nothing else, whatever else an outcome may come to hold."""
        return self == _Outcome(self.events[:1]) and isinstance(self.events[0], AssistantSaid)


@dataclass(frozen=True, slots=True)
class Relay:
    """One message of a conversation at a time; a second try of a turn adds nothing."""

    open_work: OpenWork
    open_look: OpenWork
    """An answer that nothing came in between of is one statement: no transaction around it."""
    assistant: Assistant
    handover: Handover
    monotonic: Callable[[], float] = time.monotonic

    async def carry(self, turn: Turn) -> None:
        """Answer one claimed turn, or say that there is no answer, and let go of the claim."""
        claimed = self.monotonic()
        try:
            outcome = await self._outcome(turn)
            more = await self._commit(turn, outcome, claimed)
        except BaseException as error:
            mistake = isinstance(error, Exception) and not isinstance(error, Refused)
            async with self.open_work() as work:
                await work.turns.release(turn.conversation.id, failed=mistake)
            raise
        await self.handover.hints.changed(turn.conversation.id, turn=more)
        if any(isinstance(event, HumanAsked) for event in outcome.events):
            self.handover.hints.dispatch()
        for guide in {step.guide for step in outcome.steps}:
            await self.handover.hints.ticked(turn.conversation.id, guide)

    async def _outcome(self, turn: Turn) -> _Outcome:
        if turn.failures >= GIVE_UP_AFTER:
            return _Outcome((_sorry(turn, Failure.BROKEN),))
        if turn.said.choice is not None and turn.said.choice.payload == PERSON:
            asked = await self.handover.briefed(turn.conversation, Reason.CUSTOMER_ASKED, None)
            return _Outcome((asked,))
        try:
            answer = await self.assistant.answer(turn)
        except AssistantUnavailable as unavailable:
            return _Outcome(await self._without_answer(turn, unavailable))
        return _Outcome(await self._with_answer(turn, answer), answer.steps, answer.vote)

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
        if not unavailable.away:
            return (_sorry(turn, unavailable.why),)
        # It has answered nobody for a while: waiting for it again would be a promise we can't keep.
        asked = await self.handover.briefed(turn.conversation, Reason.BOT_UNAVAILABLE, None)
        return (asked,)

    async def _commit(self, turn: Turn, outcome: _Outcome, claimed: float) -> bool:
        """All or nothing; an answer that comes after a person took over is refused, not said.

        Whether the customer said more meanwhile.
        """
        if outcome.is_said_alone:
            with suppress(Conflict):
                return await self._commit_alone(turn, outcome.events[0], claimed)
        async with self.open_work() as work:
            current = await work.conversations.locked(turn.conversation.id)
            if current.answered_seq >= turn.seq or not current.awaits_assistant:
                await work.turns.release(turn.conversation.id)
                return current.awaits_assistant
            if outcome.vote is not None:
                await cast_as_told(work, current.id, current.customer, outcome.vote)
            for event in outcome.events:
                current = await work.conversations.append(current, event)
            for step in outcome.steps:
                await work.guides.tick(current.customer, step)
            return current.awaits_assistant

    async def _commit_alone(self, turn: Turn, event: Event, claimed: float) -> bool:
        """To the conversation as it was claimed; Conflict when anything has happened since."""
        waited = timedelta(seconds=self.monotonic() - claimed)
        before = replace(turn.conversation, as_of=turn.conversation.as_of + waited)
        async with self.open_look() as work:
            return (await work.conversations.append(before, event)).awaits_assistant


def _sorry(turn: Turn, why: Failure) -> AssistantFailed:
    return AssistantFailed(
        in_reply_to=turn.seq,
        why=why,
        parts=apology(turn.said.language, turn.seq, PERSON),
    )
