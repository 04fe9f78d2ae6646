"""Canned replies: kept by agents for themselves and by leads for others, filled in for a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from handoff.domain.canned import CannedReply, Variable, Wording
from handoff.domain.errors import Forbidden, Invalid, Unknown
from handoff.domain.ids import ConversationId
from handoff.domain.packet import Packet
from handoff.domain.people import Agent, Customer, Language
from handoff.ports import Clock, OpenWork, Policy
from handoff.ports.composing import Statements


@dataclass(frozen=True, slots=True)
class Canned:
    """Who may see and change what is the reply's own rule."""

    open_work: OpenWork
    policy: Policy
    statements: Statements
    now: Clock

    async def of(self, agent: Agent) -> tuple[CannedReply, ...]:
        """All that this agent may use."""
        async with self.open_work() as work:
            return tuple(it for it in await work.canned.all() if it.shown_to(agent))

    async def put(self, agent: Agent, it: UUID, wording: Wording) -> CannedReply:
        """New, or changed; both what it was and what it becomes must be theirs to change."""
        self._must_be_a_team(wording.team)
        reply = CannedReply(
            id=it,
            shortcut=wording.shortcut,
            title=wording.title,
            text=wording.text,
            team=wording.team,
            owner=agent.ref if wording.own else None,
            steps=wording.steps,
            changed_at=self.now(),
            changed_by=agent.ref,
        )
        async with self.open_work() as work:
            before = await work.canned.find(reply.id)
            for either in (before, reply):
                _must_be_theirs(either, agent)
            await work.canned.put(reply)
        return reply

    async def remove(self, agent: Agent, reply: UUID) -> None:
        """Unknown where there is none that they know of."""
        async with self.open_work() as work:
            before = await work.canned.find(reply)
            if before is None or not before.shown_to(agent):
                raise Unknown("no such reply")
            _must_be_theirs(before, agent)
            await work.canned.remove(reply)

    async def values(
        self, agent: Agent, it: ConversationId
    ) -> Mapping[Language, Mapping[Variable, str | None]]:
        """What the variables stand for in a case, in each language; None where nobody knows."""
        async with self.open_work() as work:
            found = await work.reads.conversation(it)
            customer = await work.customers.customer(found.customer)
        usual: dict[Variable, str | None] = {
            Variable.CUSTOMER_NAME: first_name(customer),
            Variable.AGENT_NAME: agent.name,
            Variable.CASE_NUMBER: found.case_number,
        }
        reference = spoken_of(found.packet)
        return {
            language: usual | await self._payout(customer, reference, language)
            for language in Language
        }

    async def _payout(
        self, customer: Customer, reference: str | None, language: Language
    ) -> dict[Variable, str | None]:
        about = self.statements.about
        told = await about(customer.sub, reference, language) if customer.sub else None
        return {
            Variable.PAYOUT_REFERENCE: told.reference if told else None,
            Variable.PAYOUT_AMOUNT: told.amount if told else None,
            Variable.EXPECTED_ON: told.expected if told else None,
        }

    def _must_be_a_team(self, team: str | None) -> None:
        known = [it.name for it in self.policy().teams]
        if team is not None and team not in known:
            raise Invalid("team", f"must be one of {', '.join(known)}")


def first_name(customer: Customer) -> str | None:
    """How a customer is greeted."""
    return (customer.name or "").partition(" ")[0] or None


def spoken_of(packet: Packet | None) -> str | None:
    """The payout that the case is about."""
    if packet is None:
        return None
    named = packet.slots.get("payout_reference")
    if isinstance(named, str):
        return named
    return packet.payout.reference if packet.payout else None


def _must_be_theirs(reply: CannedReply | None, agent: Agent) -> None:
    if reply is None or reply.changeable_by(agent):
        return
    if not reply.shown_to(agent):
        raise Unknown("no such reply")
    raise Forbidden("what others use as well is for leads to change")
