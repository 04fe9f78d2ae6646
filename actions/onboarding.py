"""How to begin: not the same for those who offer work and those who have work done."""

from collections.abc import Mapping
from dataclasses import dataclass

from actions.articles import Articles
from actions.cues import side_of
from actions.guides import offered
from actions.reply import Reply
from actions.turn import Turn

_BEGINNINGS: Mapping[str, str] = {
    "freelancer": "profile-checklist",
    "client": "hire-first-freelancer",
}


@dataclass(frozen=True, slots=True)
class Onboarding:
    """Answers people who are new."""

    articles: Articles

    async def answer(self, turn: Turn) -> Reply:
        """The article and the guide for their side; which side, where that is not known."""
        side = turn.entities.get("side") or side_of(turn.text) or turn.kind
        slug = _BEGINNINGS.get(side)
        if slug is None:
            return Reply().say("utter_onboarding_which")
        card = self.articles.named(turn.language, slug)
        if card is None:
            return Reply().say("utter_article_none")
        if turn.just_shown(card["slug"], card["language"]):
            return Reply().say("utter_article_again")
        reply = Reply().show("article", card).say("utter_article")
        return offered(reply, turn, card["slug"], side)
