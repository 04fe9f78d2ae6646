"""What the services need of the database."""

from handoff.ports.stores.help import ArticleVotes, GuideProgress, Ratings
from handoff.ports.stores.log import Conversations, EventPlace, Reads, Receipts, SealedTexts, Turns
from handoff.ports.stores.oversight import Accesses, Changes, Crisis, PlaybookTimers
from handoff.ports.stores.people import Agents, Customers, Members, SavedViews, Sessions
from handoff.ports.stores.queue import Queue, Surges
from handoff.ports.stores.screens import Boards, Screens, Search
from handoff.ports.stores.work import Alone, OpenWork, Work

__all__ = [
    "Accesses",
    "Agents",
    "Alone",
    "ArticleVotes",
    "Boards",
    "Changes",
    "Conversations",
    "Crisis",
    "Customers",
    "EventPlace",
    "GuideProgress",
    "Members",
    "OpenWork",
    "PlaybookTimers",
    "Queue",
    "Ratings",
    "Reads",
    "Receipts",
    "SavedViews",
    "Screens",
    "SealedTexts",
    "Search",
    "Sessions",
    "Surges",
    "Turns",
    "Work",
]
