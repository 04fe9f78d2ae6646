"""What agents write with."""

from dataclasses import dataclass
from typing import Self

from aiohttp import ClientSession, web

from connectors.phrases import PhrasesError, load_phrases
from connectors.statements import PayoutStatements
from connectors.tone import SecondLook
from handoff.api import keys
from handoff.api.composing.keys import (
    CANNED,
    DRAFTING,
    DRAFTS_RULE,
    SECOND_LOOK,
    SUGGESTIONS_RULE,
    TAGGING,
)
from handoff.domain.drafting import Phrases
from handoff.live.limits import Rule
from handoff.ports import OpenWork, Policy
from handoff.services.canned import Canned
from handoff.services.drafting import BuiltIn, Drafting
from handoff.services.tagging import Tagging
from handoff.settings import Settings
from payouts.book import PayoutBook
from tone.rules import ToneError

BROKEN = (PhrasesError, ToneError)
"""A file of words breaks a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written down for agents, read once."""

    phrases: Phrases
    second_look: SecondLook

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """One of BROKEN names file, place and the rule it breaks."""
        return cls(
            phrases=load_phrases(settings.drafts_file),
            second_look=SecondLook.of(settings.tone_file),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What was read or connected for it."""

    policy: Policy
    written: Written
    http: ClientSession


def writing(
    app: web.Application,
    settings: Settings,
    book: PayoutBook,
    open_work: OpenWork,
    tools: Tools,
) -> None:
    """Canned replies, tags, drafts, the second look."""
    articles = app[keys.ARTICLES]
    statements = PayoutStatements(book=book, now=settings.clock, link=articles.link)
    app[CANNED] = Canned(open_work, tools.policy, statements, settings.clock)
    app[TAGGING] = Tagging(open_work, app[keys.FANOUT])
    writer = BuiltIn(tools.written.phrases)
    app[DRAFTING] = Drafting(open_work, statements, articles, writer)
    app[SUGGESTIONS_RULE] = Rule(
        name="suggestions", count=settings.suggestions_a_minute, window_s=60
    )
    app[SECOND_LOOK] = tools.written.second_look
    app[DRAFTS_RULE] = Rule(name="drafts", count=settings.drafts_a_minute, window_s=60)
