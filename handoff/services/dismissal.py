"""Who may not come in any more, and who may again."""

from dataclasses import dataclass

from handoff.domain.changes import ChangeKind
from handoff.domain.errors import NotAllowedNow
from handoff.domain.ids import AgentId
from handoff.domain.members import Member
from handoff.domain.people import Agent, Role, Status
from handoff.ports import OpenWork
from handoff.services.enrolment import about, must_stay_admin
from handoff.services.presence import Presence


@dataclass(frozen=True, slots=True)
class Dismissal:
    """What they have goes to others; then their sessions end, and with these their sockets."""

    open_work: OpenWork
    presence: Presence

    async def disable(self, admin: Agent, agent: AgentId) -> Member:
        """Doing it again changes nothing. NotAllowedNow for oneself, and for the last admin."""
        if agent == admin.id:
            raise NotAllowedNow("agent: nobody disables themselves")
        async with self.open_work() as work:
            them = await work.members.locked(agent)
            if not them.enabled:
                return them
            if them.agent.role is Role.ADMIN:
                await must_stay_admin(work, agent)
        await self.presence.become(agent, Status.OFFLINE)
        async with self.open_work() as work:
            them = await work.members.locked(agent)
            if them.enabled:
                if them.agent.role is Role.ADMIN:
                    await must_stay_admin(work, agent)
                await work.members.disable(agent)
                await work.sessions.end_all(agent)
                await work.changes.record(about(admin, ChangeKind.AGENT_DISABLED, them.agent))
            return await work.members.member(agent)

    async def enable(self, admin: Agent, agent: AgentId) -> Member:
        """They may log in again, with the password they had."""
        async with self.open_work() as work:
            them = await work.members.locked(agent)
            if not them.enabled:
                await work.members.enable(agent)
                await work.changes.record(about(admin, ChangeKind.AGENT_ENABLED, them.agent))
            return await work.members.member(agent)
