"""A product of stand-ins on a real PostgreSQL, Redis and supervisor."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from local.product import Product
from local.programs import RASA_SERVER
from tests.local.stand_in import stand_ins


@pytest.fixture(scope="module")
def small_product() -> Iterator[Product]:
    """Two front doors and an action server, none of them real; the rest is."""
    running = Product(
        demo=False,
        without={RASA_SERVER},
        doors=2,
        environment={"HANDOFF_WIDGET_ORIGINS": '["https://a.example"]'},
        applications=stand_ins(),
    )
    with running:
        yield running


@pytest.fixture
def state() -> Iterator[Path]:
    """A state directory with a short name, which PostgreSQL's own user may enter."""
    with tempfile.TemporaryDirectory(prefix="lotse-test-") as folder:
        yield Path(folder)
