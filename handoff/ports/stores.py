"""What the services need of the database."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol, TypeAlias
from uuid import UUID

from handoff.domain.accesses import Access, Recorded
from handoff.domain.briefing import Logged
from handoff.domain.changes import Change, Changed
from handoff.domain.conversation import Conversation
from handoff.domain.crisis import CrisisNotice
from handoff.domain.events import Channel, Event, Started
from handoff.domain.files import Said
from handoff.domain.guides import StepDone, Tick
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId, SavedViewId
from handoff.domain.members import Member
from handoff.domain.messages import Choice
from handoff.domain.people import Agent, AgentRef, Customer, Identity, Language, Status
from handoff.domain.ratings import Given, Rating
from handoff.domain.routing import NO_SURGE, Candidate, Course, Surge, SurgeChange
from handoff.domain.search import Found, Sought
from handoff.domain.views import Listed, Looked, Page, SavedView, View
from handoff.domain.votes import ArticleVote, Tally
from handoff.domain.waiting import Staff
from handoff.domain.wallboard import Wallboard
from handoff.ports.attachments import Attachments
from handoff.ports.composing import CannedReplies, ReplyDrafts
from handoff.ports.mail import CallBacks, Mails, ReturnLinks
from handoff.ports.values import Key, Queued, Receipt, Turn

EventPlace: TypeAlias = tuple[datetime, ConversationId, int]
"""Where an event stands among all: when, in which conversation, at which seq."""


class Conversations(Protocol):
    """Conversations and their logs. Whatever is read here is locked until the work ends."""

    async def locked(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def open_of(self, customer: CustomerId) -> Conversation | None:
        """The customer's one conversation that is not closed."""

    async def start(self, customer: CustomerId, started: Started) -> Conversation:
        """A new conversation with its first event; links it to the one it continues."""

    async def append(self, before: Conversation, event: Event) -> Conversation:
        """State and event together; Conflict when `before` is no longer what is stored."""

    async def move(self, conversation: ConversationId, to: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def choice(self, conversation: ConversationId, choice_id: str) -> Choice | None:
        """A button that was issued in this conversation."""


class Reads(Protocol):
    """Looking without locking."""

    async def conversation(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def log(
        self, conversation: ConversationId, after: int = 0, limit: int | None = None
    ) -> tuple[Logged, ...]:
        """Events with seq > after, in order."""

    async def of_customer(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """Newest first."""

    async def of_customer_log(
        self, customer: CustomerId, before: EventPlace | None, limit: int
    ) -> tuple[Said, ...]:
        """Events of all their conversations, the latest first, from before a place."""

    async def queue(self) -> tuple[ConversationId, ...]:
        """Who waits, next first."""

    async def staff(self, surge: Surge = NO_SURGE) -> Staff:
        """The agents who can take chats now, with what a rush adds."""


class Receipts(Protocol):
    """Which message ids were seen, for ever."""

    async def first(self, sender: UUID, message: MessageId) -> Receipt | None:
        """What became of the first message under this id."""

    async def keep(self, sender: UUID, message: MessageId, receipt: Receipt) -> None:
        """Conflict when another work kept one meanwhile."""


class Turns(Protocol):
    """The assistant's work list: derived from the log, claimed in the database."""

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """Turns nobody else works on; a claim lapses by itself after `lease_s`."""

    async def release(self, conversation: ConversationId, *, failed: bool = False) -> None:
        """Done with it, whatever came of it; `failed` by a mistake of ours is counted."""


class Customers(Protocol):
    """The people who write."""

    async def customer(self, customer: CustomerId) -> Customer:
        """Unknown when there is none."""

    async def of_session(self, token: str) -> Customer | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed."""

    async def visitor(self, language: Language) -> Customer:
        """Somebody new who has not signed in."""

    async def known(self, identity: Identity, language: Language) -> Customer:
        """The customer the platform vouches for; made at the first sight, kept up to date."""

    async def spend(self, identity: Identity) -> None:
        """Remember a token as used; InvalidIdentity when it was used before."""


class Sessions(Protocol):
    """Revocable sessions; tokens are stored hashed only."""

    async def open(self, token: str, holder: CustomerId | AgentId, ttl_s: float) -> None:
        """From now on the token speaks for its holder."""

    async def end(self, token: str) -> None:
        """The token is worth nothing from now on."""

    async def end_all(self, holder: CustomerId | AgentId) -> None:
        """Nor are all others of its holder."""


class Agents(Protocol):
    """The people who help."""

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""

    async def of_session(self, token: str) -> Agent | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed, or they are gone."""

    async def locked(self, agent: AgentId) -> Agent:
        """The same, locked: two claims of one agent cannot both see a free place."""

    async def load(self, agent: AgentId) -> Mapping[Channel, int]:
        """Conversations they own or are offered, by channel."""

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """The agent's id and password hash."""

    async def set_status(self, agent: AgentId, status: Status) -> None:
        """Whether they take chats."""

    async def took(self, agent: AgentId, lease_s: float) -> None:
        """They own something new; the lease on all they own is renewed."""

    async def declined(self, agent: AgentId) -> None:
        """They said no to an offer: they are at their desk."""

    async def missed(self, agent: AgentId) -> Status:
        """They let an offer lapse; their status afterwards: away when it happens too often."""

    async def owned(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What is theirs."""

    async def offered(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What they are asked to take."""

    async def equip(self, agent: Agent) -> None:
        """Skills, languages, teams and capacities as they are now. Unknown."""

    async def beat(self, agent: AgentId, lease_s: float) -> Status:
        """The console is alive: renew the lease on all that the agent owns. Unknown."""

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Conversations whose owner's lease has lapsed."""


class Crisis(Protocol):
    """Crisis notices."""

    async def latest(self) -> CrisisNotice | None:
        """The last one that nobody has withdrawn, though its time may have passed."""

    async def publish(self, notice: CrisisNotice) -> None:
        """In place of the one before."""

    async def withdraw(self, by: AgentRef) -> None:
        """Whatever is in force; nothing may be."""

    async def said(self, conversation: ConversationId, text: str) -> bool:
        """Whether the assistant said these words in this conversation."""


class PlaybookTimers(Protocol):
    """Where playbooks run, for the sweep."""

    async def keep(
        self, conversation: ConversationId, playbook: str, due_at: datetime | None
    ) -> None:
        """It has begun here; when its next contact is to be called."""

    async def overdue(self) -> tuple[tuple[ConversationId, str], ...]:
        """Whose contact did not answer in time."""

    async def wanting(self, playbook: str, rules: Collection[str]) -> tuple[ConversationId, ...]:
        """Open cases handed over by one of these rules, in which it never began."""


class Queue(Protocol):
    """What waits, as its dispatcher reads it. Only the database's clock is asked."""

    async def waiting(self, after: Key | None, limit: int) -> tuple[Queued, ...]:
        """Who waits and is offered to nobody, next first, from behind `after`."""

    async def candidates(self, present_s: float) -> tuple[Candidate, ...]:
        """All who may answer customers; `here` are those online and heard within `present_s`."""

    async def lapsed(self) -> tuple[tuple[ConversationId, AgentId], ...]:
        """Offers whose time is over."""

    async def to_wake(self) -> tuple[ConversationId, ...]:
        """What was put off until now."""

    async def age(self, ageing_s: float) -> tuple[ConversationId, ...]:
        """Move up who has waited long enough; those who did move."""


class Surges(Protocol):
    """The rush, the same for all replicas and after a restart. Only this clock counts."""

    async def course(self) -> Course:
        """How far it is."""

    async def locked(self) -> Course | None:
        """The same, until the work ends; None while another replica looks."""

    async def load(self, within_s: float) -> tuple[int, int]:
        """How many wait, and how many were handed over within these last seconds."""

    async def keep(self, course: Course) -> None:
        """How far it is now."""

    async def record(self, change: SurgeChange) -> None:
        """It rose or fell; only ever added to."""

    async def changes(self, limit: int) -> tuple[SurgeChange, ...]:
        """The latest rises and falls, newest first."""


class GuideProgress(Protocol):
    """What customers ticked in their guides."""

    async def ticks(self, customer: CustomerId) -> tuple[Tick, ...]:
        """Everything they ticked or took back, oldest first."""

    async def tick(self, customer: CustomerId, said: StepDone) -> None:
        """The latest word on a step holds; the same again changes nothing."""

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer: of each step the later word holds."""


class ArticleVotes(Protocol):
    """What readers said of articles."""

    async def last_shown(
        self, conversation: ConversationId, slug: str, language: Language
    ) -> int | None:
        """The seq at which the assistant last showed it."""

    async def cast(
        self, conversation: ConversationId, seq: int, customer: CustomerId, vote: ArticleVote
    ) -> None:
        """The latest word on what was shown there holds; the same again changes nothing."""

    async def cast_on_page(self, ballot: bytes, vote: ArticleVote) -> None:
        """The latest word under a ballot holds; the same again changes nothing."""

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def tallies(self, within_s: float) -> tuple[Tally, ...]:
        """Of all that was shown or said in these last seconds, by the store's clock."""


class Ratings(Protocol):
    """How conversations were for their customers."""

    async def give(self, conversation: ConversationId, rating: Rating) -> Given:
        """What is kept then: the first word holds."""

    async def of(self, conversation: ConversationId) -> Given | None:
        """None when it was not rated."""


class SealedTexts(Protocol):
    """Originals of masked texts, as the vault sealed them."""

    async def keep(self, conversation: ConversationId, seq: int, sealed: bytes) -> None:
        """What the message at `seq` said."""

    async def of(self, conversation: ConversationId, seq: int) -> bytes | None:
        """None when nothing was kept, or not any more."""

    async def erase(self, older_than_s: float) -> int:
        """How many went."""


class Members(Protocol):
    """The team's list, the disabled ones as well."""

    async def all(self) -> tuple[Member, ...]:
        """By name."""

    async def member(self, agent: AgentId) -> Member:
        """Unknown when there is none."""

    async def locked(self, agent: AgentId) -> Member:
        """The same, locked until this work ends."""

    async def by_email(self, email: str) -> AgentId | None:
        """Whose address it is."""

    async def add(self, agent: Agent, password_hash: str) -> None:
        """Conflict when somebody added the same address meanwhile."""

    async def revise(self, agent: Agent) -> None:
        """All but whether they are there."""

    async def set_password(self, agent: AgentId, password_hash: str) -> None:
        """In place of the one before."""

    async def disable(self, agent: AgentId) -> None:
        """They may not come in any more."""

    async def enable(self, agent: AgentId) -> None:
        """They may again."""


class Changes(Protocol):
    """What leads and admins changed; only ever added to."""

    async def record(self, change: Change) -> None:
        """In the transaction of what it records."""

    async def latest(self, limit: int) -> tuple[Changed, ...]:
        """Newest first."""


class Accesses(Protocol):
    """The log of reads and writes of personal data; only ever added to."""

    async def record(self, access: Access) -> None:
        """In the transaction of what it records."""

    async def to(self, customer: CustomerId) -> tuple[Recorded, ...]:
        """Every access to a customer's data, oldest first."""


class Search(Protocol):
    """Full text search over all that was said; each call is a short read of its own."""

    async def said(self, sought: Sought, *, limit: int, cursor: str | None = None) -> Found:
        """Messages with these words, the latest first. Invalid when the cursor is none."""

    async def named(self, sought: Sought, *, limit: int) -> tuple[Listed, ...]:
        """Conversations with this case number, or with a customer of this name."""


class SavedViews(Protocol):
    """Lists that agents gave a name, each their own."""

    async def of(self, agent: AgentId) -> tuple[SavedView, ...]:
        """By name."""

    async def keep(self, agent: AgentId, saved: SavedView) -> None:
        """A new one, or another form of one of theirs; Conflict when the name is taken."""

    async def forget(self, agent: AgentId, saved: SavedViewId) -> bool:
        """Whether there was one."""


class Work(Protocol):
    """One transaction. Leaving it cleanly commits; an exception rolls back."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def reads(self) -> Reads: ...
    @property
    def receipts(self) -> Receipts: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def customers(self) -> Customers: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def agents(self) -> Agents: ...
    @property
    def queue(self) -> Queue: ...
    @property
    def surges(self) -> Surges: ...
    @property
    def mails(self) -> Mails: ...
    @property
    def call_backs(self) -> CallBacks: ...
    @property
    def return_links(self) -> ReturnLinks: ...
    @property
    def guides(self) -> GuideProgress: ...
    @property
    def votes(self) -> ArticleVotes: ...
    @property
    def ratings(self) -> Ratings: ...
    @property
    def playbooks(self) -> PlaybookTimers: ...
    @property
    def canned(self) -> CannedReplies: ...
    @property
    def drafts(self) -> ReplyDrafts: ...
    @property
    def crisis(self) -> Crisis: ...
    @property
    def attachments(self) -> Attachments: ...
    @property
    def sealed(self) -> SealedTexts: ...
    @property
    def members(self) -> Members: ...
    @property
    def changes(self) -> Changes: ...
    @property
    def accesses(self) -> Accesses: ...
    @property
    def saved_views(self) -> SavedViews: ...


OpenWork: TypeAlias = Callable[[], AbstractAsyncContextManager[Work]]
"""Services that only look are given one without a transaction around its statements."""


Alone: TypeAlias = Callable[[], AbstractAsyncContextManager[bool]]
"""Whether nobody else gives out cases, in no replica, until the context ends."""


class Boards(Protocol):
    """What leads watch."""

    async def now(self) -> Wallboard:
        """All figures of one moment."""


class Screens(Protocol):
    """Lists as screens and sockets need them; each call is a short read of its own."""

    async def listed(self, looked: Looked, *, limit: int, cursor: str | None = None) -> Page:
        """A page of a list, from behind a cursor. Invalid when it is no cursor of this list."""

    async def these(self, conversations: Sequence[ConversationId]) -> tuple[Listed, ...]:
        """The rows of some conversations."""

    async def counts(self, agent: AgentId, teams: tuple[str, ...] = ()) -> dict[View, int]:
        """Rows per view."""

    async def teams(self) -> dict[str, int]:
        """Cases with the people of each team."""

    async def count(self, looked: Looked, most: int) -> int:
        """Rows of a list, counted no further than `most`."""

    async def grown(self, within_s: float) -> tuple[tuple[ConversationId, int], ...]:
        """What changed lately, with the last seq."""

    async def offered_to(self, agent: AgentId) -> tuple[Listed, ...]:
        """The rows of what an agent is asked to take."""

    async def valid(self, tokens: Sequence[str]) -> frozenset[str]:
        """Tokens that still speak for somebody."""

    async def answers(self) -> bool:
        """Whether the database is there."""
