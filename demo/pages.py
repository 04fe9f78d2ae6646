"""The demo's pages: the platform's app, a client's site, and what both ask their own server."""

from dataclasses import asdict, dataclass
from pathlib import Path

from aiohttp import web

from demo.logins import logins
from demo.people import Customer, People
from demo.tokens import Tokens
from handoff.api.pages import built
from handoff.domain.errors import Unknown
from payouts.book import PayoutBook

REVALIDATED = "no-cache"

AREAS = (
    "settings/{area}",
    "payouts",
    "projects",
    "projects/{project}",
    "cases",
    "invoices",
)
"""Where in the platform's app the assistant's buttons lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where the built pages and the agents' logins are."""

    web_root: Path
    logins: Path


def routes(people: People, tokens: Tokens, book: PayoutBook, files: Files) -> list[web.RouteDef]:
    """Everything the demo adds to handoff."""
    pages, platform = _Pages(files.web_root / "demo"), _Platform(people, tokens, book, files.logins)
    return [
        web.get("/", pages.index),
        web.get("/demo/app", pages.app),
        *(web.get(f"/demo/app/{area}", pages.app) for area in AREAS),
        web.get("/demo/site", pages.site),
        web.get("/demo/assets/{name}", pages.asset),
        web.get("/demo/people", platform.everybody),
        web.get("/demo/token", platform.token),
        web.get("/demo/payouts", platform.payouts),
    ]


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages as the web build made them."""

    root: Path

    async def index(self, _request: web.Request) -> web.StreamResponse:
        return built(self.root, "index.html", cache=REVALIDATED)

    async def app(self, _request: web.Request) -> web.StreamResponse:
        return built(self.root, "app.html", cache=REVALIDATED)

    async def site(self, _request: web.Request) -> web.StreamResponse:
        return built(self.root, "site.html", cache=REVALIDATED)

    async def asset(self, request: web.Request) -> web.StreamResponse:
        return built(self.root, "assets", request.match_info["name"])


@dataclass(frozen=True, slots=True)
class _Platform:
    """The platform's own server, as far as its pages need one."""

    people: People
    tokens: Tokens
    book: PayoutBook
    logins: Path

    async def everybody(self, _request: web.Request) -> web.Response:
        """Who can sign in, customers and agents."""
        shown = {"sub", "name", "kind", "language"}
        return web.json_response(
            {
                "people": [one.model_dump(include=shown) for one in self.people.customers],
                "agents": [asdict(login) for login in logins(self.logins)],
            }
        )

    async def token(self, request: web.Request) -> web.Response:
        """Sign somebody in."""
        return web.json_response({"token": self.tokens.token(self._customer(request))})

    async def payouts(self, request: web.Request) -> web.Response:
        """Somebody's payouts, for the app's own list."""
        payouts = await self.book.payouts_of(self._customer(request).sub)
        rows = [
            {
                "reference": payout.reference,
                "amount": f"{payout.amount:f}",
                "currency": payout.currency,
                "state": payout.state,
            }
            for payout in payouts
        ]
        return web.json_response({"payouts": rows})

    def _customer(self, request: web.Request) -> Customer:
        customer = self.people.customer(request.query.get("sub", ""))
        if customer is None:
            raise Unknown("nobody of the demo")
        return customer
