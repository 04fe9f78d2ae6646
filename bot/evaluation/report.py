"""Figures as a table for people, and as JSON and a picture to keep."""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from bot.evaluation.mentions import Found, entities, exact_share
from bot.evaluation.picture import draw_confusions
from bot.evaluation.quality import Judged, Quality, confusions

RESULTS = Path(__file__).parents[2] / "bench" / "results"
_COLUMNS = (
    ("accuracy", "accuracy"),
    ("guessed", "without refusing"),
    ("macro_f1", "macro-F1"),
    ("outside_recall", "out-of-scope recall"),
    ("false_refusals", "false refusals"),
    ("calibration_error", "ECE"),
)


def by_language(judged: Sequence[Judged]) -> dict[str, Quality]:
    """The figures of each language, and of all."""
    languages = sorted({it.language for it in judged} - {""})
    parts = {name: [it for it in judged if it.language == name] for name in languages}
    return {name: Quality.of(part) for name, part in {**parts, "all": list(judged)}.items()}


def understanding(judged: Sequence[Judged]) -> Iterator[str]:
    """The table, the times, and every confusion with its messages."""
    yield "| | messages | " + " | ".join(title for _, title in _COLUMNS) + " | p50 ms | p99 ms |"
    yield "|---|" + "---:|" * (len(_COLUMNS) + 3)
    for name, quality in by_language(judged).items():
        shares = " | ".join(_number(getattr(quality, field)) for field, _ in _COLUMNS)
        times = f"{quality.p50_ms:.1f} | {quality.p99_ms:.1f}"
        yield f"| {name} | {quality.messages} | {shares} | {times} |"
    yield ""
    for expected, told, texts in confusions(judged):
        yield f"{expected} taken for {told}: {len(texts)}"
        yield from (f"    {' '.join(text.split())}" for text in texts)


def found_things(rows: Sequence[Found]) -> Iterator[str]:
    """The share of exact rows by language, the table of entities, and every row with a fault."""
    for name in [*sorted({row.row.language for row in rows}), "all"]:
        part = [row for row in rows if name in (row.row.language, "all")]
        yield f"{name}: {exact_share(part):.3f} of {len(part)} rows exactly right"
    yield "\n| entity | named | precision | recall |\n|---|---:|---:|---:|"
    for it in entities(rows):
        yield f"| {it.name} | {it.named} | {_number(it.precision)} | {_number(it.recall)} |"
    yield ""
    for row in rows:
        if not row.exact:
            yield f"{row.row.text!r}\n    expected {row.row.mentions}\n    found    {row.found}"


def keep_understanding(
    judged: Sequence[Judged], about: Mapping[str, Any], folder: Path
) -> tuple[Path, Path]:
    """Write figures and confusions as JSON, and the matrix as a picture beside it."""
    mistaken = [
        {"expected": expected, "told": told, "messages": texts}
        for expected, told, texts in confusions(judged)
    ]
    figures = {name: asdict(quality) for name, quality in by_language(judged).items()}
    path = _keep({**about, "figures": figures, "confusions": mistaken}, folder)
    picture = path.with_suffix(".png")
    draw_confusions(judged, picture)
    return path, picture


def keep_found_things(rows: Sequence[Found], about: Mapping[str, Any], folder: Path) -> Path:
    """Write the figures of entities as JSON."""
    faults = [
        {"text": row.row.text, "expected": row.row.mentions, "found": row.found}
        for row in rows
        if not row.exact
    ]
    tables = [asdict(it) for it in entities(rows)]
    figures = {"exact": exact_share(rows), "entities": tables}
    return _keep({**about, "figures": figures, "faults": faults}, folder)


def _keep(body: Mapping[str, Any], folder: Path) -> Path:
    now = datetime.now(timezone.utc)
    stem = re.sub(r"[^\w-]+", "_", Path(str(body["file"])).stem)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"understanding-{stem}-{now:%Y%m%dT%H%M%SZ}.json"
    told = json.dumps({"at": now.isoformat(), **_plain(body)}, indent=2, ensure_ascii=False)
    path.write_text(told + "\n", encoding="utf-8")
    return path


def _plain(value: Any) -> Any:
    # JSON knows no NaN: what could not be measured is null.
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}"
