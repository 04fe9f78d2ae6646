"""The results file: what has been proved already is not tried again when a run is taken up."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from bench.faults.finding import Finding

ROOT = Path(__file__).parents[2]

Run: TypeAlias = Mapping[str, object]
"""What a result depends on: seed, sizes, and the state of the code."""


@dataclass(frozen=True, slots=True)
class Result:
    """A finished part."""

    name: str
    finding: Finding
    at: str
    took_s: float


@dataclass(slots=True)
class Results:
    """Results of one run; those of another run are no longer of use."""

    file: Path
    run: Run
    parts: dict[str, Result] = field(default_factory=dict)

    @classmethod
    def taken_up(cls, file: Path, run: Run) -> "Results":
        """With what an earlier start of the same run has finished."""
        results = cls(file, run)
        try:
            kept = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            return results
        if kept["run"] == run:
            results.parts = {name: _result(name, it) for name, it in kept["parts"].items()}
        return results

    def keep(self, name: str, finding: Finding, took_s: float) -> None:
        """Written at once: whatever ends the run now, this part is done."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.parts[name] = Result(name, finding, now, took_s)
        body = {
            "run": self.run,
            "parts": {
                it.name: {"at": it.at, "took_s": it.took_s, **it.finding.as_json()}
                for it in self.parts.values()
            },
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(json.dumps(body, indent=2, ensure_ascii=False) + "\n", "utf-8")
        fresh.replace(self.file)


def _result(name: str, it: Mapping[str, Any]) -> Result:
    return Result(name, Finding.of(it), it["at"], it["took_s"])


def state_of_the_code() -> str:
    """The commit, and whether anything was changed since; results of other code prove nothing."""
    try:
        commit = _git("rev-parse", "HEAD")
        changed = _git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{commit[:12]}{' with changes' if changed else ''}"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()
