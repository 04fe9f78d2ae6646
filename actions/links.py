"""Buttons to the pages of the platform where the customer does what an answer names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.reply import Reply
from actions.turn import Turn
from payouts.acts import Act
from payouts.pages import PlatformPages

# What an article is about that signed-in customers do or see on a page of their own.
OF_INTENT: Mapping[str, Act] = {
    "ask_invoice": Act.SEE_INVOICES,
    "reset_login": Act.SECURITY_SETTINGS,
}


@dataclass(frozen=True, slots=True)
class Links:
    """The platform's pages; their titles are the domain's, as all words are."""

    pages: PlatformPages

    def under(self, reply: Reply, acts: Iterable[Act], **values: str) -> Reply:
        """The answer with a button for each act that has a page."""
        for act in acts:
            url = self.pages.address(act, values)
            if url is not None:
                reply.say(f"utter_link_{act}", {"url": url})
        return reply

    def beside_article(self, reply: Reply, turn: Turn) -> Reply:
        """The answer with the page that goes with the question, for who is signed in."""
        act = OF_INTENT.get(turn.intent)
        return self.under(reply, (act,)) if act and turn.sub else reply
