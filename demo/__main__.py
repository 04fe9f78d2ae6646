"""`python -m demo`: handoff, with the demo's pages beside it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.ext.asyncio import async_sessionmaker

from demo import pages
from demo.people import read
from demo.settings import DemoSettings
from demo.tokens import Tokens
from handoff.app import create_app
from handoff.logs import log_to_stderr
from handoff.serving import serve
from handoff.settings import Settings
from handoff.storage.work import engine_for
from payouts.book import PayoutBook


async def demo_app(settings: Settings) -> web.Application:
    """The whole product as the demo shows it."""
    if settings.identity_secret is None:
        raise SystemExit("The demo signs tokens itself: set HANDOFF_IDENTITY_SECRET.")
    app = await create_app(settings)
    url = settings.database_url.get_secret_value()
    engine = engine_for(url, pool_size=1, timeout_s=settings.database_timeout_s)

    async def dispose(_app: web.Application) -> AsyncIterator[None]:
        yield
        await engine.dispose()

    app.cleanup_ctx.append(dispose)
    tokens = Tokens(
        secret=settings.identity_secret.get_secret_value(),
        audience=settings.identity_audience,
        issuer=settings.identity_issuer,
        # Tokens are checked against the real time, whatever the demo's clock says.
        now=lambda: datetime.now(UTC),
    )
    book = PayoutBook(async_sessionmaker(engine, expire_on_commit=False))
    files = pages.Files(web_root=settings.web_root, logins=DemoSettings().logins)
    app.add_routes(pages.routes(read(), tokens, book, files))
    return app


def main() -> None:
    """Serve until told to stop."""
    log_to_stderr()
    settings = Settings()
    serve(demo_app(settings), settings)


if __name__ == "__main__":
    main()
