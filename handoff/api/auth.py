"""Who is asking, and from which page."""

from typing import TypeVar
from uuid import UUID

from aiohttp import web
from pydantic import BaseModel
from yarl import URL

from handoff.api.keys import EDGE, RECOGNITION
from handoff.domain.errors import Forbidden, Invalid, NotSignedIn, Unknown
from handoff.domain.ids import ConversationId
from handoff.domain.people import Agent, Customer, Role

COOKIE = "lotse_agent"
"""The agent's session. SameSite=Strict, and writes need our own Origin besides."""

CUSTOMER = web.RequestKey("customer", Customer)
AGENT = web.RequestKey("agent", Agent)

Body = TypeVar("Body", bound=BaseModel)


def bearer(request: web.Request) -> str | None:
    """The token of the Authorization header."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" and token else None


async def as_customer(request: web.Request) -> Customer:
    """The customer whose session this is; NotSignedIn when nobody's."""
    token = bearer(request)
    if token is None:
        raise NotSignedIn("a session is needed: Authorization: Bearer …")
    return await request.app[RECOGNITION].customer(token)


async def as_agent(request: web.Request, roles: frozenset[Role]) -> Agent:
    """The signed-in agent; Forbidden without one of the roles."""
    token = request.cookies.get(COOKIE)
    if token is None:
        raise NotSignedIn("please log in")
    agent = await request.app[RECOGNITION].agent(token)
    if agent.role not in roles:
        raise Forbidden(f"needs one of the roles {', '.join(sorted(roles))}")
    return agent


def own_origin(request: web.Request) -> None:
    """Refuse what another site's page sends with our cookie (CSRF, log-in included)."""
    origin = request.headers.get("Origin")
    if origin is None or not _same(request, origin):
        raise Forbidden("this request must come from a page of ours")


def known_origin(request: web.Request) -> None:
    """Refuse pages that were never allowed to embed the widget; programs send no Origin."""
    origin = request.headers.get("Origin")
    if origin is not None and not allowed_origin(request, origin):
        raise Forbidden("this origin may not embed the widget")


def allowed_origin(request: web.Request, origin: str) -> bool:
    """Ours, or one of those in the settings; compared whole, never by a part."""
    return _same(request, origin) or origin in request.app[EDGE].widget_origins


def _same(request: web.Request, origin: str) -> bool:
    try:
        url = URL(origin)
    except ValueError:
        return False
    return url.scheme in {"http", "https"} and url.authority == request.host


def client_address(request: web.Request) -> str:
    """Whose requests are counted together; forwarded addresses only from trusted proxies."""
    proxies = request.app[EDGE].trusted_proxies
    # A proxy may add a line of its own instead of going on in the client's: all lines count.
    lines = request.headers.getall("X-Forwarded-For", [])
    hops = [hop.strip() for hop in ",".join(lines).split(",")]
    if 0 < proxies <= len(hops):
        return hops[-proxies]
    return request.remote or "unknown"


async def parsed(request: web.Request, model: type[Body]) -> Body:
    """The body as the model; a ValidationError names field and rule."""
    if request.content_type != "application/json":
        raise Invalid("content_type", "must be application/json")
    return model.model_validate_json(await request.read() or b"{}")


def conversation_id(request: web.Request) -> ConversationId:
    """From the path; what is no UUID names no conversation."""
    try:
        return ConversationId(UUID(request.match_info["conversation"]))
    except ValueError as error:
        raise Unknown("no such conversation") from error


def seq_of(request: web.Request) -> int:
    """From the path; what is no seq names no event."""
    text = request.match_info["seq"]
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Unknown("no such event")
    return int(text)


def number(request: web.Request, name: str, default: int, most: int, least: int = 0) -> int:
    """A whole number of the query, from `least` to `most`."""
    text = request.query.get(name, str(default))
    whole = text.isascii() and text.isdigit() and len(text) <= 9
    if not whole or not least <= int(text) <= most:
        raise Invalid(name, f"must be a whole number from {least} to {most}")
    return int(text)
