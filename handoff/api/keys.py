"""What handlers find in the application, typed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from handoff.api.registry import Sockets
from handoff.live.fanout import Fanout
from handoff.live.limits import Limits, Rule
from handoff.ports import Articles, Boards, Clock, PlatformEvents, Screens
from handoff.services.absence import Absence
from handoff.services.access import Access
from handoff.services.attachments import Attachments
from handoff.services.contacts import Contacts
from handoff.services.crisis import CrisisNotices
from handoff.services.desk import Desk
from handoff.services.disclosure import Disclosure
from handoff.services.dismissal import Dismissal
from handoff.services.dispatcher import Dispatcher
from handoff.services.enrolment import Enrolment
from handoff.services.guides import Guides
from handoff.services.handover import Handover
from handoff.services.inbox import Inbox
from handoff.services.looking import Looking
from handoff.services.offers import Offers
from handoff.services.outbox import Outbox
from handoff.services.passing import Passing
from handoff.services.playbooks import Playbooks
from handoff.services.presence import Presence
from handoff.services.ratings import Ratings
from handoff.services.reception import Reception
from handoff.services.recognition import Recognition
from handoff.services.rehearsals import Rehearsals
from handoff.services.surges import Surges
from handoff.services.sweep import Sweep
from handoff.services.team import Team
from handoff.services.timetables import Timetables
from handoff.services.votes import Votes
from handoff.services.waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What the edge itself is set to."""

    widget_origins: frozenset[str]
    """Foreign origins (scheme://host[:port]) whose pages may embed the widget."""
    secure_cookies: bool
    trusted_proxies: int
    """How many proxies in front of us add to X-Forwarded-For."""
    web_root: Path
    metrics_token: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The documented rate limits."""

    sessions: Rule
    messages: Rule
    uploads: Rule
    searches: Rule
    page_votes: Rule
    changes: Rule
    addresses: Rule
    reveals: Rule
    log_ins: Rule


EDGE = web.AppKey("edge", Edge)
RULES = web.AppKey("rules", Rules)
INBOX = web.AppKey("inbox", Inbox)
DESK = web.AppKey("desk", Desk)
ATTACHMENTS = web.AppKey("attachments", Attachments)
DISCLOSURE = web.AppKey("disclosure", Disclosure)
RECEPTION = web.AppKey("reception", Reception)
RECOGNITION = web.AppKey("recognition", Recognition)
ACCESS = web.AppKey("access", Access)
HANDOVER = web.AppKey("handover", Handover)
CRISIS = web.AppKey("crisis", CrisisNotices)
PLAYBOOKS = web.AppKey("playbooks", Playbooks)
RATINGS = web.AppKey("ratings", Ratings)
VOTES = web.AppKey("votes", Votes)
GUIDES = web.AppKey("guides", Guides)
LOOKING = web.AppKey("looking", Looking)
WAITING = web.AppKey("waiting", Waiting)
SWEEP = web.AppKey("sweep", Sweep)
CONTACTS = web.AppKey("contacts", Contacts)
OUTBOX = web.AppKey("outbox", Outbox)
ABSENCE = web.AppKey("absence", Absence)
SURGES = web.AppKey("surges", Surges)
ENROLMENT = web.AppKey("enrolment", Enrolment)
DISMISSAL = web.AppKey("dismissal", Dismissal)
TIMETABLES = web.AppKey("timetables", Timetables)
REHEARSALS = web.AppKey("rehearsals", Rehearsals)
OFFERS = web.AppKey("offers", Offers)
PASSING = web.AppKey("passing", Passing)
PRESENCE = web.AppKey("presence", Presence)
TEAM = web.AppKey("team", Team)
DISPATCHER = web.AppKey("dispatcher", Dispatcher)
CLOCK: web.AppKey[Clock] = web.AppKey("clock")
BOARDS: web.AppKey[Boards] = web.AppKey("boards")
SCREENS: web.AppKey[Screens] = web.AppKey("screens")
ARTICLES: web.AppKey[Articles] = web.AppKey("articles")
PLATFORM: web.AppKey[PlatformEvents] = web.AppKey("platform")
SOCKETS = web.AppKey("sockets", Sockets)
FANOUT = web.AppKey("fanout", Fanout)
LIMITS = web.AppKey("limits", Limits)
READY: web.AppKey[dict[str, Callable[[], Awaitable[bool]]]] = web.AppKey("ready")
"""Named checks of what must answer before we do."""
