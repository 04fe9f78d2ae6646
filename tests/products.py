"""The whole product, started once for all tests that need it."""

from collections.abc import Iterator

import pytest

from local.product import Product


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """The product with its demo: every process is real, nothing of it is left afterwards."""
    with Product() as running:
        yield running
