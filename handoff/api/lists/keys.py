"""What the inbox's handlers find in the application."""

from aiohttp import web

from handoff.services.views import Views

VIEWS = web.AppKey("views", Views)
