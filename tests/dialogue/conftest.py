"""One trained, running assistant for all conversations."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from local import model
from local.places import MODEL
from payouts.book import PayoutBook
from tests import databases
from tests.dialogue.assistant import Assistant, assistant
from tests.dialogue.world import fill


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model, trained when anything it learns from has changed."""
    model.train(tmp_path_factory.mktemp("training") / "train.log")
    return MODEL


@pytest.fixture(scope="session")
async def lotse(
    trained: Path, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Assistant]:
    """The assistant at work in the tests' world."""
    async with databases.copy_of(template) as database:
        await fill(PayoutBook(database.sessions))
        async with assistant(database.url, tmp_path_factory.mktemp("logs"), trained) as running:
            yield running
