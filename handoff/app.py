"""The composition root: builds everything, in one place."""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from aiohttp import ClientSession, ClientTimeout, web
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from connectors.articles import HelpCentre
from connectors.files import FileInspector
from connectors.guides import GuideShelf, PlatformStanding
from connectors.hours import HoursError, OpeningHours
from connectors.identity import PlatformTokens
from connectors.language import LanguageDetector
from connectors.mail import FolderPostman, Sender, SmtpPostman, parse_url
from connectors.platform import PlatformFacts, PlatformFiles, PlatformReports, Verify
from connectors.playbooks import load_playbooks
from connectors.rasa import RasaAssistant
from connectors.routing import RoutingError, Watched
from connectors.routing import read as read_routing
from connectors.rule_files import CheckedFiles
from connectors.vault import SealingVault
from connectors.webhooks import InvalidSignatureError, verify
from handoff.api import keys
from handoff.api.cors import cross_origin
from handoff.api.errors import problems
from handoff.api.files.keys import FILES
from handoff.api.lists.keys import SEARCH, VIEWS
from handoff.api.metrics import measured
from handoff.api.pages import secured
from handoff.api.registry import Sockets
from handoff.api.routes import add_routes
from handoff.domain.errors import InvalidSignature
from handoff.domain.playbooks import Playbook
from handoff.lifetime import Parts, goodbye, lifetime, watching
from handoff.live.fanout import Fanout
from handoff.live.hub import Hub
from handoff.live.limits import Limits, Rule
from handoff.ports import LanguageOf, OpenWork, Postman
from handoff.services.absence import Absence, Ways
from handoff.services.access import Access
from handoff.services.attachments import Attachments
from handoff.services.contacts import Calling, Contacts
from handoff.services.crisis import Announcing, CrisisNotices
from handoff.services.desk import Desk
from handoff.services.disclosure import Disclosure
from handoff.services.discretion import Discretion
from handoff.services.dismissal import Dismissal
from handoff.services.dispatch import Dispatch
from handoff.services.dispatcher import Dispatcher
from handoff.services.enrolment import Enrolment
from handoff.services.files import Files
from handoff.services.guides import Guides
from handoff.services.handover import Handover
from handoff.services.inbox import Inbox
from handoff.services.looking import Looking
from handoff.services.offers import Offers
from handoff.services.outbox import Outbox
from handoff.services.passing import Passing
from handoff.services.patience import Limits as PatienceLimits
from handoff.services.patience import Patience
from handoff.services.playbooks import Playbooks
from handoff.services.presence import Presence
from handoff.services.promises import Promises
from handoff.services.ratings import Ratings
from handoff.services.reception import Reception
from handoff.services.recognition import Recognition
from handoff.services.rehearsals import Rehearsals
from handoff.services.relay import PERSON, Relay
from handoff.services.rounds import Pace, Rounds
from handoff.services.surges import Surges
from handoff.services.sweep import Sweep
from handoff.services.team import Team
from handoff.services.timetables import Timetables
from handoff.services.unread import Unread
from handoff.services.views import Views
from handoff.services.votes import Votes
from handoff.services.waiting import Waiting
from handoff.settings import Settings
from handoff.storage.passwords import Argon2Passwords
from handoff.storage.screens import SqlScreens
from handoff.storage.search import SqlSearch
from handoff.storage.turn import alone_on
from handoff.storage.wallboard import SqlWallboard
from handoff.storage.work import engine_for, look_at, work_on
from handoff.writing import BROKEN as BROKEN_WORDS
from handoff.writing import Tools, Written, writing
from knowledge.articles import ArticleError, load
from knowledge.guides import GuideError, load_guides
from knowledge.guides import Guides as PublishedGuides
from knowledge.pictures import read_pictures
from knowledge.search import Library
from payouts.achievements import Achievement
from payouts.book import PayoutBook

MAX_BODY = 128 * 1024
"""Bytes of a request: 8,000 characters of any script fit in, escaped in JSON as well."""

REDIS_TIMEOUT_S = 1.0
"""Redis only carries hints: better none than late ones."""

TOKEN_BYTES = 32


