"""Customers as agents see them."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from aiohttp import web

from handoff.api.auth import number
from handoff.api.customers import answer, language
from handoff.api.files import gives
from handoff.api.files.keys import FILES
from handoff.domain.errors import Invalid, Unknown
from handoff.domain.files import BEGINNING, Since
from handoff.domain.ids import ConversationId, CustomerId

ENTRIES = 50
"""Entries of one answer."""


async def file(request: web.Request) -> web.Response:
    """A customer with all that is known of them now."""
    found = await request.app[FILES].file(_customer(request), language(request))
    return answer(gives.file(found))


async def timeline(request: web.Request) -> web.Response:
    """Everything that happened, over all conversations and channels, the latest first."""
    limit = number(request, "limit", ENTRIES, 200, least=1)
    stretch = await request.app[FILES].timeline(_customer(request), limit, _since(request))
    return answer(
        gives.TimelineAnswer(
            entries=tuple(map(gives.entry, stretch.entries)),
            next=_cursor(stretch.next) if stretch.next else None,
        )
    )


def _customer(request: web.Request) -> CustomerId:
    try:
        return CustomerId(UUID(request.match_info["customer"]))
    except ValueError as error:
        raise Unknown("no such customer") from error


def _cursor(since: Since) -> str:
    places = [[str(it) for it in place] if place else None for place in (since.said, since.changed)]
    return urlsafe_b64encode(json.dumps(places).encode()).decode()


def _since(request: web.Request) -> Since:
    cursor = request.query.get("cursor")
    if cursor is None:
        return BEGINNING
    try:
        said, changed = json.loads(urlsafe_b64decode(cursor.encode()))
        return Since(said=_said(said), changed=_changed(changed))
    except (ValueError, TypeError, OverflowError) as error:
        raise Invalid("cursor", "must be the `next` of an earlier page of this list") from error


def _said(place: Any) -> tuple[datetime, ConversationId, int] | None:
    if place is None:
        return None
    at, conversation, seq = place
    return (_instant(at), ConversationId(UUID(conversation)), int(seq))


def _changed(place: Any) -> tuple[datetime, str] | None:
    if place is None:
        return None
    at, id_ = place
    if not isinstance(id_, str) or "\0" in id_:
        raise ValueError("no id")
    return (_instant(at), id_)


def _instant(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(UTC)
