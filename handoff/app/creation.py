"""The whole front door, not yet listening."""

from aiohttp import ClientSession, ClientTimeout, web
from sqlalchemy.ext.asyncio import async_sessionmaker

from connectors.articles import HelpCentre
from connectors.platform import PlatformReports
from handoff.api import keys
from handoff.api.cors import cross_origin
from handoff.api.errors import problems
from handoff.api.metrics import measured
from handoff.api.pages import secured
from handoff.api.routes import add_routes
from handoff.app.cases import build_cases, build_queue, build_rush, rounds_of
from handoff.app.loaded import Loaded, load_or_end
from handoff.app.outside import engine_of, redis_of, vault_of, verifier_of, works_of
from handoff.app.people import build_agents, build_customers, build_edge
from handoff.lifetime import Parts, goodbye, lifetime, watching
from handoff.services.crisis import CrisisNotices
from handoff.services.inbox import Inbox
from handoff.services.playbooks import Playbooks
from handoff.settings import Settings
from payouts.book import PayoutBook

MAX_BODY = 128 * 1024
"""Bytes of a request: 8,000 characters of any script fit in, escaped in JSON as well."""


async def create_app(settings: Settings, loaded: Loaded | None = None) -> web.Application:
    """The whole front door, not yet listening."""
    loaded = loaded or load_or_end(settings)
    app = web.Application(middlewares=[measured, cross_origin, problems], client_max_size=MAX_BODY)
    app.on_response_prepare.append(secured)
    parts = Parts(
        engine=engine_of(settings),
        redis=redis_of(settings),
        http=ClientSession(timeout=ClientTimeout(total=settings.answer_timeout_s)),
    )
    book = PayoutBook(async_sessionmaker(parts.engine, expire_on_commit=False))
    open_work, open_look = works_of(parts, settings, loaded)
    vault = vault_of(settings)
    build_edge(app, settings, parts)
    app[keys.ARTICLES] = HelpCentre(loaded.articles, loaded.pictures)
    app[keys.INBOX] = Inbox(
        open_work=open_work,
        language_of=loaded.language_of,
        hints=app[keys.FANOUT],
        vault=vault,
    )
    build_customers(app, settings, open_work, open_look)
    app[keys.PLATFORM] = PlatformReports(book=book, verify=verifier_of(settings))
    build_cases(app, settings, parts, loaded, book, open_work)
    build_agents(app, settings, open_work, vault)
    build_rush(app, settings, loaded, (open_work, open_look))
    build_queue(app, settings, parts, loaded.routing, open_work)
    app[keys.CRISIS] = CrisisNotices(open_work=open_work, now=settings.clock)
    app[keys.PLAYBOOKS] = Playbooks(open_work, loaded.playbooks, app[keys.FANOUT])
    rounds = rounds_of(app, settings, open_work, open_look, parts)
    add_routes(app)
    app.on_shutdown.append(goodbye)
    app.cleanup_ctx.append(lifetime(parts, rounds, settings))
    app.cleanup_ctx.append(watching(loaded.routing.look, settings.sweep_every_s))
    return app
