"""One transaction as a value: everything in it happens, or nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from handoff.ports import OpenWork, Promise, Work, no_promise
from handoff.storage.agents import SqlAgents
from handoff.storage.attachments import SqlAttachments
from handoff.storage.canned import SqlCannedReplies
from handoff.storage.connections import alone, translated
from handoff.storage.conversations import SqlConversations
from handoff.storage.crisis import SqlCrisisNotices
from handoff.storage.drafts import SqlReplyDrafts
from handoff.storage.guides import SqlGuideProgress
from handoff.storage.mails import SqlCallBacks, SqlMails, SqlReturnLinks
from handoff.storage.members import SqlChanges, SqlMembers
from handoff.storage.people import SqlCustomers, SqlReceipts, SqlSessions
from handoff.storage.personal import SqlAccesses, SqlSealedTexts
from handoff.storage.playbooks import SqlPlaybooks
from handoff.storage.queue import SqlQueue
from handoff.storage.ratings import SqlRatings
from handoff.storage.reads import SqlReads
from handoff.storage.saved_views import SqlSavedViews
from handoff.storage.surges import SqlSurges
from handoff.storage.turns import SqlTurns
from handoff.storage.votes import SqlArticleVotes


@dataclass(frozen=True, slots=True)
class SqlWork:
    """The stores that share this transaction."""

    connection: AsyncConnection
    promise: Promise = no_promise

    @property
    def conversations(self) -> SqlConversations:
        """Locked reads and writes."""
        return SqlConversations(self.connection, self.promise)

    @property
    def reads(self) -> SqlReads:
        """Unlocked reads."""
        return SqlReads(self.connection)

    @property
    def receipts(self) -> SqlReceipts:
        """Message ids."""
        return SqlReceipts(self.connection)

    @property
    def turns(self) -> SqlTurns:
        """The assistant's work list."""
        return SqlTurns(self.connection)

    @property
    def customers(self) -> SqlCustomers:
        """The people who write."""
        return SqlCustomers(self.connection)

    @property
    def sessions(self) -> SqlSessions:
        """Who a token speaks for."""
        return SqlSessions(self.connection)

    @property
    def agents(self) -> SqlAgents:
        """The people who help."""
        return SqlAgents(self.connection)

    @property
    def queue(self) -> SqlQueue:
        """Who waits, and who could help."""
        return SqlQueue(self.connection)

    @property
    def crisis(self) -> SqlCrisisNotices:
        """What everybody has to know at once."""
        return SqlCrisisNotices(self.connection)

    @property
    def playbooks(self) -> SqlPlaybooks:
        """Where playbooks run."""
        return SqlPlaybooks(self.connection)

    @property
    def canned(self) -> SqlCannedReplies:
        """Replies written in advance."""
        return SqlCannedReplies(self.connection)

    @property
    def mails(self) -> SqlMails:
        """The outbox."""
        return SqlMails(self.connection)

    @property
    def call_backs(self) -> SqlCallBacks:
        """Calls that were promised."""
        return SqlCallBacks(self.connection)

    @property
    def return_links(self) -> SqlReturnLinks:
        """Ways back from mails."""
        return SqlReturnLinks(self.connection)

    @property
    def surges(self) -> SqlSurges:
        """The rush."""
        return SqlSurges(self.connection)

    @property
    def drafts(self) -> SqlReplyDrafts:
        """Replies put into words for agents."""
        return SqlReplyDrafts(self.connection)

    @property
    def guides(self) -> SqlGuideProgress:
        """What customers ticked."""
        return SqlGuideProgress(self.connection)

    @property
    def votes(self) -> SqlArticleVotes:
        """What readers said of articles."""
        return SqlArticleVotes(self.connection)

    @property
    def ratings(self) -> SqlRatings:
        """How conversations were."""
        return SqlRatings(self.connection)

    @property
    def attachments(self) -> SqlAttachments:
        """Files."""
        return SqlAttachments(self.connection)

    @property
    def sealed(self) -> SqlSealedTexts:
        """Originals of masked texts."""
        return SqlSealedTexts(self.connection)

    @property
    def members(self) -> SqlMembers:
        """The team's list."""
        return SqlMembers(self.connection)

    @property
    def changes(self) -> SqlChanges:
        """What was changed in it."""
        return SqlChanges(self.connection)

    @property
    def accesses(self) -> SqlAccesses:
        """Who saw personal data."""
        return SqlAccesses(self.connection)

    @property
    def saved_views(self) -> SqlSavedViews:
        """Lists with names."""
        return SqlSavedViews(self.connection)


def work_on(engine: AsyncEngine, promise: Promise = no_promise) -> OpenWork:
    """Opens transactions on this database; `promise` says by when what is owed is due."""

    @asynccontextmanager
    async def open_work() -> AsyncIterator[Work]:
        with translated():
            async with engine.begin() as connection:
                yield SqlWork(connection, promise)

    return open_work


def look_at(engine: AsyncEngine) -> OpenWork:
    """The same for looking only: each statement stands alone, without BEGIN and COMMIT around."""
    lone = alone(engine)

    @asynccontextmanager
    async def open_look() -> AsyncIterator[Work]:
        with translated():
            async with lone.connect() as connection:
                yield SqlWork(connection)

    return open_look


def engine_for(database_url: str, *, pool_size: int, timeout_s: float) -> AsyncEngine:
    """A pool of connections; a statement that takes longer than `timeout_s` is given up."""
    return create_async_engine(
        asyncpg_url(database_url),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_timeout=timeout_s,
        pool_pre_ping=False,
        hide_parameters=True,  # they are what people say: no error may carry it into a log
        connect_args={"timeout": timeout_s, "command_timeout": timeout_s},
    )


def asyncpg_url(database_url: str) -> str:
    """The same address for asyncpg, whatever driver it names."""
    scheme, separator, rest = database_url.partition("://")
    if not separator or scheme.split("+")[0] not in {"postgresql", "postgres"}:
        raise ValueError("DATABASE_URL: must begin with postgresql://")
    return f"postgresql+asyncpg://{rest}"
