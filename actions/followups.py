"""What is said right after an answer about one payout, and means that payout without naming it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from actions.cues import (
    asks_for_another,
    asks_to_cancel,
    asks_to_trace,
    asks_why,
    says_put_right,
)
from actions.need import is_in_need
from actions.payouts import SENT, Payouts, just_told
from actions.reply import Reply, by_rule
from actions.turn import Turn
from payouts import answers
from payouts.acts import Act
from payouts.answers import Answer
from payouts.reasons import ACCOUNT, GATES, article, worded
from payouts.states import PayoutState, Reason
from payouts.values import Payout, Profile

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
_OF_CAUSES = _OF_MONEY | {
    "change_payout_method",
    "ask_identity_check",
    "ask_tax_info",
    "affirm",
}
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Goes on with the payout that was told, where a message only makes sense with it."""

    payouts: Payouts

    def before(self, action: Action) -> Action:
        """The action, unless the message goes on with the payout that was told."""

        async def run(turn: Turn) -> Reply:
            return await self.reply(turn) or await action(turn)

        return run

    async def reply(self, turn: Turn) -> Reply | None:
        """What follows for the payout that was told; None where nothing does."""
        payout = await self.payouts.told(turn)
        if payout is None or turn.sub is None:
            return None
        if turn.intent in _OF_MONEY and is_in_need(turn.text):
            return by_rule(Reply(), "urgent_need")
        if turn.intent not in _OF_CAUSES or asks_for_another(turn.text):
            return None
        if _asks_why_short(turn):
            return await self.explained(turn, payout)
        return await self._answer(turn, turn.sub, payout)

    async def explained(self, turn: Turn, payout: Payout) -> Reply:
        """What our help says of the reason to the words, or else how the payout stands."""
        reason = worded(payout.state, payout.public_reason)
        if reason is not None and reason is not Reason.REVIEW:
            slug = article(payout.state, reason)
            card = self.payouts.articles.detail(turn.language, slug, turn.text or "")
            if card is not None and not turn.has_just_read(card["passage"]):
                return Reply().show("article", card).say("utter_article")
        tell = self.payouts.problem if asks_why(turn.text) else self.payouts.status
        return await tell(turn)

    async def _answer(self, turn: Turn, sub: str, payout: Payout) -> Reply | None:
        book, now = self.payouts.book, self.payouts.now
        asked = (payout, await book.profile(sub), now(), turn.language)
        found = _found(turn, *asked)
        if found is None:
            return None
        reply = Reply().say(found.response, found.values)
        self.payouts.links.under(reply, {Act.REQUEST_PAYOUT} & set(found.acts))
        return by_rule(reply.remember("payout_reference", payout.reference), found.rule)


def _found(
    turn: Turn, payout: Payout, profile: Profile | None, now: datetime, language: str
) -> Answer | None:
    asked = (payout, profile, now, language)
    if payout.state in SENT and asks_to_trace(turn.text):
        return answers.traced(*asked)
    if asks_to_cancel(turn.text):
        return answers.if_cancelled(*asked)
    return answers.if_put_right(*asked) if _is_put_right(payout, turn) else None


def _asks_why_short(turn: Turn) -> bool:
    """A short "why check" right behind the answer, which has no other matter of its own."""
    short = len((turn.text or "").split()) <= _MOST_WORDS
    return short and just_told(turn) and asks_why(turn.text)


def _is_put_right(payout: Payout, turn: Turn) -> bool:
    """Whether its owner says to have done what the reason asks for."""
    of_owner = payout.public_reason in ACCOUNT | GATES
    return of_owner and payout.state in _STOPPED and says_put_right(turn.text)
