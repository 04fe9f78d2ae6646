"""Drafts of replies."""

from aiohttp import web

from handoff.api import requests
from handoff.api.auth import AGENT, conversation_id, parsed
from handoff.api.composing import gives
from handoff.api.composing.keys import DRAFTING, DRAFTS_RULE
from handoff.api.customers import answer
from handoff.api.keys import LIMITS
from handoff.domain.drafting import Draft, PayoutSource, Source


async def draft(request: web.Request) -> web.Response:
    """Made of payout facts and articles; for the agent's eyes, sent by nobody but them."""
    await parsed(request, requests.Nothing)
    await request.app[LIMITS].count(request.app[DRAFTS_RULE], str(request[AGENT].id))
    made = await request.app[DRAFTING].draft(request[AGENT], conversation_id(request))
    return answer(gives.DraftAnswer(draft=_draft(made)))


def _draft(it: Draft) -> gives.ReplyDraft:
    return gives.ReplyDraft(
        id=it.id,
        language=it.language,
        text=it.text,
        maker=it.maker,
        sources=tuple(map(_source, it.sources)),
    )


def _source(it: Source) -> gives.SourceAnswer:
    if isinstance(it, PayoutSource):
        return gives.SourceAnswer(kind=it.kind, reference=it.reference, state=it.state)
    link = it.article
    return gives.SourceAnswer(
        kind=it.kind, slug=link.slug, title=link.title, url=link.url, passage=link.passage
    )