BROKEN = (ArticleError, GuideError, HoursError, RoutingError, *BROKEN_WORDS)
"""A file of the team breaks a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What takes a second to load, and changes rarely or never."""

    articles: Library
    pictures: Mapping[str, str]
    guides: PublishedGuides
    language_of: LanguageOf
    hours: OpeningHours
    playbooks: Mapping[str, Playbook]
    routing: Watched
    written: Written

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """One of BROKEN names file, field and the rule it breaks."""
        articles = load(settings.articles_root)
        return cls(
            articles=Library(articles),
            pictures=read_pictures(settings.articles_root),
            guides=load_guides(settings.guides_root, articles, Achievement),
            language_of=LanguageDetector(),
            hours=OpeningHours.load(settings.hours_file),
            playbooks=load_playbooks(settings.playbooks_root),
            routing=Watched(settings.routing_file),
            written=Written.of(settings),
        )


async def create_app(settings: Settings, loaded: Loaded | None = None) -> web.Application:
    """The whole front door, not yet listening."""
    loaded = loaded or _loaded(settings)
    app = web.Application(middlewares=[measured, cross_origin, problems], client_max_size=MAX_BODY)
    app.on_response_prepare.append(secured)
    parts = Parts(
        engine=_engine(settings),
        redis=_redis(settings),
        http=ClientSession(timeout=ClientTimeout(total=settings.answer_timeout_s)),
    )
    book = PayoutBook(async_sessionmaker(parts.engine, expire_on_commit=False))
    open_work, open_look = _works(parts, settings, loaded)
    app[keys.RECOGNITION] = Recognition(open_look)
    app[keys.LOOKING] = Looking(open_look)
    _edge(app, settings, parts)
    app[keys.ARTICLES] = HelpCentre(loaded.articles, loaded.pictures)
    app[keys.INBOX] = Inbox(
        open_work=open_work,
        language_of=loaded.language_of,
        hints=app[keys.FANOUT],
        vault=_vault(settings),
    )
    _customers(app, settings, open_work, open_look)
    app[keys.PLATFORM] = PlatformReports(book=book, verify=_verify(settings))
    _cases(app, settings, parts, loaded, book, open_work)
    _agents(app, settings, open_work)
    _rush(app, settings, loaded, (open_work, open_look))
    _queue(app, settings, parts, loaded.routing, open_work)
    app[keys.CRISIS] = CrisisNotices(open_work=open_work, now=settings.clock)
    app[keys.PLAYBOOKS] = Playbooks(open_work, loaded.playbooks, app[keys.FANOUT])
    rounds = _rounds(app, settings, open_work, open_look, parts)
    add_routes(app)
    app.on_shutdown.append(goodbye)
    app.cleanup_ctx.append(lifetime(parts, rounds, settings))
    app.cleanup_ctx.append(watching(loaded.routing.look, settings.sweep_every_s))
    return app


def _loaded(settings: Settings) -> Loaded:
    """Ends the process where a file is wrong: half a team's rules are worse than none."""
    try:
        return Loaded.of(settings)
    except BROKEN as error:
        raise SystemExit(str(error)) from error


def _engine(settings: Settings) -> AsyncEngine:
    return engine_for(
        settings.database_url.get_secret_value(),
        pool_size=settings.database_pool,
        timeout_s=settings.database_timeout_s,
    )


def _redis(settings: Settings) -> Redis:
    return Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_connect_timeout=REDIS_TIMEOUT_S,
        socket_timeout=REDIS_TIMEOUT_S,
    )


def _edge(app: web.Application, settings: Settings, parts: Parts) -> None:
    """What only handlers and sockets know."""
    token = settings.metrics_token
    app[keys.EDGE] = keys.Edge(
        widget_origins=settings.widget_origins,
        secure_cookies=settings.secure_cookies,
        trusted_proxies=settings.trusted_proxies,
        web_root=settings.web_root,
        metrics_token=token.get_secret_value() if token else None,
    )
    app[keys.RULES] = keys.Rules(
        sessions=Rule(name="sessions", count=settings.sessions_a_minute, window_s=60),
        messages=Rule(name="messages", count=settings.messages_a_minute, window_s=60),
        uploads=Rule(name="uploads", count=settings.uploads_a_minute, window_s=60),
        addresses=Rule(name="addresses", count=settings.addresses_an_hour, window_s=3600),
        searches=Rule(name="searches", count=settings.searches_a_minute, window_s=60),
        page_votes=Rule(name="page_votes", count=settings.page_votes_a_minute, window_s=60),
        changes=Rule(name="changes", count=settings.changes_a_minute, window_s=60),
        reveals=Rule(name="reveals", count=settings.reveals_a_minute, window_s=60),
        log_ins=Rule(name="log_ins", count=settings.log_ins_a_minute, window_s=60),
    )
    app[keys.SOCKETS] = Sockets()
    app[keys.LIMITS] = Limits(redis=parts.redis, monotonic=time.monotonic)
    app[keys.FANOUT] = Fanout(hub=Hub(), redis=parts.redis)
    app[keys.SCREENS] = SqlScreens(parts.engine)
    app[SEARCH] = SqlSearch(parts.engine)
    app[keys.BOARDS] = SqlWallboard(parts.engine, present_s=settings.agent_lease_s)


