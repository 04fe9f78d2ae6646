"""What these handlers find in the application, typed."""

from aiohttp import web

from handoff.services.canned import Canned
from handoff.services.tagging import Tagging

CANNED = web.AppKey("canned", Canned)
TAGGING = web.AppKey("tagging", Tagging)
