"""Who comes into the team, and what they may do from then on."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from handoff.domain.changes import Change, Changed, ChangeKind, between, equipment
from handoff.domain.errors import Invalid, NotAllowedNow
from handoff.domain.ids import AgentId
from handoff.domain.members import Known, Member, faults
from handoff.domain.people import Agent, Role
from handoff.domain.words import SKILL_TOPICS
from handoff.ports import OpenWork, Passwords, Policy, Tokens, Work


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Every change is on record in the transaction that makes it."""

    open_work: OpenWork
    passwords: Passwords
    tokens: Tokens
    policy: Policy

    def known(self) -> Known:
        """What an agent can be given."""
        teams = [team.name for team in self.policy().teams]
        return Known(skills=tuple(SKILL_TOPICS), teams=teams)

    async def members(self) -> tuple[Member, ...]:
        """Everybody, the disabled ones as well."""
        async with self.open_work() as work:
            return await work.members.all()

    async def changes(self, limit: int) -> tuple[Changed, ...]:
        """The latest, newest first."""
        async with self.open_work() as work:
            return await work.changes.latest(limit)

    async def faults(self, agent: Agent, being: AgentId | None = None) -> Sequence[Invalid]:
        """What would be refused: of somebody new, or of the one that is changed."""
        found = list(faults(agent, self.known()))
        async with self.open_work() as work:
            if await self._taken(work, agent.email, being):
                found.append(_TAKEN)
        return found

    async def add(self, admin: Agent, wanted: Agent) -> tuple[Member, str]:
        """Somebody new, and the password they begin with; nobody is told it again."""
        self._must_be_right(wanted)
        new, password = replace(wanted, id=AgentId(uuid4())), self.tokens()
        hashed = await asyncio.to_thread(self.passwords.hashed, password)
        async with self.open_work() as work:
            await self._must_be_free(work, new, None)
            await work.members.add(new, hashed)
            await work.changes.record(_added(admin, new))
            return await work.members.member(new.id), password

    async def change(self, admin: Agent, wanted: Agent) -> Member:
        """Name, address, role and all they can do. Unknown; NotAllowedNow without any admin."""
        self._must_be_right(wanted)
        async with self.open_work() as work:
            before = (await work.members.locked(wanted.id)).agent
            await self._must_be_free(work, wanted, wanted.id)
            if before.role is Role.ADMIN and wanted.role is not Role.ADMIN:
                await must_stay_admin(work, wanted.id)
            after = replace(wanted, status=before.status)
            change = between(admin.ref, before, after)
            if change.after:
                await work.members.revise(after)
                if before.role is not after.role:  # open screens show what the old one may see
                    await work.sessions.end_all(after.id)
                await work.changes.record(change)
            return await work.members.member(after.id)

    async def renew_password(self, admin: Agent, agent: AgentId) -> str:
        """A new one in place of theirs; whoever is signed in as them is not any more."""
        password = self.tokens()
        hashed = await asyncio.to_thread(self.passwords.hashed, password)
        async with self.open_work() as work:
            them = (await work.members.locked(agent)).agent
            await work.members.set_password(agent, hashed)
            await work.sessions.end_all(agent)
            await work.changes.record(about(admin, ChangeKind.PASSWORD_RENEWED, them))
        return password

    def _must_be_right(self, wanted: Agent) -> None:
        for fault in faults(wanted, self.known()):
            raise fault

    async def _must_be_free(self, work: Work, wanted: Agent, being: AgentId | None) -> None:
        if await self._taken(work, wanted.email, being):
            raise _TAKEN

    async def _taken(self, work: Work, email: str, being: AgentId | None) -> bool:
        holder = await work.members.by_email(email)
        return holder is not None and holder != being


_TAKEN = Invalid("email", "belongs to somebody of the team already", kind="taken")


async def must_stay_admin(work: Work, but: AgentId) -> None:
    """NotAllowedNow when nobody else could let anybody in again."""
    everybody = await work.members.all()
    others = [it.agent.id for it in everybody if _is_admin(it) and it.agent.id != but]
    for other in others:
        # Locked: of two who remove each other at the same moment one must stay.
        if _is_admin(await work.members.locked(other)):
            return
    raise NotAllowedNow("agent: is the last admin")


def _is_admin(it: Member) -> bool:
    return it.enabled and it.agent.role is Role.ADMIN


def about(admin: Agent, kind: ChangeKind, them: Agent) -> Change:
    """A change that says all by its kind."""
    return Change(by=admin.ref, kind=kind, about=them.name, before={}, after={})


def _added(admin: Agent, new: Agent) -> Change:
    return replace(about(admin, ChangeKind.AGENT_ADDED, new), after=equipment(new))
