"""Pages and scripts for browsers, each with the headers that keep it harmless."""

from pathlib import Path

from aiohttp import web

from handoff.api.auth import client_address
from handoff.api.keys import ARTICLES, EDGE, LIMITS, RULES
from handoff.domain.errors import Unknown
from handoff.domain.people import Language

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A drawing brings its own colours and nothing else, even when it is opened by itself."""

SECURE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""

BRIEFLY = "public, max-age=300"
NEVER = "no-store"


def html(text: str) -> web.Response:
    """A page of ours."""
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Cache-Control": "no-cache"}
    return web.Response(text=text, content_type="text/html", headers=headers)


def built(root: Path, *parts: str, cache: str = FOR_EVER) -> web.FileResponse:
    """A file of the web build; whatever would leave the folder does not exist."""
    try:
        path = root.joinpath(*parts).resolve()
        found = path.is_relative_to(root.resolve()) and path.is_file()
    except (ValueError, OSError):  # a name that no file can have
        found = False
    if not found:
        raise Unknown("no such file")
    headers = {"Cache-Control": cache}
    if path.suffix == ".html":
        headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return web.FileResponse(path, headers=headers)


async def widget(request: web.Request) -> web.StreamResponse:
    """The one script that other people's pages load."""
    response = built(request.app[EDGE].web_root, "widget.js", cache=BRIEFLY)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


async def widget_asset(request: web.Request) -> web.StreamResponse:
    """What the widget loads once it is opened."""
    name = request.match_info["name"]
    response = built(request.app[EDGE].web_root, "assets", "widget", name)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


async def console(request: web.Request) -> web.StreamResponse:
    """The console; its own router knows the rest of the address."""
    return built(request.app[EDGE].web_root, "console", "index.html", cache="no-cache")


async def console_asset(request: web.Request) -> web.StreamResponse:
    """What the console loads."""
    return built(request.app[EDGE].web_root, "console", "assets", request.match_info["name"])


async def help_home(request: web.Request) -> web.StreamResponse:
    """To the articles in the browser's language."""
    wanted = request.headers.get("Accept-Language", "")
    home = Language.DE if wanted.lower().startswith("de") else Language.EN
    raise web.HTTPFound(f"/help/{home}")


async def help_index(request: web.Request) -> web.StreamResponse:
    """All articles, or those a search found."""
    await request.app[LIMITS].count(request.app[RULES].searches, client_address(request))
    query = request.query.get("q", "").strip()[:500]
    return html(request.app[ARTICLES].index(language_of(request), query or None))


async def help_article(request: web.Request) -> web.StreamResponse:
    """One article."""
    slug = request.match_info["slug"]
    return html(request.app[ARTICLES].page(language_of(request), slug, site(request)))


async def help_style(request: web.Request) -> web.StreamResponse:
    """The articles' stylesheet."""
    style = request.app[ARTICLES].stylesheet()
    return web.Response(text=style, content_type="text/css", headers={"Cache-Control": BRIEFLY})


async def help_picture(request: web.Request) -> web.StreamResponse:
    """A drawing within an article."""
    svg = request.app[ARTICLES].picture(request.match_info["name"])
    headers = {"Content-Security-Policy": PICTURE_POLICY, "Cache-Control": BRIEFLY}
    return web.Response(text=svg, content_type="image/svg+xml", headers=headers)


def site(request: web.Request) -> str:
    """Our origin as the browser knows it, though a proxy may have ended the encryption."""
    scheme = "https" if request.app[EDGE].secure_cookies else request.scheme
    return f"{scheme}://{request.host}"


def language_of(request: web.Request) -> Language:
    """From the path."""
    try:
        return Language(request.match_info["lang"])
    except ValueError as error:
        raise Unknown("no articles in this language") from error


async def secured(_request: web.Request, response: web.StreamResponse) -> None:
    """Headers of every answer; what says nothing about caching is not kept."""
    for header, value in SECURE.items():
        response.headers.setdefault(header, value)
    response.headers.setdefault("Cache-Control", NEVER)
