"""How a milestone or a gate stands: told in full once, then only what new words ask about it."""

from typing import Any

from actions.articles import Articles
from actions.reply import Reply
from actions.turn import Turn
from payouts.responses import Answer


def told(articles: Articles, turn: Turn, subject: str, found: Answer) -> Reply:
    """The answer with its article; once told, what the article says to the new words."""
    key = f"{subject} {found.response} {turn.language}"
    if turn.slots.get("standing_told") == key and turn.text:
        return _again(articles, turn, found.article)
    reply = Reply().say(found.response, found.values).remember("standing_told", key)
    return reply.show("article", articles.card(turn, found.article))


def _again(articles: Articles, turn: Turn, slug: str | None) -> Reply:
    card = articles.detail(turn.language, slug, turn.text or "") if slug else None
    if card is None or _was_shown(card, turn):
        return Reply().say("utter_standing_again")
    whole = articles.named(turn.language, card["slug"]) or card
    both = dict.fromkeys((whole["passage"], card["passage"]))
    return Reply().show("article", {**card, "passage": "\n\n".join(both)}).say("utter_article")


def _was_shown(card: dict[str, Any], turn: Turn) -> bool:
    shown = (each.custom.get("article") for each in turn.before.said)
    return any(each and card["passage"] in each["passage"] for each in shown)
