"""Questions that an article answers, the second guess, and saying that nothing was found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.clients import Shelves
from actions.guides import offered
from actions.links import Links
from actions.reply import Reply
from actions.turn import Turn
from knowledge.articles import Article
from knowledge.search import CERTAIN, FAINT, Hit
from payouts.pages import PlatformPages

MOST_GUESSES = 2

# What an intent is about. The first article answers when the message itself decides nothing.
TOPICS: Mapping[str, tuple[str, ...]] = {
    "ask_payout_schedule": (
        "payout-schedule",
        "payout-holidays-cutoff",
        "payout-minimum",
        "payout-methods",
        "hourly-billing",
    ),
    "ask_fees": ("payout-fees", "currency-conversion", "paying-for-work", "pricing-your-work"),
    "change_payout_method": ("change-bank-account", "payout-methods", "name-mismatch"),
    "ask_tax_info": ("tax-data", "invoices-statements"),
    "ask_invoice": ("invoices-statements", "tax-data", "paying-for-work"),
    "ask_milestone": (
        "milestones-basics",
        "milestone-approval",
        "milestone-unfunded",
        "change-requests",
    ),
    "open_dispute": ("dispute-open", "dispute-process", "chargebacks", "refunds-clients"),
    "ask_refund": ("refunds-clients", "chargebacks", "dispute-open"),
    "ask_proposal": ("first-proposal", "profile-checklist", "pricing-your-work", "portfolio"),
    "ask_hiring": (
        "hire-first-freelancer",
        "write-a-brief",
        "budgeting",
        "feedback-routines",
        "paying-for-work",
    ),
    "ask_onboarding": ("profile-checklist", "hire-first-freelancer", "first-proposal"),
    "ask_identity_check": (
        "identity-check-steps",
        "identity-documents",
        "identity-rejected",
        "name-mismatch",
        "data-privacy",
    ),
    "update_profile": ("profile-checklist", "portfolio", "notification-settings", "name-mismatch"),
    "reset_login": ("login-password-2fa",),
    "delete_account": ("close-account", "data-privacy"),
    "ask_support_hours": ("support-hours", "talk-to-a-person", "community-answers"),
}


@dataclass(frozen=True, slots=True)
class Articles:
    """Finds what our help says."""

    shelves: Shelves
    links: Links = field(default_factory=lambda: Links(PlatformPages()))

    async def answer(self, turn: Turn) -> Reply:
        """Show the article that answers; say so plainly when there is none."""
        card = self.card(turn)
        if card is not None and turn.just_shown(card["slug"], card["language"]):
            return Reply().say("utter_article_again")
        reply = self.links.beside_article(_asking(Reply(), "utter_article", card), turn)
        return offered(reply, turn, card["slug"]) if card is not None else reply

    def second_guess(self, turn: Turn) -> Reply:
        """After "no, that did not help": another article, or the plain truth and a person."""
        found = self.shelves.search(turn.before.text or "", turn.language, 5)
        shown = {slug for slug, _ in turn.articles_shown}
        fresh = [hit for hit in found if hit.article.slug not in shown]
        hit = next((hit for hit in fresh if hit.score >= CERTAIN), None)
        if hit is not None:
            return _asking(Reply(), "utter_article_second", card_of(hit.article, hit))
        return _guessing(fresh)

    async def show(self, turn: Turn) -> Reply:
        """The guess that the customer chose."""
        return _asking(
            Reply(), "utter_article", self.named(turn.language, turn.entities.get("article", ""))
        )

    def card(self, turn: Turn, otherwise: str | None = None) -> dict[str, Any] | None:
        """The best article for a turn: by its words within its topic, by its words, by topic."""
        topic = TOPICS.get(turn.intent, ())
        sure = [hit for hit in self._hits(turn) if hit.score >= CERTAIN]
        hit = next((hit for hit in sure if hit.article.slug in topic), sure[0] if sure else None)
        if hit is not None:
            return card_of(hit.article, hit)
        return self.named(turn.language, *filter(None, (otherwise, *topic)))

    def detail(self, language: str, slug: str, question: str) -> dict[str, Any] | None:
        """What this article says to a question beyond its short answer."""
        card = self.named(language, slug)
        found = self.shelves.detail(question, language, slug) if card else None
        return {**card, "passage": found.text} if card and found else None

    def named(self, language: str, *slugs: str) -> dict[str, Any] | None:
        """The first of these articles that exists."""
        for slug in slugs:
            article = self.shelves.article(language, slug)
            if article is not None:
                return card_of(article)
        return None

    def certain(self, turn: Turn, score: float) -> dict[str, Any] | None:
        """An article so close to the words that no intent is needed."""
        hit = next(self._hits(turn), None)
        return card_of(hit.article, hit) if hit and hit.score >= score else None

    def _hits(self, turn: Turn) -> Iterator[Hit]:
        return iter(self.shelves.search(turn.text, turn.language) if turn.text else ())


def judged(reply: Reply, turn: Turn, *, helpful: bool) -> Reply:
    """The answer, with a mark for the front door that the article asked about helped or not."""
    if not turn.was_asked:
        return reply
    slug, language = turn.articles_shown[-1]
    vote = {"slug": slug, "language": language, "helpful": helpful}
    return reply.show("article_vote", vote)


def _guessing(found: Sequence[Hit]) -> Reply:
    """Not known: a person, and what may be meant."""
    guesses = [hit.article for hit in found if hit.score >= FAINT][:MOST_GUESSES]
    if not guesses:
        return Reply().say("utter_article_none")
    buttons = [
        {"title": each.title, "payload": f"/show_article{json.dumps({'article': each.slug})}"}
        for each in guesses
    ]
    return Reply().say("utter_article_guesses", None, *buttons)


def _asking(reply: Reply, response: str, card: dict[str, Any] | None) -> Reply:
    if card is None:
        return reply.say("utter_article_none")
    return reply.show("article", card).say(response)


def card_of(article: Article, hit: Hit | None = None) -> dict[str, Any]:
    """What the chat shows of an article."""
    # The short answer first; the passage that fits the words best adds the detail asked for.
    short = article.passages[0].text
    found = hit.passage.text if hit else short
    return {
        "slug": article.slug,
        "language": article.language,
        "title": article.title,
        "url": f"/help/{article.language}/{article.slug}",
        "passage": short if found == short else f"{short}\n\n{found}",
    }
