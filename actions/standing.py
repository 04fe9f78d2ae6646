"""How a milestone or a gate stands: told in full once, then only what new words ask about it."""

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
    whole = articles.named(turn.language, slug) if slug else None
    if whole is None or turn.text == turn.before.text:
        return Reply().say("utter_standing_again")
    detail = articles.detail(turn.language, whole["slug"], turn.text or "")
    if detail is not None and not turn.has_just_read(detail["passage"]):
        whole["passage"] += f"\n\n{detail['passage']}"
    return Reply().show("article", whole).say("utter_article")
