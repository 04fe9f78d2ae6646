"""A figure with its unit and aim, and the table they make."""

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; `aim` is the largest (or with `>=` smallest) value we want."""

    name: str
    value: float
    unit: str
    aim: str = ""

    @property
    def reached(self) -> str:
        """Whether the aim is met; a figure without one just stands there."""
        if not self.aim:
            return ""
        sign, _, number = self.aim.partition(" ")
        met = self.value >= float(number) if sign == "≥" else self.value <= float(number)
        return "yes" if met else "no"


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile of some values; NaN of none."""
    if not values:
        return math.nan
    rank = math.ceil(percent / 100 * len(values))
    return sorted(values)[max(0, rank - 1)]


def latency(name: str, seconds: Sequence[float], *, p50: str = "", p99: str = "") -> list[Figure]:
    """Median and 99th percentile in milliseconds."""
    return [
        Figure(f"{name}, p50", percentile(seconds, 50) * 1000, "ms", p50),
        Figure(f"{name}, p99", percentile(seconds, 99) * 1000, "ms", p99),
    ]


GROWTH = f"≤ {math.log(20_000) / math.log(2_000):.1f}"
"""What ten times the waiting may cost more, if cost grows like the logarithm of their number."""


def growth(name: str, usual: float, tenfold: float) -> Figure:
    """How much more one operation costs with ten times the waiting."""
    return Figure(f"{name}: ten times the waiting costs", tenfold / usual, "×", GROWTH)


def table(figures: Sequence[Figure]) -> str:
    """Markdown, as README shows it."""
    head = "| figure | value | unit | aim | reached |\n|---|---:|---|---|---|"
    rows = (
        f"| {it.name} | {it.value:,.1f} | {it.unit} | {it.aim} | {it.reached} |" for it in figures
    )
    return "\n".join((head, *rows))


def keep(figures: Sequence[Figure]) -> Path:
    """Write the figures down with the machine they were measured on."""
    now = datetime.now(UTC)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y%m%dT%H%M%SZ}.json"
    machine = {"system": platform.system(), "machine": platform.machine(), "cores": _cores()}
    body = {
        "at": now.isoformat(),
        "machine": machine,
        "figures": [{**asdict(it), "reached": it.reached} for it in figures],
    }
    path.write_text(json.dumps(body, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _cores() -> int:
    return len(os.sched_getaffinity(0))
