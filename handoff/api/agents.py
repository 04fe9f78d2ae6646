"""What the console calls."""

from aiohttp import web

from handoff.api import answers, requests, wire
from handoff.api.auth import AGENT, COOKIE, client_address, conversation_id, number, parsed, seq_of
from handoff.api.customers import answer, language
from handoff.api.keys import (
    ACCESS,
    ARTICLES,
    DESK,
    DISCLOSURE,
    EDGE,
    GUIDES,
    LIMITS,
    LOOKING,
    PRESENCE,
    RULES,
    SURGES,
)
from handoff.api.transcript import Audience, event
from handoff.domain.errors import Invalid, Unknown
from handoff.domain.ids import AttachmentId, ConversationId, MessageId
from handoff.domain.messages import Article, Part, ShownGuide
from handoff.domain.people import Language, Status
from handoff.domain.replying import NO_STEPS, Beside, Steps
from handoff.ports import Receipt

ROWS = 200
"""Rows of one answer."""


async def log_in(request: web.Request) -> web.Response:
    """Counted by address and by e-mail, so that neither can be guessed through."""
    wanted = await parsed(request, requests.LogIn)
    for subject in (client_address(request), wanted.email.casefold()):
        await request.app[LIMITS].count(request.app[RULES].log_ins, subject)
    token, known = await request.app[ACCESS].log_in(wanted.email, wanted.password)
    agent = await request.app[PRESENCE].become(known.id, Status.ONLINE)
    response = answer(answers.MeAnswer(agent=wire.agent(agent)))
    secure = request.app[EDGE].secure_cookies
    response.set_cookie(COOKIE, token, httponly=True, samesite="Strict", secure=secure, path="/")
    return response


async def log_out(request: web.Request) -> web.Response:
    """The session ends, its sockets close; what the agent had waits for others."""
    await request.app[PRESENCE].become(request[AGENT].id, Status.OFFLINE)
    await request.app[ACCESS].log_out(request.cookies[COOKIE])
    response = web.Response(status=204)
    response.del_cookie(COOKIE, path="/")
    return response


async def me(request: web.Request) -> web.Response:
    """Who is signed in."""
    return answer(answers.MeAnswer(agent=wire.agent(request[AGENT])))


async def set_status(request: web.Request) -> web.Response:
    """Take chats, or not."""
    wanted = await parsed(request, requests.SetStatus)
    agent = await request.app[PRESENCE].become(request[AGENT].id, wanted.status)
    return answer(answers.MeAnswer(agent=wire.agent(agent)))


async def conversation(request: web.Request) -> web.Response:
    """All there is to know before accepting."""
    it = conversation_id(request)
    dossier = await request.app[LOOKING].dossier(it)
    begun = await request.app[GUIDES].begun(dossier.listed.customer, language(request))
    body = answers.CaseAnswer(
        row=wire.row(dossier.listed),
        packet=wire.packet(dossier.listed.conversation.packet),
        earlier=tuple(map(wire.earlier, dossier.earlier)),
        events=tuple(event(it, logged, Audience.AGENTS) for logged in dossier.log),
        guides=tuple(map(wire.guide, begun)),
        rating=wire.rating(dossier.rating) if dossier.rating else None,
    )
    return answer(body)


async def events(request: web.Request) -> web.Response:
    """The log after a seq."""
    it, looking = conversation_id(request), request.app[LOOKING]
    found = await looking.any(it)
    after, limit = number(request, "after", 0, 10**9 - 1), number(request, "limit", ROWS, 1000)
    log = await looking.log(it, after, limit)
    shown = tuple(event(it, logged, Audience.AGENTS) for logged in log)
    return answer(answers.EventsAnswer(events=shown, last_seq=found.last_seq))


async def accept(request: web.Request) -> web.Response:
    """Own it."""
    wanted = await parsed(request, requests.Accept)
    it = conversation_id(request)
    extra = request.app[SURGES]().extra_capacity
    await request.app[DESK].accept(request[AGENT], it, wanted.epoch, extra)
    return await row_of(request, it)


async def send(request: web.Request) -> web.Response:
    """Write to the customer."""
    wanted = await parsed(request, requests.AgentMessage)
    it, message = conversation_id(request), MessageId(wanted.client_message_id)
    beside = Beside(
        parts=await _below(request, it, wanted),
        files=tuple(map(AttachmentId, wanted.attachments)),
        steps=_steps(wanted.then),
        draft=wanted.draft,
    )
    receipt = await request.app[DESK].say(
        request[AGENT], it, message, wanted.text, wanted.epoch, beside
    )
    return _receipt(receipt)


async def add_note(request: web.Request) -> web.Response:
    """A note for other agents."""
    wanted = await parsed(request, requests.AddNote)
    message = MessageId(wanted.client_message_id)
    receipt = await request.app[DESK].note(
        request[AGENT], conversation_id(request), message, wanted.text
    )
    return _receipt(receipt)


async def reveal(request: web.Request) -> web.Response:
    """What a masked message said; on record with its purpose before it is shown."""
    await request.app[LIMITS].count(request.app[RULES].reveals, str(request[AGENT].id))
    wanted = await parsed(request, requests.Reveal)
    it, seq = conversation_id(request), seq_of(request)
    text = await request.app[DISCLOSURE].reveal(request[AGENT], it, seq, wanted.purpose)
    shown = answer(answers.RevealAnswer(text=text))
    shown.headers["Cache-Control"] = "no-store"
    return shown


async def hand_back(request: web.Request) -> web.Response:
    """Give it to the assistant."""
    wanted = await parsed(request, requests.HandBack)
    it = conversation_id(request)
    await request.app[DESK].hand_back(request[AGENT], it, wanted.epoch, wanted.note)
    return await row_of(request, it)


async def close(request: web.Request) -> web.Response:
    """The case is done."""
    wanted = await parsed(request, requests.Close)
    it = conversation_id(request)
    await request.app[DESK].close(request[AGENT], it, wanted.epoch, wanted.reason)
    return await row_of(request, it)


async def row_of(request: web.Request, it: ConversationId) -> web.Response:
    """The row as it is now."""
    listed = await request.app[LOOKING].listed(it)
    return answer(answers.OneRow(row=wire.row(listed)))


async def _below(
    request: web.Request, it: ConversationId, wanted: requests.AgentMessage
) -> tuple[Part, ...]:
    """What stands below the words."""
    parts: list[Part] = []
    if wanted.guide is not None:
        parts.append(ShownGuide(guide=await request.app[GUIDES].card(it, wanted.guide)))
    if wanted.articles:
        language = (await request.app[LOOKING].any(it)).language
        parts += [_article(request, language, slug) for slug in dict.fromkeys(wanted.articles)]
    return tuple(parts)


def _article(request: web.Request, language: Language, slug: str) -> Article:
    try:
        return Article(article=request.app[ARTICLES].link(language, slug))
    except Unknown as error:
        raise Invalid("articles", f"there is no article {slug}") from error


def _steps(then: requests.Then | None) -> Steps:
    if then is None:
        return NO_STEPS
    return Steps(tags=then.tags, close=then.close, snooze_s=then.snooze_s)


def _receipt(receipt: Receipt) -> web.Response:
    return answer(answers.SeqAnswer(seq=receipt.seq), 200 if receipt.repeat else 201)
