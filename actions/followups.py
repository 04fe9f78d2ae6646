"""What is said right after an answer about one payout, and means that payout without naming it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from actions.clients import Book, Clock
from actions.cues import (
    asks_for_another,
    asks_to_trace,
    says_put_right,
)
from actions.links import Links
from actions.need import is_in_need
from actions.payouts import SENT
from actions.reply import Reply, by_rule
from actions.turn import Turn
from payouts import answers
from payouts.acts import Act
from payouts.reasons import ACCOUNT, GATES
from payouts.states import PayoutState
from payouts.values import Payout

Action = Callable[[Turn], Awaitable[Reply]]
_STOPPED = frozenset({PayoutState.ON_HOLD, PayoutState.RETURNED, PayoutState.FAILED})
# Matters in which need is about the money; elsewhere it may be about anything.
_OF_MONEY = frozenset(
    {
        "ask_payout_status",
        "report_payout_problem",
        "ask_payout_schedule",
        "out_of_scope",
        "nlu_fallback",
    }
)
# In these "I have added it" is about what stopped the payout; elsewhere about anything.
_OF_CAUSES = _OF_MONEY | {"change_payout_method", "ask_identity_check", "ask_tax_info", "affirm"}


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Goes on with the payout that was told, where a message only makes sense with it."""

    book: Book
    now: Clock
    links: Links

    def before(self, action: Action) -> Action:
        """The action, unless the message goes on with the payout that was told."""

        async def run(turn: Turn) -> Reply:
            return await self.reply(turn) or await action(turn)

        return run

    async def reply(self, turn: Turn) -> Reply | None:
        """What follows for the payout that was told; None where nothing does."""
        payout = await self._told(turn)
        if payout is None or turn.sub is None:
            return None
        if turn.intent in _OF_MONEY and is_in_need(turn.text):
            return by_rule(Reply(), "urgent_need")
        if turn.intent not in _OF_CAUSES or asks_for_another(turn.text):
            return None
        return await self._answer(turn, turn.sub, payout)

    async def _answer(self, turn: Turn, sub: str, payout: Payout) -> Reply | None:
        asked = (payout, await self.book.profile(sub), self.now(), turn.language)
        if payout.state in SENT and asks_to_trace(turn.text):
            found = answers.traced(*asked)
        elif _is_put_right(payout, turn):
            found = answers.if_put_right(*asked)
        else:
            return None
        reply = Reply().say(found.response, found.values)
        self.links.under(reply, {Act.REQUEST_PAYOUT} & set(found.acts))
        return by_rule(reply.remember("payout_reference", payout.reference), found.rule)

    async def _told(self, turn: Turn) -> Payout | None:
        """The payout told last, unless the message names another."""
        told = str(turn.slots.get("payout_told") or "").partition(" ")[0]
        named = turn.entities.get("payout_reference", told)
        if turn.sub is None or not turn.text or not told or named != told:
            return None
        return await self.book.payout(turn.sub, told)


def _is_put_right(payout: Payout, turn: Turn) -> bool:
    """Whether its owner says to have done what the reason asks for."""
    of_owner = payout.public_reason in ACCOUNT | GATES
    return of_owner and payout.state in _STOPPED and says_put_right(turn.text)
