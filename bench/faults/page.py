"""The report page: every promise, whether it held, and the figures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment

from bench.faults.kept import Result, Results
from bench.faults.part import Part

PAGE = Path(__file__).with_suffix(".html")


def page(parts: Sequence[Part], results: Results) -> str:
    """The whole page as HTML."""
    template = Environment(autoescape=True).from_string(PAGE.read_text("utf-8"))
    return template.render(run=results.run, parts=list(_with_results(parts, results)))


def keep(parts: Sequence[Part], results: Results) -> Path:
    """Write it beside the results."""
    path = results.file.with_suffix(".html")
    path.write_text(page(parts, results) + "\n", "utf-8")
    return path


def _with_results(parts: Sequence[Part], results: Results) -> Iterator[tuple[Part, Result | None]]:
    for part in parts:
        yield part, results.parts.get(part.name)
