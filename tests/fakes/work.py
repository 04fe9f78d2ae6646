"""One unit of work in memory: all of it happens, or nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from handoff.domain.errors import Unavailable
from handoff.ports import OpenWork, Promise, Work, no_promise
from tests.fakes.agents import FakeAgents
from tests.fakes.attachments import FakeAttachments
from tests.fakes.canned import FakeCannedReplies
from tests.fakes.conversations import FakeConversations, FakeTurns
from tests.fakes.crisis import FakeCrisisNotices
from tests.fakes.drafts import FakeReplyDrafts
from tests.fakes.guides import FakeGuideProgress
from tests.fakes.mails import FakeCallBacks, FakeMails, FakeReturnLinks
from tests.fakes.members import FakeChanges, FakeMembers
from tests.fakes.memory import Memory
from tests.fakes.people import FakeCustomers, FakeReceipts, FakeSessions
from tests.fakes.personal import FakeAccesses, FakeSealedTexts
from tests.fakes.playbooks import FakePlaybooks
from tests.fakes.queue import FakeQueue
from tests.fakes.ratings import FakeRatings
from tests.fakes.reads import FakeReads
from tests.fakes.saved_views import FakeSavedViews
from tests.fakes.surges import FakeSurges
from tests.fakes.votes import FakeArticleVotes


@dataclass(frozen=True, slots=True)
class FakeWork:
    """The stores that share a memory."""

    memory: Memory
    promise: Promise = no_promise

    @property
    def conversations(self) -> FakeConversations:
        """Writes."""
        return FakeConversations(self.memory, self.promise)

    @property
    def reads(self) -> FakeReads:
        """Reads."""
        return FakeReads(self.memory)

    @property
    def receipts(self) -> FakeReceipts:
        """Message ids."""
        return FakeReceipts(self.memory)

    @property
    def turns(self) -> FakeTurns:
        """The assistant's work list."""
        return FakeTurns(self.memory)

    @property
    def customers(self) -> FakeCustomers:
        """The people who write."""
        return FakeCustomers(self.memory)

    @property
    def sessions(self) -> FakeSessions:
        """Who a token speaks for."""
        return FakeSessions(self.memory)

    @property
    def agents(self) -> FakeAgents:
        """The people who help."""
        return FakeAgents(self.memory)

    @property
    def queue(self) -> FakeQueue:
        """Who waits, and who could help."""
        return FakeQueue(self.memory)

    @property
    def mails(self) -> FakeMails:
        """The outbox."""
        return FakeMails(self.memory)

    @property
    def call_backs(self) -> FakeCallBacks:
        """Calls that were promised."""
        return FakeCallBacks(self.memory)

    @property
    def return_links(self) -> FakeReturnLinks:
        """Ways back from mails."""
        return FakeReturnLinks(self.memory)

    @property
    def surges(self) -> FakeSurges:
        """The rush."""
        return FakeSurges(self.memory)

    @property
    def crisis(self) -> FakeCrisisNotices:
        """What everybody has to know at once."""
        return FakeCrisisNotices(self.memory)

    @property
    def playbooks(self) -> FakePlaybooks:
        """Where playbooks run."""
        return FakePlaybooks(self.memory)

    @property
    def canned(self) -> FakeCannedReplies:
        """Replies written in advance."""
        return FakeCannedReplies(self.memory)

    @property
    def drafts(self) -> FakeReplyDrafts:
        """Replies put into words for agents."""
        return FakeReplyDrafts(self.memory)

    @property
    def guides(self) -> FakeGuideProgress:
        """What customers ticked."""
        return FakeGuideProgress(self.memory)

    @property
    def votes(self) -> FakeArticleVotes:
        """What readers said of articles."""
        return FakeArticleVotes(self.memory)

    @property
    def ratings(self) -> FakeRatings:
        """How conversations were."""
        return FakeRatings(self.memory)

    @property
    def attachments(self) -> FakeAttachments:
        """Files."""
        return FakeAttachments(self.memory)

    @property
    def sealed(self) -> FakeSealedTexts:
        """Originals."""
        return FakeSealedTexts(self.memory)

    @property
    def members(self) -> FakeMembers:
        """The team's list."""
        return FakeMembers(self.memory)

    @property
    def changes(self) -> FakeChanges:
        """What was changed in it."""
        return FakeChanges(self.memory)

    @property
    def accesses(self) -> FakeAccesses:
        """Who saw them."""
        return FakeAccesses(self.memory)

    @property
    def saved_views(self) -> FakeSavedViews:
        """Lists with names."""
        return FakeSavedViews(self.memory)


def work_on(memory: Memory, promise: Promise = no_promise) -> OpenWork:
    """Works one after the other; a work inside a work would wait for itself for ever."""
    one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def open_work() -> AsyncIterator[Work]:
        async with one_at_a_time:
            if memory.down:
                raise Unavailable("nothing was stored; please send it again")
            before = memory.snapshot()
            try:
                yield FakeWork(memory, promise)
            except BaseException:
                memory.restore(before)
                raise

    return open_work
