"""Customers, their sessions and the receipts of what they said, in memory."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from handoff.domain.errors import Conflict, InvalidIdentity, Unknown
from handoff.domain.ids import AgentId, CustomerId, MessageId
from handoff.domain.people import Customer, CustomerKind, Identity, Language
from handoff.ports import Receipt
from tests.fakes.memory import Memory, Session


@dataclass(frozen=True, slots=True)
class FakeCustomers:
    """The people who write."""

    memory: Memory

    async def customer(self, customer: CustomerId) -> Customer:
        """Unknown when there is none."""
        found = self.memory.customers.get(customer)
        if found is None:
            raise Unknown(f"no customer {customer}")
        return found

    async def of_session(self, token: str) -> Customer | None:
        """None when the token is unknown, ended or lapsed."""
        holder = holder_of(self.memory, token)
        return self.memory.customers.get(CustomerId(holder)) if holder else None

    async def visitor(self, language: Language) -> Customer:
        """Somebody new."""
        return self._keep(
            Customer(
                id=CustomerId(uuid4()),
                sub=None,
                kind=CustomerKind.VISITOR,
                name=None,
                language=language,
                since=self.memory.now(),
            )
        )

    async def known(self, identity: Identity, language: Language) -> Customer:
        """One a `sub`; what the platform says now is what holds."""
        same = [it for it in self.memory.customers.values() if it.sub == identity.sub]
        before = same[0] if same else await self.visitor(language)
        return self._keep(
            replace(
                before, sub=identity.sub, kind=identity.kind, name=identity.name, language=language
            )
        )

    async def spend(self, identity: Identity) -> None:
        """Once."""
        if identity.token_id in self.memory.spent:
            raise InvalidIdentity("identity: this token was used before")
        self.memory.spent.add(identity.token_id)

    def _keep(self, customer: Customer) -> Customer:
        self.memory.customers[customer.id] = customer
        return customer


@dataclass(frozen=True, slots=True)
class FakeSessions:
    """Sessions that lapse and can be ended."""

    memory: Memory

    async def open(self, token: str, holder: CustomerId | AgentId, ttl_s: float) -> None:
        """A token speaks for one holder only."""
        if token in self.memory.sessions:
            raise Conflict("somebody else was first")
        until = self.memory.now() + timedelta(seconds=ttl_s)
        self.memory.sessions[token] = Session(holder=holder, until=until)

    async def end_all(self, holder: CustomerId | AgentId) -> None:
        """All of theirs."""
        for token, session in self.memory.sessions.items():
            if session.holder == holder:
                await self.end(token)

    async def end(self, token: str) -> None:
        """Worth nothing from now on."""
        if token in self.memory.sessions:
            self.memory.sessions[token] = replace(self.memory.sessions[token], ended=True)


def holder_of(memory: Memory, token: str) -> UUID | None:
    """Whom a token speaks for now."""
    found = memory.sessions.get(token)
    live = found is not None and not found.ended and found.until > memory.now()
    return found.holder if found is not None and live else None


@dataclass(frozen=True, slots=True)
class FakeReceipts:
    """One receipt a sender and message."""

    memory: Memory

    async def first(self, sender: UUID, message: MessageId) -> Receipt | None:
        """What became of the first."""
        return self.memory.receipts.get((sender, message))

    async def keep(self, sender: UUID, message: MessageId, receipt: Receipt) -> None:
        """Conflict for a second one."""
        if (sender, message) in self.memory.receipts:
            raise Conflict("client_message_id: the same message is being sent twice at once")
        self.memory.receipts[sender, message] = receipt
