"""Measures the search on questions with known answers: `python -m knowledge.evaluate FILE.csv`.

Columns `lang,slug,query`; a slug `a|b` means that either article answers the question.
"""

import csv
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.articles import LANGUAGES, load
from knowledge.search import Library


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its language, and the slugs of the articles that answer it."""

    language: str
    slugs: frozenset[str]
    query: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of questions answered first and among the first three, and the mean of 1/place."""

    questions: int
    first: float
    first_three: float
    mean_reciprocal: float

    def __str__(self) -> str:
        """One row of the report."""
        return (
            f"R@1 {self.first:.3f}  R@3 {self.first_three:.3f}  MRR {self.mean_reciprocal:.3f}"
            f"  ({self.questions} questions)"
        )


def read_questions(path: Path) -> Iterator[Question]:
    """The rows of a file; a missing column or an unknown language is an error."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            language, slugs, query = (row.get(name) for name in ("lang", "slug", "query"))
            if not (language and slugs and query):
                raise ValueError(f"{path}:{number}: needs lang, slug and query")
            if language not in LANGUAGES:
                raise ValueError(f"{path}:{number}: lang: must be one of {', '.join(LANGUAGES)}")
            yield Question(language, frozenset(map(str.strip, slugs.split("|"))), query)


def quality(places: Sequence[int | None]) -> Quality:
    """What the places of the right answers amount to; None where it was not found at all."""
    found = np.array([np.inf if place is None else place for place in places])
    return Quality(
        len(places),
        float(np.mean(found == 1)),
        float(np.mean(found <= 3)),
        float(np.mean(1 / found)),
    )


def place(library: Library, question: Question) -> int | None:
    """Where the first right article stands, counted from 1."""
    hits = library.search(
        question.query, question.language, limit=len(library.all(question.language))
    )
    slugs = (hit.article.slug for hit in hits)
    return next((n for n, slug in enumerate(slugs, 1) if slug in question.slugs), None)


def main(arguments: Sequence[str]) -> int:
    """Print the quality per language and how long a search takes."""
    if not arguments:
        sys.stderr.write("usage: python -m knowledge.evaluate FILE.csv [FOLDER]\n")
        return 2
    questions = list(read_questions(Path(arguments[0])))
    library = Library(load(Path(arguments[1] if len(arguments) > 1 else "data/kb")))
    for question in questions:
        for slug in question.slugs:
            if library.article(question.language, slug) is None:
                raise ValueError(f"slug: names no article: {slug} ({question.query})")
    for language in LANGUAGES:
        places = [place(library, q) for q in questions if q.language == language]
        if places:
            sys.stdout.write(f"{language}  {quality(places)}\n")
    took = np.array([_took_ms(library, q) for q in questions])
    for name, times in zip(("search", "processor"), took.T, strict=True):
        p50, p99 = np.percentile(times, [50, 99])
        sys.stdout.write(f"{name}  p50 {p50:.1f} ms  p99 {p99:.1f} ms\n")
    return 0


def _took_ms(library: Library, question: Question) -> tuple[float, float]:
    """By the clock and by the processor, which other programs do not lengthen."""
    begun, worked = time.perf_counter(), time.process_time()
    library.search(question.query, question.language)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
