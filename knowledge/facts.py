"""The platform's figures that articles state, and the days on which they changed."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.articles import Article


class Fact(BaseModel):
    """A figure, how each language writes it, and the slugs of the articles that state it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: str
    de: str
    en: str
    articles: tuple[str, ...]

    def wording(self, language: str) -> str:
        """How the language writes the figure."""
        return self.de if language == "de" else self.en


class Change(BaseModel):
    """The day from which a fact has its present value."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str
    since: date


Facts = dict[str, Fact]


def read_facts(root: Path) -> Facts:
    """All facts by name."""
    return TypeAdapter(Facts).validate_python(_yaml(root / "facts.yml"))


def read_changes(root: Path, facts: Facts) -> tuple[Change, ...]:
    """All changes of facts; a change of an unknown fact is an error."""
    changes = TypeAdapter(tuple[Change, ...]).validate_python(_yaml(root / "changes.yml"))
    for change in changes:
        if change.fact not in facts:
            raise ValueError(f"{root / 'changes.yml'}: fact: is not in facts.yml: {change.fact}")
    return changes


def stated(article: Article, facts: Facts) -> frozenset[str]:
    """The names of the facts whose figures the article writes."""
    text = " ".join([article.title, article.short_answer, article.body_markdown])
    found = set[str]()
    for name, wording in _longest_first(facts, article.language):
        text, times = wording.subn("|", text)
        if times:
            found.add(name)
    return frozenset(found)


def _longest_first(facts: Facts, language: str) -> Iterable[tuple[str, re.Pattern[str]]]:
    wordings = [(name, fact.wording(language).split()) for name, fact in facts.items()]
    for name, words in sorted(wordings, key=lambda item: -len(" ".join(item[1]))):
        yield name, re.compile(r"(?<![\w.,])" + r"\s+".join(map(re.escape, words)))


def _yaml(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
