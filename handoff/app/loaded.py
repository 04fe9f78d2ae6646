"""Files that are read at the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from connectors.hours import HoursError, OpeningHours
from connectors.language import LanguageDetector
from connectors.playbooks import load_playbooks
from connectors.routing import RoutingError, Watched
from handoff.app.writing import BROKEN as BROKEN_WORDS
from handoff.app.writing import Written
from handoff.domain.playbooks import Playbook
from handoff.ports import LanguageOf
from handoff.settings import Settings
from knowledge.articles import ArticleError, load
from knowledge.guides import GuideError, load_guides
from knowledge.guides import Guides as PublishedGuides
from knowledge.pictures import read_pictures
from knowledge.search import Library
from payouts.achievements import Achievement

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


def load_or_end(settings: Settings) -> Loaded:
    """Ends the process where a file is wrong: half a team's rules are worse than none."""
    try:
        return Loaded.of(settings)
    except BROKEN as error:
        raise SystemExit(str(error)) from error
