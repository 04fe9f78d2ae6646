"""Composition root: builds the clients once and serves every action by its name."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from actions.account import Account
from actions.articles import Articles
from actions.choice import Choice
from actions.clients import Book, Clock, Shelves
from actions.followups import FollowUps
from actions.guides import Walk
from actions.links import Links
from actions.onboarding import Onboarding
from actions.payouts import Payouts
from actions.reply import Reply
from actions.settings import Settings
from actions.talk import Talk
from actions.thread import Thread
from actions.turn import Turn, turn_of
from actions.work import Work
from knowledge.articles import load
from knowledge.guides import Guides, load_guides
from knowledge.search import Library
from payouts.achievements import Achievement
from payouts.book import PayoutBook
from payouts.pages import PlatformPages

log = logging.getLogger(__name__)
Action = Callable[[Turn], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What actions look things up in."""

    book: Book
    shelves: Shelves
    guides: Guides
    pages: PlatformPages = field(default_factory=PlatformPages)


def actions_of(sources: Sources, now: Clock) -> Mapping[str, Action]:
    """Every action that the domain names."""
    book, links = sources.book, Links(sources.pages)
    articles = Articles(sources.shelves, links)
    payouts = Payouts(book, articles, now, links)
    account, work = Account(book, articles, now, links), Work(book, articles, now, links)
    followups = FollowUps(payouts)
    talk, choice = Talk(articles, payouts, followups), Choice(book, now)
    within = Thread(articles, followups).within
    newcomers = Onboarding(articles)
    return {
        "action_affirm": followups.before(talk.affirm),
        "action_article": within(articles.answer),
        "action_ask_payout_reference": choice.ask,
        "action_bare_question": within(talk.bare_question),
        "action_change_language": within(talk.change_language),
        "action_deny": talk.deny,
        "action_dispute": within(work.dispute),
        "action_guide": Walk(book, sources.guides).answer,
        "action_identity": within(account.identity),
        "action_method": within(account.method),
        "action_milestone": within(work.milestone),
        "action_misunderstood": within(talk.misunderstood),
        "action_not_clear": talk.not_clear,
        "action_onboarding": within(newcomers.answer),
        "action_out_of_scope": followups.before(talk.out_of_scope),
        "action_payout_chosen": payouts.chosen,
        "action_payout_problem": within(payouts.problem),
        "action_payout_status": within(payouts.status),
        "action_show_article": articles.show,
        "action_tax": within(account.tax),
        "action_thank": talk.thank,
        "validate_payout_form": choice.validate,
    }


@asynccontextmanager
async def clients(settings: Settings) -> AsyncIterator[Sources]:
    """Open what actions look things up in, and close it at the end."""
    engine = create_async_engine(
        settings.database_url,
        pool_pre_ping=True,
        connect_args={"timeout": settings.connect_timeout_s},
    )
    try:
        book = PayoutBook(async_sessionmaker(engine, expire_on_commit=False))
        articles = await asyncio.to_thread(load, settings.articles)
        guides = load_guides(settings.checklists, articles, Achievement)
        pages = PlatformPages.load(settings.pages, settings.platform_url)
        yield Sources(book=book, shelves=Library(articles), guides=guides, pages=pages)
    finally:
        await engine.dispose()


def executor_of(actions: Mapping[str, Action], limit_s: float) -> Any:
    """Rasa's executor with our actions; it needs no domain, so Rasa need not send it."""
    executor = ActionExecutor()
    executor.update_and_return_domain = lambda _payload, _name: {}
    for name, action in actions.items():
        executor.register_function(name, _guarded(name, action, limit_s))
    return executor


def _guarded(name: str, action: Action, limit_s: float) -> Callable[..., Awaitable[Any]]:
    """An action as Rasa calls it; whatever goes wrong, the customer is told in our words."""

    async def run(dispatcher: CollectingDispatcher, tracker: Any, _domain: Any) -> Any:
        try:
            async with asyncio.timeout(limit_s):
                reply = await action(turn_of(tracker))
        except Exception:
            log.exception("action_failed action=%s conversation=%s", name, tracker.sender_id)
            reply = _apology(name)
        for message in reply.said:
            dispatcher.utter_message(**message)
        return _events(reply, in_form=bool((tracker.active_loop or {}).get("name")))

    return run


def _apology(name: str) -> Reply:
    """Say that it failed; a form that cannot check ends silently, and what follows says so."""
    if name.startswith("validate_"):
        return Reply().remember("requested_slot", None)
    return Reply().say("utter_backend_down")


def _events(reply: Reply, *, in_form: bool) -> list[dict[str, Any]]:
    """What Rasa is to remember; with a person taking over, no form asks on."""
    ended = {"requested_slot": None} if reply.hands_over and in_form else {}
    events = [
        {"event": "slot", "timestamp": None, "name": slot, "value": value}
        for slot, value in {**reply.slots, **ended}.items()
    ]
    return [*events, {"event": "active_loop", "timestamp": None, "name": None}] if ended else events
