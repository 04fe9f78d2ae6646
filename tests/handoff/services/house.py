"""The services over a world that a test holds in its hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from uuid import uuid4

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.events import Channel, Event
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId
from handoff.domain.people import Agent, Language
from handoff.domain.routing import calm
from handoff.ports import OpenWork, Receipt, Turn
from handoff.services.attachments import Attachments
from handoff.services.desk import Desk
from handoff.services.disclosure import Disclosure
from handoff.services.discretion import Discretion
from handoff.services.dispatch import Dispatch
from handoff.services.handover import Handover
from handoff.services.inbox import Inbox
from handoff.services.offers import Offers
from handoff.services.passing import Passing
from handoff.services.presence import Presence
from handoff.services.reception import Arrival, Reception, Visit
from handoff.services.relay import PERSON, Relay
from handoff.services.sweep import Sweep
from handoff.services.unread import Unread
from tests.contract.store import Store
from tests.fakes.attachments import FakeInspector
from tests.fakes.memory import Enrolled, Memory
from tests.fakes.outside import (
    FakeAssistant,
    FakeFacts,
    FakeHints,
    FakeIdentities,
    language_of,
)
from tests.fakes.personal import FakeVault
from tests.fakes.queue import alone_in
from tests.fakes.work import work_on
from tests.handoff.policy import ROUTING

LEASE_S = 40.0
KEEP_S = 60.0
SESSION_S = 3600.0
A_DAY = 1024 * 1024
"""Bytes that one sender may upload."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything in memory, every service on top of it."""

    memory: Memory = field(default_factory=Memory)
    hints: FakeHints = field(default_factory=FakeHints)
    facts: FakeFacts = field(default_factory=FakeFacts)
    assistant: FakeAssistant = field(default_factory=FakeAssistant)
    identities: FakeIdentities = field(default_factory=FakeIdentities)
    _numbers: "count[int]" = field(default_factory=count)
    _works: list[OpenWork] = field(default_factory=list)

    @property
    def open_work(self) -> OpenWork:
        """One lock for all."""
        if not self._works:
            self._works.append(work_on(self.memory))
        return self._works[0]

    @property
    def store(self) -> Store:
        """Ways to set the scene."""

        async def enrol(agent: Agent, password_hash: str) -> None:
            self.memory.agents[agent.id] = Enrolled(agent=agent, password_hash=password_hash)

        async def disable(agent: AgentId) -> None:
            del self.memory.agents[agent]

        return Store(self.open_work, enrol, disable)

    @property
    def inbox(self) -> Inbox:
        """The customer speaks."""
        return Inbox(self.open_work, language_of, self.hints, FakeVault())

    @property
    def desk(self) -> Desk:
        """The agent acts."""
        return Desk(self.open_work, self.hints, LEASE_S, FakeVault())

    @property
    def attachments(self) -> Attachments:
        """Files come and go."""
        return Attachments(
            open_work=self.open_work,
            open_look=self.open_work,
            inspector=FakeInspector(),
            max_bytes_a_day=A_DAY,
        )

    @property
    def offers(self) -> Offers:
        """One agent at a time is asked."""
        return Offers(self.open_work, self.hints, lambda: ROUTING, lambda: calm(ROUTING))

    @property
    def passing(self) -> Passing:
        """Cases change hands."""
        return Passing(self.desk, self.offers)

    @property
    def presence(self) -> Presence:
        """Agents come and go."""
        return Presence(self.open_work, self.hints, LEASE_S, self.passing)

    @property
    def dispatch(self) -> Dispatch:
        """The queue moves."""
        return Dispatch(self.open_work, self.offers, alone_in(self.memory), LEASE_S)

    @property
    def handover(self) -> Handover:
        """A person is asked for."""
        return Handover(self.open_work, self.facts, self.hints, lambda: ROUTING)

    @property
    def disclosure(self) -> Disclosure:
        """Somebody looks at what was masked."""
        return Disclosure(self.open_work, FakeVault(), KEEP_S)

    @property
    def relay(self) -> Relay:
        """The assistant is asked."""
        unread = Unread(self.open_work, self.assistant, PERSON)
        return Relay(self.open_work, self.open_work, Discretion(unread), self.handover)

    @property
    def sweep(self) -> Sweep:
        """Time passes."""
        return Sweep(self.open_work, self.hints)

    @property
    def reception(self) -> Reception:
        """Customers come in; tokens are counted through."""
        return Reception(
            self.open_work, self.identities, lambda: f"token-{next(self._numbers)}", SESSION_S
        )

    async def arrive(self, identity_token: str, visitor_token: str) -> Visit:
        """A visitor signs in."""
        arrival = Arrival(
            channel=Channel.WEB,
            language=Language.EN,
            page_url=None,
            identity_token=identity_token,
            visitor_token=visitor_token,
        )
        return await self.reception.admit(arrival)

    async def say(self, it: Conversation, text: str = "hello") -> Receipt:
        """The customer of a conversation writes."""
        return await self.inbox.say(it.customer, it.id, MessageId(uuid4()), text)

    async def turns(self) -> Sequence[Turn]:
        """What a relay would take now."""
        async with self.open_work() as work:
            return await work.turns.claim(10, 60)

    async def carry_all(self) -> None:
        """A relay works until nothing is left."""
        while turns := await self.turns():
            for turn in turns:
                await self.relay.carry(turn)

    async def read(self, it: Conversation | ConversationId) -> Conversation:
        """As it stands."""
        return await self.store.read(it if not isinstance(it, Conversation) else it.id)

    def log(self, it: Conversation | ConversationId) -> tuple[Logged, ...]:
        """All that happened."""
        return self.memory.logs[it.id if isinstance(it, Conversation) else it]

    def types(self, it: Conversation | ConversationId) -> list[str]:
        """What happened, by name."""
        return [entry.event.type for entry in self.log(it)]

    def last(self, it: Conversation | ConversationId) -> Event:
        """What happened last."""
        return self.log(it)[-1].event

    def owner(self, it: Conversation) -> CustomerId:
        """Whose it is now."""
        return self.memory.conversations[it.id].customer
