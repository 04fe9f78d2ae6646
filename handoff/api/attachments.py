"""Files in and out: streamed, known by their content, shown to members of the conversation only."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from urllib.parse import quote
from uuid import UUID

from aiohttp import web

from handoff.api import answers
from handoff.api.auth import AGENT, CUSTOMER, client_address, conversation_id
from handoff.api.customers import answer
from handoff.api.keys import ATTACHMENTS, LIMITS, LOOKING, RULES
from handoff.domain.attachments import MAX_BYTES, AttachedFile
from handoff.domain.errors import Invalid, Unavailable, Unknown
from handoff.domain.ids import AttachmentId, ConversationId
from handoff.services.attachments import too_large

IN_MEMORY = 256 * 1024
"""Bytes of an upload kept in memory; the rest goes to a temporary file."""

UPLOAD_S = 300.0
"""Within so long a file has arrived, over a slow line as well."""

LONGEST_NAME = 1000
"""Characters of a name as it is sent; what is kept of it is shorter."""

OCTETS = "application/octet-stream"
"""No form of another site's page can send it."""

LOCKED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Whatever a browser makes of a file, it runs nothing, loads nothing and is of no origin."""

SAFE = {
    "Content-Security-Policy": LOCKED,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


async def upload(request: web.Request) -> web.Response:
    """A customer's file, for a message to come; the body is the file itself."""
    sender, it = request[CUSTOMER].id, conversation_id(request)
    await request.app[LOOKING].own(sender, it)
    return await _uploaded(request, sender, it)


async def upload_by_agent(request: web.Request) -> web.Response:
    """An agent's file, for a message to come; the body is the file itself."""
    it = conversation_id(request)
    await request.app[LOOKING].any(it)
    return await _uploaded(request, request[AGENT].id, it)


async def download(request: web.Request) -> web.Response:
    """A file of the customer's own conversation, to be saved."""
    it = conversation_id(request)
    await request.app[LOOKING].own(request[CUSTOMER].id, it)
    return await _file(request, it)


async def download_by_agent(request: web.Request) -> web.Response:
    """A file of a conversation, to be saved."""
    return await _file(request, conversation_id(request))


async def preview(request: web.Request) -> web.Response:
    """A small picture of a picture in the customer's own conversation."""
    it = conversation_id(request)
    await request.app[LOOKING].own(request[CUSTOMER].id, it)
    return await _preview(request, it)


async def preview_for_agent(request: web.Request) -> web.Response:
    """A small picture of a picture in a conversation."""
    return await _preview(request, conversation_id(request))


async def _uploaded(request: web.Request, sender: UUID, it: ConversationId) -> web.Response:
    limits, rule = request.app[LIMITS], request.app[RULES].uploads
    for subject in (str(sender), client_address(request)):
        await limits.count(rule, subject)
    if request.headers.get("Content-Type") != OCTETS:  # without one a page need not ask first
        raise Invalid("content_type", f"must be {OCTETS}")
    name = request.query.get("name", "")
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid("name", f"must be 1 to {LONGEST_NAME} characters")
    async with _received(request) as file:
        kept = await request.app[ATTACHMENTS].upload(sender, it, name, file)
    return answer(answers.AttachmentAnswer(attachment=kept), 201)


@asynccontextmanager
async def _received(request: web.Request) -> AsyncIterator[BinaryIO]:
    """The body, on disk where it is large; refused as soon as it is larger than we take."""
    if (request.content_length or 0) > MAX_BYTES:
        raise too_large()
    with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        try:
            async with asyncio.timeout(UPLOAD_S):
                async for piece in request.content.iter_any():
                    file.write(piece)
                    if file.tell() > MAX_BYTES:
                        raise too_large()
        except TimeoutError as error:
            raise Unavailable("the file took too long to arrive; please send it again") from error
        file.seek(0)
        yield cast("BinaryIO", file)


async def _file(request: web.Request, it: ConversationId) -> web.Response:
    """Never shown by a browser itself, only saved, or drawn within a page of ours."""
    attachments = request.app[ATTACHMENTS]
    found = await attachments.find(it, _attachment_id(request))
    headers = {**SAFE, "Content-Disposition": _saved_as(found)}
    if request.method == "HEAD":
        return web.Response(content_type=found.media_type, headers=headers)
    body = attachments.content(found)
    return web.Response(body=body, content_type=found.media_type, headers=headers)


async def _preview(request: web.Request, it: ConversationId) -> web.Response:
    small = await request.app[ATTACHMENTS].preview(it, _attachment_id(request))
    headers = {**SAFE, "Content-Disposition": "inline"}
    return web.Response(body=small, content_type="image/webp", headers=headers)


def _saved_as(file: AttachedFile) -> str:
    """The name in both ways that browsers know (RFC 6266)."""
    plain = file.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"


def _attachment_id(request: web.Request) -> AttachmentId:
    """From the path; what is no UUID names no attachment."""
    try:
        return AttachmentId(UUID(request.match_info["attachment"]))
    except ValueError as error:
        raise Unknown("no such attachment") from error
