"""Playbooks in conversations: begun by rule or by hand, ticked off, their timers kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handoff.domain.errors import Conflict, NotAllowedNow, Unknown
from handoff.domain.events import PlaybookMove, PlaybookNoted
from handoff.domain.ids import ConversationId
from handoff.domain.people import Agent, AgentRef
from handoff.domain.playbooks import Playbook, Run, runs
from handoff.ports import Hints, OpenWork, Work

Move = Callable[[Run | None], tuple[PlaybookMove, str | None] | None]
"""What is to be noted of a run as it stands; None where it is so already."""


@dataclass(frozen=True, slots=True)
class Playbooks:
    """Everything goes through the conversation's log; a repeat adds nothing."""

    open_work: OpenWork
    known: Mapping[str, Playbook]
    hints: Hints

    async def of(self, conversation: ConversationId) -> tuple[Run, ...]:
        """The runs of a conversation."""
        async with self.open_work() as work:
            await work.reads.conversation(conversation)
            return runs(await work.reads.log(conversation), self.known)

    async def start(self, agent: Agent | None, it: ConversationId, slug: str) -> None:
        """From now on; None when it is a rule that starts it."""

        def started(run: Run | None) -> tuple[PlaybookMove, None] | None:
            return (PlaybookMove.STARTED, None) if run is None or run.ended_at else None

        await self._note(agent, it, slug, started)

    async def tick(
        self, agent: Agent, it: ConversationId, slug: str, step: str, *, done: bool
    ) -> None:
        """A step is done, or is not after all."""

        def ticked(run: Run | None) -> tuple[PlaybookMove, str] | None:
            steps = _running(run, slug).steps
            _known(step, [each.id for each in _book(run).steps], "step")
            if (step in steps) is done:
                return None
            return (PlaybookMove.STEP_DONE if done else PlaybookMove.STEP_UNDONE), step

        await self._note(agent, it, slug, ticked)

    async def reached(self, agent: Agent, it: ConversationId, slug: str, contact: str) -> None:
        """Somebody of the chain has answered: nobody else needs to be called."""

        def answered(run: Run | None) -> tuple[PlaybookMove, str] | None:
            running = _running(run, slug)
            _known(contact, [each.id for each in _book(run).contacts], "contact")
            return None if running.reached else (PlaybookMove.CONTACT_REACHED, contact)

        await self._note(agent, it, slug, answered)

    async def end(self, agent: Agent, it: ConversationId, slug: str) -> None:
        """It is over; what is not ticked stays so."""

        def ended(run: Run | None) -> tuple[PlaybookMove, None] | None:
            if run is not None and run.ended_at is not None:
                return None
            _running(run, slug)
            return PlaybookMove.ENDED, None

        await self._note(agent, it, slug, ended)

    async def sweep(self) -> None:
        """Begin what rules ask for; call the next where somebody did not answer in time."""
        async with self.open_work() as work:
            wanted = [
                (conversation, slug)
                for slug, playbook in self.known.items()
                for conversation in await work.playbooks.wanting(slug, playbook.starts_on)
            ]
            silent = await work.playbooks.overdue()
        for conversation, slug in wanted:
            await self._quietly(conversation, slug, _begun_by_rule)
        for conversation, slug in silent:
            await self._quietly(conversation, slug, _passed_over)

    async def _quietly(self, it: ConversationId, slug: str, move: Move) -> None:
        try:
            await self._note(None, it, slug, move)
        except Conflict:
            return  # another replica's sweep was first, or somebody spoke: the next look sees to it

    async def _note(self, agent: Agent | None, it: ConversationId, slug: str, move: Move) -> None:
        if slug not in self.known:
            raise Unknown(f"no playbook {slug}")
        async with self.open_work() as work:
            before = await work.conversations.locked(it)
            made = move(await self._run(work, it, slug))
            if made is None:
                return
            by = AgentRef(id=agent.id, name=agent.name) if agent else None
            noted = PlaybookNoted(playbook=slug, move=made[0], item=made[1], agent=by)
            await work.conversations.append(before, noted)
            run = await self._run(work, it, slug)
            assert run is not None
            await work.playbooks.keep(it, slug, run.due_at)
        await self.hints.changed(it)

    async def _run(self, work: Work, it: ConversationId, slug: str) -> Run | None:
        found = runs(await work.reads.log(it), {slug: self.known[slug]})
        return found[0] if found else None


def _begun_by_rule(run: Run | None) -> tuple[PlaybookMove, None] | None:
    """Once: what somebody has ended does not begin again by itself."""
    return (PlaybookMove.STARTED, None) if run is None else None


def _passed_over(run: Run | None) -> tuple[PlaybookMove, str] | None:
    contact = run.contact if run else None
    return (PlaybookMove.CONTACT_SILENT, contact.id) if contact else None


def _running(run: Run | None, slug: str) -> Run:
    if run is None or run.ended_at is not None:
        raise NotAllowedNow(f"playbook {slug}: does not run in this conversation")
    return run


def _book(run: Run | None) -> Playbook:
    assert run is not None
    return run.playbook


def _known(name: str, names: list[str], what: str) -> None:
    if name not in names:
        raise Unknown(f"{what}: must be one of {', '.join(names)}")
