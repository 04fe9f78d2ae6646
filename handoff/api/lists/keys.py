"""What the inbox's handlers find in the application."""

from aiohttp import web

from handoff.ports import Search
from handoff.services.views import Views

VIEWS = web.AppKey("views", Views)
SEARCH: web.AppKey[Search] = web.AppKey("search")
