"""The topics of the help pages: which article belongs to which, in which order."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

FILE = "topics.yml"


class Topic(BaseModel):
    """A heading in each language and the slugs below it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    de: str
    en: str
    articles: tuple[str, ...]

    def heading(self, language: str) -> str:
        """The heading in a language."""
        return self.de if language == "de" else self.en


def read_topics(root: Path) -> Mapping[str, Topic]:
    """The topic of each slug, in the order of the file; nothing when there is no file."""
    path = root / FILE
    if not path.exists():
        return {}
    topics = TypeAdapter(list[Topic]).validate_python(yaml.safe_load(path.read_text("utf-8")))
    return {slug: topic for topic in topics for slug in topic.articles}
