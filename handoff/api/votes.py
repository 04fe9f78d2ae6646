"""Whether articles helped: in chats, on the help pages, and all in all."""

import re
import secrets

from aiohttp import web

from handoff.api import answers, requests, wire
from handoff.api.auth import CUSTOMER, client_address, conversation_id, number, parsed, seq_of
from handoff.api.customers import answer
from handoff.api.keys import ARTICLES, EDGE, LIMITS, RULES, VOTES
from handoff.api.pages import NEVER, html, language_of, site
from handoff.domain.errors import Invalid
from handoff.domain.votes import ArticleVote

BROWSER = "lotse_reader"
"""Tells browsers apart on the help pages, so that each has one vote on an article."""

BROWSER_TOKEN = re.compile(r"[\w-]{22}", re.ASCII)
REMEMBERED_S = 90 * 86_400
FORMS = {b"helpful=yes": True, b"helpful=no": False}
"""All that the form of the page can send."""


async def cast(request: web.Request) -> web.Response:
    """An article that was shown in this event helped, or did not; the latest word holds."""
    customer, conversation = request[CUSTOMER], conversation_id(request)
    await request.app[LIMITS].count(request.app[RULES].messages, str(customer.id))
    wanted, seq = await parsed(request, requests.VoteOnArticle), seq_of(request)
    vote = await request.app[VOTES].cast(
        customer.id, conversation, seq, wanted.slug, helpful=wanted.helpful
    )
    return answer(answers.ArticleVoteAnswer(slug=vote.slug, helpful=vote.helpful))


async def usefulness(request: web.Request) -> web.Response:
    """How often articles were shown and helped, worst first."""
    days = number(request, "days", 90, 365, least=1)
    found = await request.app[VOTES].usefulness(days)
    return answer(answers.UsefulnessAnswer(days=days, articles=tuple(map(wire.usefulness, found))))


async def cast_on_page(request: web.Request) -> web.StreamResponse:
    """The form under an article; the page again, with thanks."""
    await request.app[LIMITS].count(request.app[RULES].page_votes, client_address(request))
    language, slug = language_of(request), request.match_info["slug"]
    helpful = FORMS.get(await request.read())
    if helpful is None:
        raise Invalid("helpful", "must be yes or no")
    page = request.app[ARTICLES].page(language, slug, site(request), helpful=helpful)
    browser = _browser(request)
    vote = ArticleVote(slug=slug, language=language, helpful=helpful)
    await request.app[VOTES].cast_on_page(browser, vote)
    response = html(page)
    response.headers["Cache-Control"] = NEVER
    response.set_cookie(
        BROWSER,
        browser,
        max_age=REMEMBERED_S,
        path="/help",
        secure=request.app[EDGE].secure_cookies,
        httponly=True,
        samesite="Lax",
    )
    return response


async def back_to_page(request: web.Request) -> web.StreamResponse:
    """To the article, for whoever comes back to where the form led."""
    language, slug = language_of(request), request.match_info["slug"]
    request.app[ARTICLES].page(language, slug)
    raise web.HTTPFound(f"/help/{language}/{slug}")


def _browser(request: web.Request) -> str:
    """What we called it, or a name that nobody can guess."""
    known = request.cookies.get(BROWSER, "")
    return known if BROWSER_TOKEN.fullmatch(known) else secrets.token_urlsafe(16)
