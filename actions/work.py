"""Milestones and disputes: the customer's own where there are some, the article otherwise."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from actions.articles import Articles
from actions.clients import Book, Clock
from actions.links import Links
from actions.reply import Reply, by_rule
from actions.standing import told
from actions.turn import Turn
from payouts.milestones import milestone_answer
from payouts.states import MilestoneState
from payouts.values import Milestone

ENDED = frozenset({MilestoneState.RELEASED, MilestoneState.REFUNDED, MilestoneState.CANCELLED})
MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Work:
    """Answers about the customer's own projects."""

    book: Book
    articles: Articles
    now: Clock
    links: Links

    async def milestone(self, turn: Turn) -> Reply:
        """Where a milestone is; which one, when several projects are running."""
        found = await self._concerned(turn)
        if not found:
            return await self.articles.answer(turn)
        projects = list(dict.fromkeys(each.project for each in found))
        if len(projects) > 1:
            return Reply().say("utter_milestone_which", None, *map(_choice, found[:MOST_CHOICES]))
        return await self._tell(turn, found[0])

    async def dispute(self, turn: Turn) -> Reply:
        """A running dispute needs a person; how to open one is in the article."""
        found = await self._concerned(turn)
        disputed = [each for each in found if each.state is MilestoneState.DISPUTED]
        if not disputed:
            return await self.articles.answer(turn)
        return by_rule(await self._tell(turn, disputed[0]), "dispute")

    async def _concerned(self, turn: Turn) -> Sequence[Milestone]:
        """The milestones of the project that was named, or else those still running."""
        if turn.sub is None:
            return ()
        found = await self.book.milestones_of(turn.sub)
        project = turn.entities.get("project")
        if project:
            return [each for each in found if each.project == project]
        running = [each for each in found if each.state not in ENDED]
        return running or found[:1]

    async def _tell(self, turn: Turn, milestone: Milestone) -> Reply:
        profile = await self.book.profile(turn.sub) if turn.sub else None
        if profile is None:
            return await self.articles.answer(turn)
        found = milestone_answer(milestone, profile, self.now(), turn.language)
        reply = told(self.articles, turn, milestone.id, found)
        reply.remember("project", milestone.project)
        return self.links.under(reply, found.acts, project=milestone.project)


def _choice(milestone: Milestone) -> dict[str, str]:
    return {
        "title": f"{milestone.project} · {milestone.title}",
        "payload": f"/ask_milestone{json.dumps({'project': milestone.project})}",
    }
