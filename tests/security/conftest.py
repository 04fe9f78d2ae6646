"""The front door that is attacked."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests import databases
from tests.handoff import door as doors
from tests.handoff.conftest import _door, front
from tests.handoff.door import Door
from tests.redises import RedisServer
from tests.security.people import SHOP, People, gathered

__all__ = ["_door", "front", "people", "shop"]


@pytest.fixture(scope="session")
async def people(front: Door) -> People:
    """Everybody who may try something, and somebody to try it on."""
    return await gathered(front)


@pytest.fixture(scope="session")
async def shop(
    template: str, redis_server: RedisServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Door]:
    """A door whose widget a shop may embed, with a web build."""
    root = _build(tmp_path_factory.mktemp("web"))
    async with (
        databases.copy_of(template) as database,
        doors.opened(
            database, redis_server.url, widget_origins=[SHOP], web_root=root / "dist"
        ) as door,
    ):
        yield door


def _build(folder: Path) -> Path:
    for name, text in {
        "secret.txt": "top secret",
        "dist/widget.js": "widget",
        "dist/assets/widget/chunk.js": "chunk",
        "dist/console/index.html": "<!doctype html><title>Console</title>",
        "dist/console/assets/app.js": "app",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / "dist" / "assets" / "widget" / "link.js").symlink_to(folder / "secret.txt")
    return folder
