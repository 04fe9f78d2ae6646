"""How a milestone or a gate stands: told in full once, then only what new words ask about it."""

from collections.abc import Iterator
from typing import Any

from actions.articles import Articles
from actions.reply import Reply
from actions.turn import Said, Turn
from payouts.responses import Answer


def told(articles: Articles, turn: Turn, subject: str, found: Answer) -> Reply:
    """The answer with its article; once told, what the article says to the new words."""
    key = f"{subject} {found.response} {turn.language}"
    if turn.slots.get("standing_told") == key and turn.text:
        return _again(articles, turn, found.article)
    reply = Reply().say(found.response, found.values).remember("standing_told", key)
    return reply.show("article", articles.card(turn, found.article))


def _again(articles: Articles, turn: Turn, slug: str | None) -> Reply:
    said_again = turn.text == turn.before.text
    for card in _cards(articles, turn, slug) if slug and not said_again else ():
        return Reply().show("article", card).say("utter_article")
    return Reply().say("utter_standing_again")


def _cards(articles: Articles, turn: Turn, slug: str) -> Iterator[dict[str, Any]]:
    """What the article says to the new words, or its short answer; never what was just shown."""
    shown = [each.custom["article"]["passage"] for each in turn.before.said if _is_card(each)]
    whole = articles.named(turn.language, slug)
    detail = articles.detail(turn.language, slug, turn.text or "")
    if whole and detail and not any(detail["passage"] in passage for passage in shown):
        yield {**whole, "passage": f"{whole['passage']}\n\n{detail['passage']}"}
    if whole and whole["passage"] not in shown:
        yield whole


def _is_card(said: Said) -> bool:
    return bool(said.custom.get("article"))
