"""Where a payout is, what is wrong with it, and what if it does not come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from actions.articles import Articles
from actions.choice import unclear
from actions.clients import Book, Clock
from actions.cues import (
    asks_about_less,
    asks_for_another,
    asks_what_if_late,
    is_angry,
)
from actions.links import Links
from actions.need import is_in_need
from actions.picks import corrected
from actions.reply import Reply, by_rule
from actions.turn import Turn
from payouts import answers
from payouts.answers import Answer
from payouts.responses import FOLLOWING, named
from payouts.states import PayoutState
from payouts.values import Payout

# In these states the customer has something to do or to know beyond waiting.
EXPLAINED = frozenset(
    {PayoutState.ON_HOLD, PayoutState.PAID, PayoutState.RETURNED, PayoutState.FAILED}
)
# What such an article is asked for where its short answer does not help. Never said.
_PART: Mapping[PayoutState, Mapping[str, str]] = {
    PayoutState.PAID: {
        "de": "Es steht ausgezahlt, aber auf meinem Konto ist nichts. Was kann ich tun?",
        "en": "It says paid but nothing is in my account. What can I do?",
    },
}
IF_LATE = ("utter_payout_if_late", "utter_payout_if_late_now", "utter_payout_if_late_stopped")
# What may follow such an answer and is still about that payout.
AFTER = tuple(named(name) for name in FOLLOWING)

# What was sent; a sum that differs has its reason behind us.
SENT = frozenset({PayoutState.IN_TRANSIT, PayoutState.PAID})

# The same answer twice in a row is only recalled.
STILL = {state: f"utter_payout_still_{state}" for state in PayoutState}


@dataclass(frozen=True, slots=True)
class Payouts:
    """Answers about the customer's own payouts."""

    book: Book
    articles: Articles
    now: Clock
    links: Links

    async def status(self, turn: Turn) -> Reply:
        """Where is it?"""
        return _for_anger(await self._answer(turn, asks_why=False), turn)

    async def problem(self, turn: Turn) -> Reply:
        """What is wrong with it?"""
        return _for_anger(await self._answer(turn, asks_why=True), turn)

    async def told(self, turn: Turn) -> Payout | None:
        """The payout told last, unless the message names another."""
        last = str(turn.slots.get("payout_told") or "").partition(" ")[0]
        named = turn.entities.get("payout_reference", last)
        if turn.sub is None or not turn.text or not last or named != last:
            return None
        return await self.book.payout(turn.sub, last)

    async def corrected(self, turn: Turn) -> Reply | None:
        """The payout that is meant instead, where just that can be told."""
        meant = await self._corrected(turn, turn.sub) if turn.sub else None
        if meant is None or turn.sub is None:
            return None
        return await self._tell(turn, turn.sub, meant, asks_why=False)

    async def _corrected(self, turn: Turn, sub: str) -> Payout | None:
        if not just_told(turn) or turn.entities.get("payout_reference"):
            return None
        spoken_of = turn.slots.get("payout_reference")
        return corrected(turn, await self.book.payouts_of(sub), spoken_of)

    async def chosen(self, turn: Turn) -> Reply:
        """The one that the form found out; a person where it found none."""
        named = turn.slots.get("payout_reference")
        if turn.sub is None:
            return Reply().say("utter_sign_in")
        payout = await self.book.payout(turn.sub, named) if isinstance(named, str) else None
        if payout is None:
            return Reply().say("utter_payout_not_found").remember("payout_reference", None)
        asks_why = turn.slots.get("payout_question") == "report_payout_problem"
        reply = await self._tell(turn, turn.sub, payout, asks_why=asks_why)
        return _for_need(reply, needed=turn.slots.get("payout_urgent") is True)

    async def another(self, turn: Turn) -> Reply | None:
        """Not the one just told: the one that is named, the other one, or which of the others."""
        if turn.sub is None or turn.entities.get("payout_reference"):
            return await self.status(turn)
        spoken_of = turn.slots.get("payout_reference")
        others = [p for p in await self.book.payouts_of(turn.sub) if p.reference != spoken_of]
        meant = await self._corrected(turn, turn.sub)
        if meant is not None or len(others) == 1:
            return await self._tell(turn, turn.sub, meant or others[0], asks_why=False)
        return unclear(turn, spoken_of) if others else None

    async def _answer(self, turn: Turn, *, asks_why: bool) -> Reply:
        if turn.sub is None:
            return Reply().say("utter_sign_in")
        instead = await self.corrected(turn)
        if instead is not None:
            return instead
        named = turn.entities.get("payout_reference") or _spoken_of(turn)
        if named is None:
            return await self._find(turn, turn.sub, asks_why=asks_why)
        payout = await self.book.payout(turn.sub, named)
        if payout is None:
            unknown = Reply().say("utter_payout_unknown", {"reference": named})
            return unknown.remember("payout_reference", None)
        return await self._tell(turn, turn.sub, payout, asks_why=asks_why)

    async def _find(self, turn: Turn, sub: str, *, asks_why: bool) -> Reply:
        payouts = _others(await self.book.payouts_of(sub), turn)
        meant = _meant(payouts, turn.entities.get("amount"), stopped=asks_why)
        if not meant:
            return await self._nothing_yet(turn, sub)
        if len(meant) == 1:
            return await self._tell(turn, sub, meant[0], asks_why=asks_why)
        return unclear(turn, _passed_over(turn))

    async def _nothing_yet(self, turn: Turn, sub: str) -> Reply:
        """Without any payout the money may be on its way to becoming one."""
        earnings, profile = await self.book.earnings_of(sub), await self.book.profile(sub)
        if not earnings or profile is None:
            return _for_need(Reply().say("utter_payout_none"), needed=is_in_need(turn.text))
        found = answers.earning_answer(earnings[0], profile, self.now(), turn.language)
        reply = self.links.under(Reply().say(found.response, found.values), found.acts)
        return _for_need(reply, needed=is_in_need(turn.text))

    async def _tell(self, turn: Turn, sub: str, payout: Payout, *, asks_why: bool) -> Reply:
        profile = await self.book.profile(sub)
        reply = Reply().remember("payout_reference", payout.reference)
        if asks_what_if_late(turn.text):
            late = answers.if_late(payout, profile, self.now(), turn.language)
            by_rule(reply.say(late.response, late.values), late.rule)
        else:
            found = answers.answer(payout, profile, self.now(), turn.language, asks_why=asks_why)
            if payout.state in SENT and asks_why and asks_about_less(turn.text):
                return self._of_sum(reply, turn, found)
            by_rule(self._say(reply, turn, payout, found), found.rule)
        return _for_need(reply, needed=is_in_need(turn.text))

    def _of_sum(self, reply: Reply, turn: Turn, found: Answer) -> Reply:
        """Why another sum may have arrived than was sent."""
        reply.say("utter_payout_amount", found.values).show("payout", found.card)
        return reply.show("article", self.articles.named(turn.language, "payout-fees"))

    def _say(self, reply: Reply, turn: Turn, payout: Payout, found: Answer) -> Reply:
        told = f"{payout.reference} {found.response} {turn.language}"
        reply.remember("payout_told", told)
        still = STILL[payout.state]
        just_now = turn.before.told(found.response, still)
        # A button asks to see it, however long ago it was told.
        again = turn.slots.get("payout_told") == told and (just_now or turn.text)
        if again and not found.rule:
            reply.say(still, found.values)
            return reply if just_now else reply.show("payout", found.card)
        if found.preface:
            reply.say(found.preface, found.values)
        reply.say(found.response, found.values).show("payout", found.card)
        if payout.state in EXPLAINED and found.article and not found.rule:
            reply.show("article", self._about(payout, turn.language, found.article))
        return self.links.under(reply, found.acts, payout_reference=payout.reference)

    def _about(self, payout: Payout, language: str, slug: str) -> dict[str, Any] | None:
        """The article, or the part of it that speaks of this state."""
        question = _PART.get(payout.state)
        if question is None:
            return self.articles.named(language, slug)
        return self.articles.detail(language, slug, question[language])


