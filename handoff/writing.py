"""Builds what agents write with; a part of the composition root."""

from aiohttp import web

from connectors.statements import PayoutStatements
from handoff.api import keys
from handoff.api.composing.keys import CANNED, TAGGING
from handoff.ports import OpenWork, Policy
from handoff.services.canned import Canned
from handoff.services.tagging import Tagging
from handoff.settings import Settings
from payouts.book import PayoutBook


def writing(
    app: web.Application,
    settings: Settings,
    book: PayoutBook,
    open_work: OpenWork,
    policy: Policy,
) -> None:
    """Canned replies and tags."""
    statements = PayoutStatements(book=book, now=settings.clock)
    app[CANNED] = Canned(open_work, policy, statements, settings.clock)
    app[TAGGING] = Tagging(open_work, app[keys.FANOUT])
