"""Small knowledge bases to break one rule at a time."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.articles import LANGUAGES, Article, Audience
from knowledge.passages import Passage, passages_of

FRONT: dict[str, object] = {
    "title": "When is it paid?",
    "short_answer": "On the next business day.",
    "tags": ["payout"],
    "audience": "freelancer",
    "owner": "Payments",
    "last_review": date(2026, 10, 1),
    "next_review": date(2027, 10, 1),
    "related": ["fees"],
    "phrasings": [f"question number {n}" for n in range(8)],
}


def write(root: Path, name: str, body: str = "It is paid.", **changes: object) -> Path:
    """An article file with a sound front matter except for the changes."""
    front = {key: value for key, value in {**FRONT, **changes}.items() if value is not None}
    path = root / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}\n", "utf-8")
    return path


def write_pair(root: Path, language: str, **changes: Any) -> None:
    """Two articles of a language that are related to each other."""
    write(root, f"{language}/schedule", **changes)
    write(root, f"{language}/fees", related=["schedule"])


def draw(root: Path, name: str, drawing: str = "", *, title: str = "Way") -> None:
    """A sound picture in both languages except for what is drawn."""
    for language in LANGUAGES:
        path = root / "pictures" / f"{name}.{language}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            f"<title>{title}</title>{drawing}</svg>",
            "utf-8",
        )


def article(slug: str = "schedule", language: str = "en", **changes: object) -> Article:
    """An article that never was in a file."""
    body = str(changes.pop("body_markdown", "It is paid."))
    values: dict[str, object] = {
        "title": "When is it paid?",
        "short_answer": "On the next business day.",
        "phrasings": ("when do I get paid",),
        "tags": ("payout",),
        "audience": Audience.FREELANCER,
        "owner": "Payments",
        "last_review": date(2026, 10, 1),
        "next_review": date(2027, 10, 1),
        "related": (),
        **changes,
    }
    opening = Passage(str(values["title"]), str(values["short_answer"]))
    passages = (opening, *passages_of(body))
    return Article(slug, language, body_markdown=body, passages=passages, **values)  # type: ignore[arg-type]