def _customers(
    app: web.Application, settings: Settings, open_work: OpenWork, open_look: OpenWork
) -> None:
    """How customers come in, what they send, and what they say of articles and of us."""
    app[keys.ATTACHMENTS] = Attachments(
        open_work=open_work,
        open_look=open_look,
        inspector=FileInspector(),
        max_bytes_a_day=settings.uploads_mib_a_day * 1024**2,
    )
    app[keys.VOTES] = Votes(open_work)
    app[keys.RATINGS] = Ratings(open_work)
    app[keys.RECEPTION] = Reception(
        open_work=open_work,
        identities=_identities(settings),
        tokens=_token,
        session_ttl_s=settings.customer_session_s,
    )


def _agents(app: web.Application, settings: Settings, open_work: OpenWork) -> None:
    """What the console needs."""
    hints, lease_s = app[keys.FANOUT], settings.agent_lease_s
    vault = _vault(settings)
    app[keys.DESK] = Desk(open_work=open_work, hints=hints, lease_s=lease_s, vault=vault)
    app[keys.DISCLOSURE] = Disclosure(
        open_work=open_work, vault=vault, keep_s=settings.sealed_texts_kept_s
    )
    app[keys.SWEEP] = Sweep(open_work=open_work, hints=hints)
    app[keys.ACCESS] = Access(
        open_work=open_work,
        passwords=Argon2Passwords(),
        tokens=_token,
        session_ttl_s=settings.agent_session_s,
    )


def _cases(
    app: web.Application,
    settings: Settings,
    parts: Parts,
    loaded: Loaded,
    book: PayoutBook,
    open_work: OpenWork,
) -> None:
    """What makes use of what the platform knows."""
    app[keys.HANDOVER] = Handover(
        open_work=open_work,
        facts=PlatformFacts(book),
        hints=app[keys.FANOUT],
        policy=loaded.routing,
    )
    app[keys.GUIDES] = Guides(
        open_work=open_work,
        book=GuideShelf(loaded.guides),
        standing=PlatformStanding(book),
        hints=app[keys.FANOUT],
    )
    app[FILES] = Files(open_work, PlatformFiles(book), app[keys.GUIDES])
    tools = Tools(policy=loaded.routing, written=loaded.written, http=parts.http)
    writing(app, settings, book, open_work, tools)


def _works(parts: Parts, settings: Settings, loaded: Loaded) -> tuple[OpenWork, OpenWork]:
    """For changes, which keep in view what is owed by when; and for looking only."""
    ahead = timedelta(seconds=settings.clock_offset_s)
    promises = Promises(policy=loaded.routing, hours=loaded.hours, ahead=ahead)
    return work_on(parts.engine, promises), look_at(parts.engine)


def _rush(
    app: web.Application, settings: Settings, loaded: Loaded, works: tuple[OpenWork, OpenWork]
) -> None:
    """What waits, whether it is too much, and when somebody is there."""
    (open_work, open_look), hours, now = works, loaded.hours, settings.clock
    app[keys.SURGES] = Surges(
        open_work=open_work,
        policy=loaded.routing,
        is_open=lambda: hours.is_open(now()),
        hints=app[keys.FANOUT],
    )
    app[keys.WAITING] = Waiting(open_look=open_look, hours=hours, now=now, rush=app[keys.SURGES])
    files = {settings.hours_file: OpeningHours.load, settings.routing_file: read_routing}
    app[keys.TIMETABLES] = Timetables(hours, loaded.routing, CheckedFiles(files), now)
    _elsewhere(app, settings, hours, open_work)


