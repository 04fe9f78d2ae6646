"""A house for each test."""

import pytest

from tests.handoff.services.house import House


@pytest.fixture
def house() -> House:
    return House()
