"""What becomes of a case: what is known, who gets it, what the assistant says."""

import time

from aiohttp import web

from connectors.guides import GuideShelf, PlatformStanding
from connectors.hours import OpeningHours
from connectors.platform import PlatformFacts, PlatformFiles
from connectors.rasa import RasaAssistant
from connectors.routing import Watched
from connectors.routing import read as read_routing
from connectors.rule_files import CheckedFiles
from handoff.api import keys
from handoff.api.files.keys import FILES
from handoff.api.lists.keys import VIEWS
from handoff.app.loaded import Loaded
from handoff.app.outside import new_token
from handoff.app.people import build_elsewhere
from handoff.app.writing import Tools, writing
from handoff.lifetime import Parts
from handoff.ports import OpenWork
from handoff.services.crisis import Announcing
from handoff.services.discretion import Discretion
from handoff.services.dismissal import Dismissal
from handoff.services.dispatch import Dispatch
from handoff.services.dispatcher import Dispatcher
from handoff.services.enrolment import Enrolment
from handoff.services.files import Files
from handoff.services.guides import Guides
from handoff.services.handover import Handover
from handoff.services.offers import Offers
from handoff.services.passing import Passing
from handoff.services.patience import Limits as PatienceLimits
from handoff.services.patience import Patience
from handoff.services.presence import Presence
from handoff.services.rehearsals import Rehearsals
from handoff.services.relay import PERSON, Relay
from handoff.services.rounds import Pace, Rounds
from handoff.services.surges import Surges
from handoff.services.team import Team
from handoff.services.timetables import Timetables
from handoff.services.unread import Unread
from handoff.services.views import Views
from handoff.services.waiting import Waiting
from handoff.settings import Settings
from handoff.storage.passwords import Argon2Passwords
from handoff.storage.turn import alone_on
from handoff.storage.work import look_at
from payouts.book import PayoutBook


def build_cases(
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


def build_rush(
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
    build_elsewhere(app, settings, hours, open_work)


def build_queue(
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
    app[keys.ENROLMENT] = Enrolment(open_work, Argon2Passwords(), new_token, routing)
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


def rounds_of(
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
