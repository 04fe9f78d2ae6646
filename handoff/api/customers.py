"""What customers' chats call."""

from aiohttp import web

from handoff.api import answers, requests, wire
from handoff.api.auth import CUSTOMER, bearer, client_address, conversation_id, number, parsed
from handoff.api.keys import (
    ARTICLES,
    FANOUT,
    GUIDES,
    HANDOVER,
    INBOX,
    LIMITS,
    LOOKING,
    RECEPTION,
    RULES,
    WAITING,
)
from handoff.api.pages import language_of
from handoff.api.transcript import Audience, event
from handoff.domain.conversation import Conversation
from handoff.domain.errors import Invalid, NotSignedIn
from handoff.domain.ids import AttachmentId, MessageId
from handoff.domain.people import Language
from handoff.domain.transitions import IN_LINE
from handoff.services.reception import Arrival, Visit

PAGE = 200
"""Events of one answer, at most 1,000."""

FOUND = 5
"""Articles of one answer."""


def answer(body: answers.Answer, status: int = 200) -> web.Response:
    """An answer as JSON."""
    return web.Response(text=body.model_dump_json(), content_type="application/json", status=status)


async def open_session(request: web.Request) -> web.Response:
    """A chat begins, or goes on on another device."""
    await request.app[LIMITS].count(request.app[RULES].sessions, client_address(request))
    wanted = await parsed(request, requests.OpenSession)
    arrival = Arrival(
        channel=wanted.channel,
        language=wanted.language,
        page_url=wanted.page_url,
        identity_token=wanted.identity,
        visitor_token=bearer(request),
    )
    visit = await request.app[RECEPTION].admit(arrival)
    for changed in visit.changed:
        await request.app[FANOUT].changed(changed)
    return answer(await session_of(request, visit), 201)


async def current_session(request: web.Request) -> web.Response:
    """The session after a reload."""
    return answer(await session_of(request, await request.app[RECEPTION].resume(_token(request))))


async def end_session(request: web.Request) -> web.Response:
    """Sign out; the session's sockets close."""
    await request.app[RECEPTION].leave(_token(request))
    return web.Response(status=204)


async def conversations(request: web.Request) -> web.Response:
    """The customer's own conversations."""
    mine = await request.app[LOOKING].all_of(request[CUSTOMER].id)
    its = tuple([await shown(request, it) for it in mine])
    return answer(answers.ConversationsAnswer(conversations=its))


async def send(request: web.Request) -> web.Response:
    """Say something; 201 the first time, 200 for a repeat."""
    customer, conversation = request[CUSTOMER], conversation_id(request)
    await request.app[LIMITS].count(request.app[RULES].messages, str(customer.id))
    wanted = await parsed(request, requests.SendMessage)
    message, inbox = MessageId(wanted.client_message_id), request.app[INBOX]
    files = tuple(map(AttachmentId, wanted.attachments))
    if wanted.text is not None or files:
        receipt = await inbox.say(customer.id, conversation, message, wanted.text, files)
    elif wanted.guide is not None:
        card_in = await request.app[GUIDES].cards(customer, wanted.guide)
        receipt = await inbox.follow(customer.id, conversation, message, card_in)
    else:
        receipt = await inbox.choose(customer.id, conversation, message, wanted.choice or "")
    body = answers.ReceiptAnswer(conversation=receipt.conversation, seq=receipt.seq)
    return answer(body, 200 if receipt.repeat else 201)


async def ask_person(request: web.Request) -> web.Response:
    """The control that is always there."""
    await counted(request)
    asked = await request.app[HANDOVER].ask(request[CUSTOMER].id, conversation_id(request))
    return answer(await shown(request, asked))


async def back_to_assistant(request: web.Request) -> web.Response:
    """Leave the queue."""
    await counted(request)
    back = await request.app[INBOX].leave_queue(request[CUSTOMER].id, conversation_id(request))
    return answer(await shown(request, back))


async def close(request: web.Request) -> web.Response:
    """The customer is done."""
    await counted(request)
    closed = await request.app[INBOX].close(request[CUSTOMER].id, conversation_id(request))
    return answer(await shown(request, closed))


async def events(request: web.Request) -> web.Response:
    """The log after a seq."""
    looking, conversation = request.app[LOOKING], conversation_id(request)
    own = await looking.own(request[CUSTOMER].id, conversation)
    after, limit = number(request, "after", 0, 10**9 - 1), number(request, "limit", PAGE, 1000)
    log = await looking.log(conversation, after, limit)
    seen = tuple(event(conversation, logged, Audience.CUSTOMER) for logged in log)
    return answer(answers.EventsAnswer(events=seen, last_seq=own.last_seq))


async def articles(request: web.Request) -> web.Response:
    """Search the help centre."""
    await request.app[LIMITS].count(request.app[RULES].searches, client_address(request))
    query = request.query.get("q", "").strip()
    if not 0 < len(query) <= requests.MAX_TEXT:
        raise Invalid("q", f"must be 1 to {requests.MAX_TEXT} characters")
    found = request.app[ARTICLES].search(query, language(request), FOUND)
    return answer(answers.ArticlesAnswer(articles=tuple(map(wire.article, found))))


async def article(request: web.Request) -> web.Response:
    """One article, to be read in the chat."""
    await request.app[LIMITS].count(request.app[RULES].searches, client_address(request))
    found = request.app[ARTICLES].article(language_of(request), request.match_info["slug"])
    return answer(wire.whole_article(found))


def language(request: web.Request) -> Language:
    """`lang` of the query."""
    try:
        return Language(request.query.get("lang", Language.EN))
    except ValueError as error:
        raise Invalid("lang", "must be de or en") from error


async def counted(request: web.Request) -> None:
    """Changes of a conversation by its customer."""
    await request.app[LIMITS].count(request.app[RULES].changes, str(request[CUSTOMER].id))


def _token(request: web.Request) -> str:
    token = bearer(request)
    if token is None:
        raise NotSignedIn("a session is needed: Authorization: Bearer …")
    return token


async def session_of(request: web.Request, visit: Visit) -> answers.SessionAnswer:
    return answers.SessionAnswer(
        session=visit.token,
        customer=wire.customer(visit.customer),
        conversation=await shown(request, visit.conversation),
        last_seq=visit.conversation.last_seq,
    )


async def shown(request: web.Request, it: Conversation) -> answers.ConversationAnswer:
    """With its place in line where it waits."""
    if it.state not in IN_LINE:
        return wire.conversation(it)
    places = await request.app[WAITING].places()
    return wire.conversation(it, places.get(it.id))
