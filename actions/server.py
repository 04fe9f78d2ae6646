"""The action server as one process: Rasa's own would start a manager and its workers."""

from contextlib import AsyncExitStack
from typing import Any

from rasa_sdk.endpoint import create_app
from sanic import Sanic

from actions.app import actions_of, clients, executor_of
from actions.settings import Settings

ServerApp = Sanic[Any, Any]


def server(settings: Settings) -> ServerApp:
    """The app; clients open before the first call and close after the last."""
    executor = executor_of({}, settings.action_timeout_s)
    app: ServerApp = create_app(executor, cors_origins=[])
    opened = AsyncExitStack()

    async def start(_app: ServerApp) -> None:
        sources = await opened.enter_async_context(clients(settings))
        actions = actions_of(sources, settings.now)
        executor.actions.update(executor_of(actions, settings.action_timeout_s).actions)

    async def stop(_app: ServerApp) -> None:
        await opened.aclose()

    app.register_listener(start, "before_server_start")
    app.register_listener(stop, "after_server_stop")
    return app
