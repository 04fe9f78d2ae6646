"""What the handlers of customers' files find in the application."""

from aiohttp import web

from handoff.services.files import Files

FILES = web.AppKey("files", Files)
