"""The page that a mail leads back to. The link's token stays in the fragment: no server logs it."""

from collections.abc import Mapping
from html import escape

from aiohttp import web

from handoff.api.keys import EDGE
from handoff.api.pages import BRIEFLY, built, html, language_of
from handoff.domain.people import Language

PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="/help/style.css">
</head>
<body>
<main class="wide">
<h1>{title}</h1>
<p>{lead}</p>
<p class="helpful"><button type="button" id="back">{button}</button></p>
<p id="told" role="status" data-used="{used}" data-failed="{failed}"></p>
</main>
<script src="/chat.js"></script>
</body>
</html>
"""

WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.DE: {
        "title": "Zurück in den Chat",
        "lead": "Hier geht dein Gespräch weiter, dort, wo du es verlassen hast.",
        "button": "Gespräch öffnen",
        "used": "Dieser Link gilt nicht mehr: Er war schon benutzt oder ist zu alt. "
        "Öffne den Chat dort, wo du ihn begonnen hast.",
        "failed": "Das hat nicht geklappt. Bitte versuche es noch einmal.",
    },
    Language.EN: {
        "title": "Back into the chat",
        "lead": "Your conversation goes on here, where you left it.",
        "button": "Open the conversation",
        "used": "This link does not work any more: it was used before or is too old. "
        "Open the chat where you began it.",
        "failed": "That did not work. Please try again.",
    },
}


async def page(request: web.Request) -> web.StreamResponse:
    """A click opens it: programs that look at links in mails do not click."""
    language = language_of(request)
    words = {name: escape(text, quote=True) for name, text in WORDS[language].items()}
    response = html(PAGE.format(lang=language, **words))
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


async def script(request: web.Request) -> web.StreamResponse:
    """What the button does."""
    return built(request.app[EDGE].web_root, "chat.js", cache=BRIEFLY)
