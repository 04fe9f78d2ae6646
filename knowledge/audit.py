"""Lists the articles that need another review: `python -m knowledge.audit [FOLDER]`."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.articles import Article, load
from knowledge.facts import Change, Facts, read_changes, read_facts


def stale(
    articles: Sequence[Article], facts: Facts, changes: Sequence[Change], today: date
) -> Iterator[tuple[Article, str]]:
    """Each article that is due, with each reason."""
    for article in articles:
        if article.next_review < today:
            yield article, f"review was due on {article.next_review}"
        for change in changes:
            fact = facts[change.fact]
            if article.slug in fact.articles and article.last_review < change.since <= today:
                yield article, f"{change.fact} is {fact.value} since {change.since}"


def main(arguments: Sequence[str]) -> int:
    """Print what is due; 1 when anything is."""
    root = Path(arguments[0] if arguments else "data/kb")
    facts = read_facts(root)
    due = list(stale(load(root), facts, read_changes(root, facts), datetime.now(tz=UTC).date()))
    for article, reason in due:
        sys.stdout.write(f"{article.language}/{article.slug}: {reason} ({article.owner})\n")
    sys.stdout.write(f"{len(due)} due\n")
    return 1 if due else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