def _for_need(reply: Reply, *, needed: bool) -> Reply:
    """After the answer a person, where something that cannot wait depends on the money."""
    if not needed or reply.hands_over:
        return reply
    return by_rule(_unoffered(reply), "urgent_need")


def _unoffered(reply: Reply) -> Reply:
    """Without the words that only recall an answer and ask whether to bring in a person."""
    reply.said = [each for each in reply.said if each.get("response") not in STILL.values()]
    return reply


def _for_anger(reply: Reply, turn: Turn) -> Reply:
    """Anger goes to a person, after the facts; no form asks on then."""
    if reply.hands_over or not is_angry(turn.text):
        return reply
    if reply.slots.get("payout_unclear"):
        reply = Reply()
    return by_rule(_unoffered(reply), "anger")


def _spoken_of(turn: Turn) -> str | None:
    """The payout of the turn before, unless the message means another one."""
    if not just_told(turn) or not turn.text:
        return None
    if "amount" in turn.entities or asks_for_another(turn.text):
        return None
    reference = turn.slots.get("payout_reference")
    return reference if isinstance(reference, str) else None


def just_told(turn: Turn) -> bool:
    """Whether the turn before was about one payout."""
    return turn.before.showed("payout") or turn.before.told(*IF_LATE, *AFTER, *STILL.values())


def _passed_over(turn: Turn) -> str | None:
    """The payout just spoken of, where somebody asks for another."""
    spoken_of = turn.slots.get("payout_reference")
    return spoken_of if just_told(turn) and asks_for_another(turn.text) else None


def _others(payouts: Sequence[Payout], turn: Turn) -> Sequence[Payout]:
    """Without the payout just spoken of, where somebody asks for another and has one."""
    return [each for each in payouts if each.reference != _passed_over(turn)] or payouts


def _meant(payouts: Sequence[Payout], amount: str | None, *, stopped: bool) -> Sequence[Payout]:
    """Those that fit what was said: the amount, or, where something is wrong, the one stopped."""
    if amount:
        number, _, currency = amount.partition(" ")
        fitting = [p for p in payouts if (p.amount, p.currency) == (Decimal(number), currency)]
        if fitting:
            return fitting
    troubled = [p for p in payouts if p.state in _STOPPED]
    return troubled if stopped and len(troubled) == 1 else payouts


_STOPPED = frozenset({PayoutState.ON_HOLD, PayoutState.RETURNED, PayoutState.FAILED})
