"""Which of several payouts is meant: the question of payout_form and what counts as its answer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from actions.clients import Book, Clock
from actions.need import is_in_need
from actions.picks import picked
from actions.reply import Button, Reply
from actions.turn import Turn
from payouts.localisation import local
from payouts.values import Payout, Profile

ASKED_BY = ("ask_payout_status", "report_payout_problem")
# What is said when an answer named no payout of the customer's.
FAILED = ("utter_payout_unknown_here", "utter_payout_unfitting")
MOST_CHOICES = 6


def unclear(turn: Turn, passed_over: str | None = None) -> Reply:
    """Begin the form: a rule starts it where `payout_unclear` is set."""
    reply = Reply().remember("payout_unclear", True).remember("payout_reference", None)
    asked = turn.intent if turn.intent in ASKED_BY else ASKED_BY[0]
    reply.remember("payout_question", asked).remember("payout_passed_over", passed_over)
    return reply.remember("payout_urgent", is_in_need(turn.text))


@dataclass(frozen=True, slots=True)
class Choice:
    """Asks which payout is meant and accepts only the customer's own."""

    book: Book
    now: Clock

    async def ask(self, turn: Turn) -> Reply:
        """Offer the payouts as buttons."""
        reply = Reply().remember("payout_unclear", None)
        if turn.sub is None:
            return reply.say("utter_sign_in")
        profile = await self.book.profile(turn.sub)
        offered = await self._offered(turn, turn.sub)
        return reply.say("utter_payout_which", None, *self._buttons(turn, offered, profile))

    async def validate(self, turn: Turn) -> Reply:
        """Accept an answer, refuse it, or leave the message to the other rules."""
        if turn.slots.get("requested_slot") != "payout_reference":
            return Reply()  # the form only begins; nothing was asked yet
        if turn.sub is None:
            return _ended()
        named = turn.entities.get("payout_reference")
        if named:
            own = await self.book.payout(turn.sub, named)
            refusal = Reply().say("utter_payout_unknown_here", {"reference": named})
            return _outcome(turn, [own] if own else [], refusal)
        found = picked(turn, await self._offered(turn, turn.sub))
        if found is None:
            return _repeated(turn)
        return _outcome(turn, found, Reply().say("utter_payout_unfitting"))

    async def _offered(self, turn: Turn, sub: str) -> Sequence[Payout]:
        passed_over = turn.slots.get("payout_passed_over")
        own = await self.book.payouts_of(sub)
        return [each for each in own if each.reference != passed_over][:MOST_CHOICES]

    def _buttons(
        self, turn: Turn, payouts: Sequence[Payout], profile: Profile | None
    ) -> list[Button]:
        write = local(profile, self.now(), turn.language)
        asked = turn.slots.get("payout_question") or ASKED_BY[0]
        return [
            {
                "title": f"{each.reference} · {write.money(each.amount, each.currency)}",
                "payload": f"/{asked}{json.dumps({'payout_reference': each.reference})}",
            }
            for each in payouts
        ]


def _outcome(turn: Turn, found: Sequence[Payout], refusal: Reply) -> Reply:
    if len(found) == 1:
        return Reply().remember("payout_reference", found[0].reference)
    if turn.before.told(*FAILED):
        return _ended()
    return refusal.remember("payout_reference", None)


def _repeated(turn: Turn) -> Reply:
    """Ask again after a plain yes or the same question; leave anything else to the rules."""
    if turn.intent not in (*ASKED_BY, "affirm"):
        return Reply()
    reply = Reply().remember("payout_reference", None)
    return reply if turn.intent == "affirm" else reply.remember("payout_question", turn.intent)


def _ended() -> Reply:
    """Without a slot to ask for the form is over; the action after it says what that means."""
    return Reply().remember("payout_reference", None).remember("requested_slot", None)
