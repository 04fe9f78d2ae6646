"""The articles as they are published, read once."""

from pathlib import Path

import pytest

from knowledge.articles import Article, load
from knowledge.search import Library

ROOT = Path(__file__).parents[2] / "data" / "kb"


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """All published articles."""
    return load(ROOT)


@pytest.fixture(scope="session")
def library(articles: tuple[Article, ...]) -> Library:
    """The search over them."""
    return Library(articles)
