"""What customers call who do not want to wait in the chat, and when they come back to it."""

from aiohttp import web

from handoff.api import answers, requests
from handoff.api.auth import CUSTOMER, client_address, conversation_id, parsed
from handoff.api.customers import answer, counted, session_of, shown
from handoff.api.keys import CONTACTS, LIMITS, RECEPTION, RULES


async def leave_address(request: web.Request) -> web.Response:
    """Counted by customer and by address: nobody's mailbox is to be filled through us."""
    wanted = await parsed(request, requests.LeaveAddress)
    for subject in (str(request[CUSTOMER].id), wanted.address.strip().casefold()):
        await request.app[LIMITS].count(request.app[RULES].addresses, subject)
    customer, conversation = request[CUSTOMER].id, conversation_id(request)
    left = await request.app[CONTACTS].leave_address(customer, conversation, wanted.address)
    return answer(await shown(request, left))


async def times(request: web.Request) -> web.Response:
    """When somebody can call."""
    await counted(request)
    free = await request.app[CONTACTS].times(request[CUSTOMER].id, conversation_id(request))
    return answer(answers.CallBackTimesAnswer(times=free))


async def want_call(request: web.Request) -> web.Response:
    """At one of these times."""
    await counted(request)
    wanted = await parsed(request, requests.WantCall)
    customer, conversation = request[CUSTOMER].id, conversation_id(request)
    called = await request.app[CONTACTS].want_call(customer, conversation, wanted.at, wanted.phone)
    return answer(await shown(request, called))


async def come_back(request: web.Request) -> web.Response:
    """By the link of a mail."""
    await request.app[LIMITS].count(request.app[RULES].sessions, client_address(request))
    wanted = await parsed(request, requests.ComeBack)
    visit = await request.app[RECEPTION].come_back(wanted.token)
    return answer(await session_of(request, visit), 201)
