"""Short questions that carry on with the matter before them: "and on Sundays?"."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from actions.articles import Articles, card_of
from actions.cues import asks_for_another, asks_what_if_late, more, named_language
from actions.followups import FollowUps
from actions.payouts import just_told
from actions.reply import Reply
from actions.turn import Turn

Action = Callable[[Turn], Awaitable[Reply]]
# What a question behind an answer about one's own payout is about.
PAYOUTS = "payout-schedule"
# How well an article has to fit both the new words and the matter (their product, 0 to 1).
FITTING = 0.25
LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class Thread:
    """Answers within the last matter what has none of its own."""

    articles: Articles
    followups: FollowUps

    def within(self, action: Action) -> Action:
        """The action, unless the message only carries on."""

        async def run(turn: Turn) -> Reply:
            return self.carried_on(turn) or await action(turn)

        return self.followups.before(run)

    def carried_on(self, turn: Turn) -> Reply | None:
        """The passage about the new words within the matter before; None where there is none."""
        added, topic = more(turn.text), _topic(turn)
        if added is None or topic is None:
            return None
        if _about_payouts(turn) or _about_language(turn):
            return None
        return self._found(turn, topic, added)

    def _found(self, turn: Turn, topic: str, added: str) -> Reply | None:
        shelves = self.articles.shelves
        article = shelves.article(turn.language, topic)
        if article is None:
            return None
        matter = f"{article.title} {added}"
        within = {
            hit.article.slug: hit.score for hit in shelves.search(matter, turn.language, LOOKED_AT)
        }
        ranked = [
            (hit.score * within.get(hit.article.slug, 0), hit)
            for hit in shelves.search(added, turn.language, LOOKED_AT)
        ]
        score, hit = max(ranked, key=lambda each: each[0], default=(0, None))
        if hit is None or score < FITTING:
            return None
        return Reply().show("article", card_of(hit.article, hit)).say("utter_article")


def _topic(turn: Turn) -> str | None:
    if turn.articles_shown and (
        turn.before.showed("article") or turn.before.told("utter_article_again")
    ):
        return turn.articles_shown[-1][0]
    return PAYOUTS if just_told(turn) else None


def _about_payouts(turn: Turn) -> bool:
    """Whether it is about one of the customer's payouts, which is found elsewhere."""
    named = {"payout_reference", "amount"} & set(turn.entities)
    return bool(named) or asks_for_another(turn.text) or asks_what_if_late(turn.text)


def _about_language(turn: Turn) -> bool:
    return turn.intent == "change_language" and named_language(turn.text) is not None
