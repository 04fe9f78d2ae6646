"""Lets the pages that may embed the widget call the customers' API, and no others."""

from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web

from handoff.api.auth import allowed_origin

ALLOWED: dict[str, str] = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: "GET, POST, PUT, DELETE",
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "authorization, content-type",
    hdrs.ACCESS_CONTROL_MAX_AGE: "600",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def cross_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer preflights; name the origin on what it may read. Cookies are never allowed along."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is None or not _for_widgets(request) or not allowed_origin(request, origin):
        return await handler(request)
    if request.method == hdrs.METH_OPTIONS:
        return web.Response(status=204, headers=ALLOWED | _named(origin))
    response = await handler(request)
    if not response.prepared:
        response.headers.update(_named(origin))
    return response


def _for_widgets(request: web.Request) -> bool:
    return request.path.startswith("/v1/") and not request.path.startswith("/v1/agent")


def _named(origin: str) -> dict[str, str]:
    return {hdrs.ACCESS_CONTROL_ALLOW_ORIGIN: origin, hdrs.VARY: hdrs.ORIGIN}
