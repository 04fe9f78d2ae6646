"""Somebody else's web page, strict about what may run on it, with the widget's script in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape

from aiohttp import web
from aiohttp.test_utils import TestServer

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A shop</title>
<script src="/before.js"></script>
{scripts}
<body><h1>A shop</h1><p><a href="/other">Another page</a></p><div id="chat"></div></body>
</html>"""

BEFORE = "window.namesBefore = Object.getOwnPropertyNames(window)"


def strict(door: str, pictures: str = "'none'") -> str:
    """All that a page has to allow for the chat; and `blob:` where it shows pictures sent in it."""
    socket = door.replace("http", "ws", 1)
    return (
        f"default-src 'none'; script-src 'self' {door}; connect-src {door} {socket}; "
        f"img-src {pictures}; base-uri 'none'; form-action 'none'"
    )


def tag(door: str, **data: str) -> str:
    """The one script tag."""
    given = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    return f'<script async src="{door}/widget.js"{given}></script>'


@asynccontextmanager
async def hosted(door: str, port: int, *scripts: str, **page: str) -> AsyncIterator[str]:
    """The page on an origin of its own; its address."""
    text = PAGE.format(
        scripts="\n".join(scripts),
        language=page.get("language", "en"),
        direction=page.get("direction", "ltr"),
    )
    headers = {"Content-Security-Policy": strict(door, page.get("pictures", "'none'"))}

    async def shop(_: web.Request) -> web.Response:
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def before(_: web.Request) -> web.Response:
        return web.Response(text=BEFORE, content_type="text/javascript")

    app = web.Application()
    app.router.add_get("/", shop)
    app.router.add_get("/before.js", before)
    async with TestServer(app, port=port) as server:
        yield str(server.make_url("/"))
