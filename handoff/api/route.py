"""A line of the route table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto

from aiohttp import web
from pydantic import BaseModel

from handoff.api.auth import AGENT, CUSTOMER, as_agent, as_customer, known_origin, own_origin
from handoff.domain.people import Role

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SAFE = frozenset({"GET", "HEAD"})


class Caller(Enum):
    """Who calls a route, and by what they are known."""

    ANYBODY = auto()
    PAGE = auto()
    """Anybody, but from no page that was not allowed to embed us."""
    CUSTOMER = auto()
    """A session in the Authorization header."""
    OWN_PAGE = auto()
    """Anybody, from a page of our own."""
    NEW_AGENT = auto()
    """From our own console, not signed in yet."""
    AGENT = auto()
    """The cookie of a signed-in agent; writes and sockets from our own console only."""
    PLATFORM = auto()
    """The platform's back end, by signature."""


@dataclass(frozen=True, slots=True)
class Route:
    """Who may call what; what goes in (`takes`) and comes out (`gives`)."""

    method: str
    path: str
    handler: Handler
    caller: Caller
    roles: frozenset[Role] = frozenset()
    takes: type[BaseModel] | None = None
    gives: type[BaseModel] | None = None
    query: tuple[str, ...] = ()
    status: int = 200
    socket: bool = False
    takes_file: bool = False
    """Whether the body is a file."""
    gives_file: tuple[str, ...] = ()
    """Of which media types the file is that comes out."""
    repeats: bool = False
    """Whether the same call again is answered with 200 and adds nothing."""

    @property
    def documented(self) -> bool:
        """Pages for browsers are not part of the API."""
        return self.path.startswith(("/v1/", "/healthz", "/readyz", "/metrics", "/openapi"))

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """The handler, once it is known that the caller may."""
        match self.caller:
            case Caller.PAGE:
                known_origin(request)
            case Caller.CUSTOMER:
                known_origin(request)
                request[CUSTOMER] = await as_customer(request)
            case Caller.OWN_PAGE | Caller.NEW_AGENT:
                own_origin(request)
            case Caller.AGENT:
                if self.socket or self.method not in SAFE:
                    own_origin(request)
                request[AGENT] = await as_agent(request, self.roles)
            case Caller.ANYBODY | Caller.PLATFORM:
                pass
        return await self.handler(request)
