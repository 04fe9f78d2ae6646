"""What customers and agents, their screens and sockets need."""

import time
from datetime import timedelta

from aiohttp import web

from connectors.files import FileInspector
from connectors.hours import OpeningHours
from connectors.vault import SealingVault
from handoff.api import keys
from handoff.api.lists.keys import SEARCH
from handoff.api.registry import Sockets
from handoff.app.outside import identities_of, new_token, postman_of
from handoff.lifetime import Parts
from handoff.live.fanout import Fanout
from handoff.live.hub import Hub
from handoff.live.limits import Limits, Rule
from handoff.ports import OpenWork
from handoff.services.absence import Absence, Ways
from handoff.services.access import Access
from handoff.services.attachments import Attachments
from handoff.services.contacts import Calling, Contacts
from handoff.services.desk import Desk
from handoff.services.disclosure import Disclosure
from handoff.services.looking import Looking
from handoff.services.outbox import Outbox
from handoff.services.ratings import Ratings
from handoff.services.reception import Reception
from handoff.services.recognition import Recognition
from handoff.services.sweep import Sweep
from handoff.services.votes import Votes
from handoff.settings import Settings
from handoff.storage.passwords import Argon2Passwords
from handoff.storage.screens import SqlScreens
from handoff.storage.search import SqlSearch
from handoff.storage.wallboard import SqlWallboard


def build_edge(app: web.Application, settings: Settings, parts: Parts) -> None:
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


def build_customers(
    app: web.Application, settings: Settings, open_work: OpenWork, open_look: OpenWork
) -> None:
    """How customers come in and are known, what they send, and what they say of us."""
    app[keys.RECOGNITION] = Recognition(open_look)
    app[keys.LOOKING] = Looking(open_look)
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
        identities=identities_of(settings),
        tokens=new_token,
        session_ttl_s=settings.customer_session_s,
    )


def build_agents(
    app: web.Application, settings: Settings, open_work: OpenWork, vault: SealingVault
) -> None:
    """What the console needs."""
    hints, lease_s = app[keys.FANOUT], settings.agent_lease_s
    app[keys.DESK] = Desk(open_work=open_work, hints=hints, lease_s=lease_s, vault=vault)
    app[keys.DISCLOSURE] = Disclosure(
        open_work=open_work, vault=vault, keep_s=settings.sealed_texts_kept_s
    )
    app[keys.SWEEP] = Sweep(open_work=open_work, hints=hints)
    app[keys.ACCESS] = Access(
        open_work=open_work,
        passwords=Argon2Passwords(),
        tokens=new_token,
        session_ttl_s=settings.agent_session_s,
    )


def build_elsewhere(
    app: web.Application, settings: Settings, hours: OpeningHours, open_work: OpenWork
) -> None:
    """For customers who do not wait in the chat."""
    ahead = timedelta(seconds=settings.clock_offset_s)
    calling = Calling(hours=hours, ahead=ahead, a_slot=settings.call_backs_a_slot)
    app[keys.CONTACTS] = Contacts(open_work=open_work, hints=app[keys.FANOUT], calling=calling)
    app[keys.OUTBOX] = Outbox(open_work=open_work, postman=postman_of(settings))
    ways = Ways(
        away_s=settings.away_s,
        link_s=settings.return_link_s,
        public_url=settings.public_url,
        platform_url=settings.platform_url,
    )
    app[keys.ABSENCE] = Absence(open_work=open_work, tokens=new_token, ways=ways)
