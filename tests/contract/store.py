"""A store of conversations as the contract sees it, whatever is behind it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import (
    AgentAccepted,
    Channel,
    Closed,
    CloseReason,
    CustomerSaid,
    Event,
    HumanAsked,
    Started,
)
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId
from handoff.domain.messages import Text
from handoff.domain.packet import Packet, Reason
from handoff.domain.people import Agent, AgentRef, CustomerKind, Identity, Language, Role, Status
from handoff.ports import OpenWork
from tests.handoff.domain.examples import agent, packet


@dataclass(frozen=True, slots=True)
class Store:
    """Works, and what an administrator does beside them."""

    open_work: OpenWork
    enrol: Callable[[Agent, str], Awaitable[None]]
    disable: Callable[[AgentId], Awaitable[None]]

    async def visitor(self) -> CustomerId:
        """Somebody who writes."""
        async with self.open_work() as work:
            return (await work.customers.visitor(Language.EN)).id

    async def helper(
        self, name: str = "Amira", capacity: int = 5, role: Role = Role.AGENT
    ) -> Agent:
        """Somebody who helps and is there."""
        ref = AgentRef(id=AgentId(uuid4()), name=name)
        enrolled = agent(ref, capacity=capacity, role=role, status=Status.OFFLINE)
        await self.enrol(enrolled, f"hashed {name}")
        async with self.open_work() as work:
            await work.agents.set_status(ref.id, Status.ONLINE)
        return enrolled

    async def started(
        self, customer: CustomerId | None = None, previous: ConversationId | None = None
    ) -> Conversation:
        """A conversation with its first event only."""
        customer = customer or await self.visitor()
        async with self.open_work() as work:
            return await work.conversations.start(customer, opening(previous))

    async def append(self, conversation: ConversationId, *events: Event) -> Conversation:
        """What happens next, as of now."""
        async with self.open_work() as work:
            after = await work.conversations.locked(conversation)
            for event in events:
                after = await work.conversations.append(after, event)
        return after

    async def read(self, conversation: ConversationId) -> Conversation:
        """As it stands."""
        async with self.open_work() as work:
            return await work.reads.conversation(conversation)

    async def queued(self, made: Packet | None = None) -> Conversation:
        """Somebody waits for a person."""
        it = await self.started()
        return await self.append(it.id, spoken(), asked(made))

    async def owned(self, by: Agent, lease_s: float = 45.0) -> Conversation:
        """An agent has it, and their console is alive for so long."""
        it = await self.queued()
        after = await self.append(it.id, AgentAccepted(agent=ref(by)))
        async with self.open_work() as work:
            await work.agents.beat(by.id, lease_s)
        return after

    async def closed(self) -> Conversation:
        """It is over."""
        it = await self.started()
        end = Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)
        closed = await self.append(it.id, end)
        assert closed.state is State.CLOSED
        return closed


def opening(previous: ConversationId | None = None) -> Started:
    """The first event."""
    return Started(
        channel=Channel.WEB,
        language=Language.EN,
        page_url="https://shop.example/help",
        previous=previous,
    )


def spoken(text: str = "Where is my money?") -> CustomerSaid:
    """The customer's words under an id of their own."""
    return CustomerSaid(
        client_message_id=MessageId(uuid4()), parts=(Text(text=text),), language=Language.EN
    )


def asked(made: Packet | None = None) -> HumanAsked:
    """A person is needed."""
    return HumanAsked(
        reason=Reason.CUSTOMER_ASKED, rule=None, case_number="L-1", packet=made or packet()
    )


def ref(by: Agent) -> AgentRef:
    """An agent as events remember them."""
    return AgentRef(id=by.id, name=by.name)


def identity(sub: str, token_id: str | None = None, name: str | None = None) -> Identity:
    """What the platform says of somebody."""
    return Identity(
        sub=sub,
        kind=CustomerKind.FREELANCER,
        token_id=token_id or str(uuid4()),
        expires_at=datetime.now(UTC) + timedelta(minutes=5),
        name=name,
        language=None,
    )
