"""Yes, no, thanks, another language, and what was not understood."""

from dataclasses import dataclass

from actions.articles import Articles, judged
from actions.cues import (
    asks_for_another,
    asks_to_repeat,
    asks_what_if_late,
    asks_what_to_do,
    asks_why,
    named_language,
    says_unhelpful,
)
from actions.followups import FollowUps
from actions.gibberish import says_nothing
from actions.need import is_in_need
from actions.payouts import AFTER, STILL, Payouts, just_told
from actions.reply import Reply
from actions.turn import LANGUAGES, Turn

NOT_CLEAR = "utter_not_clear"
# A "yes" after one of these is a yes to a person.
OFFERS = (
    "utter_ask_rephrase",
    "utter_out_of_scope_again",
    NOT_CLEAR,
    "utter_standing_again",
    "utter_article_again",
    "utter_article_none",
    "utter_article_guesses",
    "utter_backend_down",
    "utter_payout_not_found",
    *STILL.values(),
)
# These say that a message was not understood, or was nothing for us.
UNCLEAR = ("utter_ask_rephrase", NOT_CLEAR)
OUTSIDE = ("utter_out_of_scope", "utter_out_of_scope_again")
# Without an intent only an article that is all but a quotation may answer.
UNMISTAKABLE = 0.93


@dataclass(frozen=True, slots=True)
class Talk:
    """Keeps a conversation going, or hands it over before it turns in circles."""

    articles: Articles
    payouts: Payouts
    followups: FollowUps

    async def affirm(self, turn: Turn) -> Reply:
        """Yes: to an article, to a person, or to nothing in particular."""
        if turn.before.told(*OFFERS):
            return Reply().hand_over("utter_handing_over", "customer_asked")
        if not turn.was_asked:
            return Reply().say("utter_affirm")
        return self._unhelpful(turn) or judged(Reply(), turn, helpful=True).say("utter_glad")

    async def thank(self, turn: Turn) -> Reply:
        """Thanks for an article mean that it helped, unless they say that it did not."""
        return self._unhelpful(turn) or judged(Reply(), turn, helpful=True).say("utter_thank")

    async def deny(self, turn: Turn) -> Reply:
        """No: to an article, to the payout that was told, or to nothing in particular."""
        another = await self.payouts.another(turn) if just_told(turn) else None
        if another is not None:
            return another
        if turn.before.showed("article") or turn.before.told("utter_article_again"):
            return judged(self.articles.second_guess(turn), turn, helpful=False)
        return Reply().say("utter_deny")

    def _unhelpful(self, turn: Turn) -> Reply | None:
        """What "thanks, but that did not help" leads to."""
        if not (turn.was_asked and says_unhelpful(turn.text)):
            return None
        return judged(self.articles.second_guess(turn), turn, helpful=False)

    async def change_language(self, turn: Turn) -> Reply:
        """Go on in the language that was named, from this answer on."""
        language = turn.entities.get("to") or named_language(turn.text)
        if language not in LANGUAGES:
            return Reply().say("utter_language_unknown")
        reply = Reply().show("language", language).remember("language", language)
        if turn.text and "to" in turn.entities:
            return reply  # a question came with the wish, and its answer follows
        return reply.say(f"utter_language_now_{language}")

    async def misunderstood(self, turn: Turn) -> Reply:
        """Once: ask for other words. Twice in a row: a person."""
        leaning = await self._by_what_was_said(turn)
        if leaning is not None:
            return leaning
        card = self.articles.certain(turn, UNMISTAKABLE)
        if card is not None:
            return Reply().show("article", card).say("utter_article")
        return _lost(turn)

    async def out_of_scope(self, turn: Turn) -> Reply:
        """Once: what it can do. Again: a person first. What says nothing is not understood."""
        leaning = await self._by_what_was_said(turn)
        if leaning is not None:
            return leaning
        if says_nothing(turn.text) or turn.before.told(*UNCLEAR):
            return _lost(turn)
        again = turn.before.told(*OUTSIDE)
        return Reply().say(OUTSIDE[1] if again else OUTSIDE[0])

    async def _by_what_was_said(self, turn: Turn) -> Reply | None:
        """What only means something with what was said before."""
        if turn.before.said and asks_to_repeat(turn.text):
            return Reply().repeat(turn.before.said)
        if is_in_need(turn.text) and turn.sub is not None:
            return await self.payouts.status(turn)
        return await self._about_the_last_payout(turn)

    async def bare_question(self, turn: Turn) -> Reply:
        """A question word alone: about the payout that was told, or the article that was shown."""
        if turn.before.showed("article") and not just_told(turn):
            return self._more_of_article(turn)
        payout = await self.payouts.told(turn)
        if payout is None:
            return self._more_of_article(turn)
        if turn.before.told(*AFTER):
            return Reply().repeat(turn.before.said)
        if asks_why(turn.text) or asks_what_to_do(turn.text):
            return await self.followups.explained(turn, payout)
        return await self.payouts.status(turn)

    def _more_of_article(self, turn: Turn) -> Reply:
        if not turn.articles_shown:
            return _lost(turn)
        slug, _ = turn.articles_shown[-1]
        card = self.articles.detail(turn.language, slug, turn.text or "")
        if card is None or turn.has_just_read(card["passage"]):
            return Reply().say("utter_article_again")
        return Reply().show("article", card).say("utter_article")

    async def not_clear(self, turn: Turn) -> Reply:
        """The answer before was not understood: another one, or a person to explain it."""
        if turn.was_asked:
            return judged(self.articles.second_guess(turn), turn, helpful=False)
        if turn.before.told(*UNCLEAR, *OUTSIDE):
            return _lost(turn)
        return Reply().say(NOT_CLEAR)

    async def _about_the_last_payout(self, turn: Turn) -> Reply | None:
        corrected = await self.payouts.corrected(turn)
        if corrected is not None or not just_told(turn):
            return corrected
        if asks_what_if_late(turn.text):
            return await self.payouts.problem(turn)
        return await self.payouts.status(turn) if asks_for_another(turn.text) else None


def _lost(turn: Turn) -> Reply:
    """Ask for other words; a person where that was asked for just now."""
    if turn.before.told(*UNCLEAR, *OUTSIDE):
        return Reply().hand_over("utter_bot_failed_twice", "bot_failed_twice")
    return Reply().say("utter_ask_rephrase")