def _queue(
    app: web.Application, settings: Settings, parts: Parts, routing: Watched, open_work: OpenWork
) -> None:
    """What brings cases and agents together."""
    hints, lease_s = app[keys.FANOUT], settings.agent_lease_s
    offers = Offers(open_work=open_work, hints=hints, policy=routing, rush=app[keys.SURGES])
    passing = Passing(desk=app[keys.DESK], offers=offers)
    app[keys.OFFERS], app[keys.PASSING] = offers, passing
    app[VIEWS] = Views(app[keys.SCREENS], open_work, routing)
    app[keys.PRESENCE] = Presence(
        open_work=open_work, hints=hints, lease_s=lease_s, passing=passing
    )
    app[keys.TEAM] = Team(open_work=open_work, hints=hints, policy=routing, present_s=lease_s)
    app[keys.ENROLMENT] = Enrolment(open_work, Argon2Passwords(), _token, routing)
    app[keys.DISMISSAL] = Dismissal(open_work, app[keys.PRESENCE])
    app[keys.REHEARSALS] = Rehearsals(
        open_look=look_at(parts.engine),
        policy=routing,
        rush=app[keys.SURGES],
        present_s=lease_s,
        now=settings.clock,
    )
    dispatch = Dispatch(
        open_work=open_work, offers=offers, alone=alone_on(parts.engine), present_s=lease_s
    )
    app[keys.DISPATCHER] = Dispatcher(
        dispatch=dispatch, look_every_s=settings.queue_every_s, gives=settings.offer_chats
    )


def _elsewhere(
    app: web.Application, settings: Settings, hours: OpeningHours, open_work: OpenWork
) -> None:
    """For customers who do not wait in the chat."""
    ahead = timedelta(seconds=settings.clock_offset_s)
    calling = Calling(hours=hours, ahead=ahead, a_slot=settings.call_backs_a_slot)
    app[keys.CONTACTS] = Contacts(open_work=open_work, hints=app[keys.FANOUT], calling=calling)
    app[keys.OUTBOX] = Outbox(open_work=open_work, postman=_postman(settings))
    ways = Ways(
        away_s=settings.away_s,
        link_s=settings.return_link_s,
        public_url=settings.public_url,
        platform_url=settings.platform_url,
    )
    app[keys.ABSENCE] = Absence(open_work=open_work, tokens=_token, ways=ways)


def _postman(settings: Settings) -> Postman | None:
    sender = Sender(address=settings.mail_address, name=settings.mail_name)
    if settings.smtp_url is not None:
        server = parse_url(settings.smtp_url.get_secret_value())
        return SmtpPostman(server=server, sender=sender, timeout_s=settings.mail_timeout_s)
    return FolderPostman(settings.mail_folder, sender) if settings.mail_folder else None


def _rounds(
    app: web.Application,
    settings: Settings,
    open_work: OpenWork,
    open_look: OpenWork,
    parts: Parts,
) -> Rounds:
    """What carries turns to the assistant."""
    rasa = RasaAssistant(
        http=parts.http,
        url=settings.rasa_url,
        secret=settings.rasa_secret.get_secret_value(),
        timeout_s=settings.answer_timeout_s,
        platform=settings.platform_url,
    )
    limits = PatienceLimits(answer_timeout_s=settings.answer_timeout_s)
    patient = Patience(assistant=rasa, limits=limits, monotonic=time.monotonic)
    discreet = Discretion(Unread(open_look, patient, PERSON))
    announcing = Announcing(open_look, app[keys.CRISIS], discreet)
    relay = Relay(open_work, open_look, announcing, app[keys.HANDOVER])
    pace = Pace(lease_s=settings.answer_timeout_s * 2)
    return Rounds(open_look=open_look, relay=relay, pace=pace)


def _identities(settings: Settings) -> PlatformTokens:
    secret = settings.identity_secret
    return PlatformTokens(
        audience=settings.identity_audience,
        issuer=settings.identity_issuer,
        secret=secret.get_secret_value() if secret else None,
        public_key=settings.identity_public_key,
    )


def _vault(settings: Settings) -> SealingVault:
    return SealingVault.of(settings.vault_key.get_secret_value().split(","))


def _verify(settings: Settings) -> Verify:
    secret, now = settings.webhook_secret.get_secret_value(), settings.clock

    def signed(headers: Mapping[str, str], body: bytes) -> None:
        try:
            verify(headers, body, secret, now())
        except InvalidSignatureError as error:
            raise InvalidSignature(str(error)) from error

    return signed


def _token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)
