"""Lists of the console: what is in them, how many, and those that agents keep for themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from handoff.domain.errors import Invalid, Unknown
from handoff.domain.ids import SavedViewId
from handoff.domain.people import Agent
from handoff.domain.views import MOST_SAVED, Filters, Looked, Page, SavedView, View
from handoff.ports import OpenWork, Policy, Screens

COUNTED = 1000
"""A kept list is counted no further: whoever has more has many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How many rows there are in what an agent can look at."""

    counts: Mapping[View, int]
    teams: Mapping[str, int]
    saved: tuple[tuple[SavedView, int], ...]


@dataclass(frozen=True, slots=True)
class Views:
    """Counting looks at no more than it must; nothing is locked."""

    screens: Screens
    open_work: OpenWork
    policy: Policy

    async def page(self, looked: Looked, limit: int, cursor: str | None) -> Page:
        """Some rows."""
        return await self.screens.listed(looked, limit=limit, cursor=cursor)

    async def overview(self, agent: Agent) -> Overview:
        """Every view, team and kept list with its number of rows."""
        async with self.open_work() as work:
            kept = await work.saved_views.of(agent.id)
        busy = await self.screens.teams()
        saved = [
            (it, await self.screens.count(Looked.by(agent, it.view, it.filters), COUNTED))
            for it in kept
        ]
        return Overview(
            counts=await self.screens.counts(agent.id, agent.teams),
            teams={team.name: busy.get(team.name, 0) for team in self.policy().teams},
            saved=tuple(saved),
        )

    async def save(self, agent: Agent, name: str, view: View, filters: Filters) -> SavedView:
        """Keep a list under a name."""
        saved = SavedView(id=SavedViewId(uuid4()), name=name, view=view, filters=filters)
        async with self.open_work() as work:
            kept = await work.saved_views.of(agent.id)
            if len(kept) >= MOST_SAVED:
                raise Invalid("name", f"no more than {MOST_SAVED} views can be kept")
            if name in {it.name for it in kept}:
                raise Invalid("name", "is that of another view of yours")
            await work.saved_views.keep(agent.id, saved)
        return saved

    async def change(
        self, agent: Agent, id_: SavedViewId, name: str, view: View, filters: Filters
    ) -> SavedView:
        """Another name, or other rows."""
        saved = SavedView(id=id_, name=name, view=view, filters=filters)
        async with self.open_work() as work:
            kept = await work.saved_views.of(agent.id)
            if id_ not in {it.id for it in kept}:
                raise Unknown("no such view")
            if name in {it.name for it in kept if it.id != id_}:
                raise Invalid("name", "is that of another view of yours")
            await work.saved_views.keep(agent.id, saved)
        return saved

    async def forget(self, agent: Agent, id_: SavedViewId) -> None:
        """It is not needed any more."""
        async with self.open_work() as work:
            if not await work.saved_views.forget(agent.id, id_):
                raise Unknown("no such view")
