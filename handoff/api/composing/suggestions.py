"""Help pages that fit what an agent is writing."""

from aiohttp import web

from handoff.api import answers, wire
from handoff.api.auth import AGENT, parsed
from handoff.api.composing import takes
from handoff.api.composing.keys import SUGGESTIONS_RULE
from handoff.api.customers import answer
from handoff.api.keys import ARTICLES, LIMITS
from handoff.services.drafting import SURE

SUGGESTED = 3
"""More would be in the way."""

READ = 400
"""Characters of the text that are looked at: what was typed last."""


async def articles(request: web.Request) -> web.Response:
    """Only those that are sure to fit; the text comes in a body, for addresses are logged."""
    await request.app[LIMITS].count(request.app[SUGGESTIONS_RULE], str(request[AGENT].id))
    wanted = await parsed(request, takes.SuggestArticles)
    found = request.app[ARTICLES].search(wanted.text[-READ:], wanted.language, SUGGESTED)
    fitting = tuple(wire.article(each) for each in found if each.score >= SURE)
    return answer(answers.ArticlesAnswer(articles=fitting))
