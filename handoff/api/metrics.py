"""What Prometheus reads. Ids never become labels."""

import time
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from uuid import UUID

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from handoff.api.auth import bearer, client_address
from handoff.api.keys import EDGE, SCREENS, SOCKETS
from handoff.domain.errors import Unavailable, Unknown
from handoff.domain.ids import AgentId
from handoff.domain.views import View

LOOPBACK = frozenset({"127.0.0.1", "::1"})

REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    "lotse_http_requests", "Requests by route and status", ("route", "status"), registry=REGISTRY
)
SECONDS = Histogram(
    "lotse_http_request_seconds",
    "Time to answer, by route",
    ("route",),
    registry=REGISTRY,
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
OPEN_SOCKETS = Gauge("lotse_sockets", "Open sockets by kind", ("kind",), registry=REGISTRY)
CONVERSATIONS = Gauge("lotse_conversations", "Conversations by view", ("view",), registry=REGISTRY)
SURGE = Gauge("lotse_surge_level", "Level of the rush, 0 without one", registry=REGISTRY)

NOBODY = AgentId(UUID(int=0))

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def measured(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count and time every answer; sockets are counted when they end, not timed."""
    started = time.perf_counter()
    response = await handler(request)
    resource = request.match_info.route.resource
    route = resource.canonical if resource else "none"
    REQUESTS.labels(route, response.status).inc()
    if not isinstance(response, web.WebSocketResponse):
        SECONDS.labels(route).observe(time.perf_counter() - started)
    return response


async def metrics(request: web.Request) -> web.Response:
    """For loopback, or whoever has the token; for others there is no such page."""
    token = request.app[EDGE].metrics_token
    shown = bearer(request) or ""
    known = token is not None and compare_digest(
        shown.encode(errors="surrogatepass"), token.encode()
    )
    if client_address(request) not in LOOPBACK and not known:
        raise Unknown("no such page")
    sockets = request.app[SOCKETS]
    OPEN_SOCKETS.labels("customer").set(len(sockets.chats))
    OPEN_SOCKETS.labels("agent").set(len(sockets.consoles))
    try:
        counts = await request.app[SCREENS].counts(NOBODY)
    except Unavailable:
        counts = {}
    for view in (View.QUEUE, View.BOT):
        CONVERSATIONS.labels(view).set(counts.get(view, float("nan")))
    return web.Response(
        body=generate_latest(REGISTRY), headers={"Content-Type": "text/plain; version=0.0.4"}
    )
