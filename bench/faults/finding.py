"""What a proof found: figures, and every promise that was broken."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from bench.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Kept as JSON, so that a run can be taken up again."""

    figures: tuple[Figure, ...] = ()
    broken: tuple[str, ...] = ()
    left_out: str = ""
    """Why it could not be tried here; then there is nothing else."""

    @property
    def word(self) -> str:
        """The result in one word."""
        if self.left_out:
            return "left out"
        return "broken" if self.broken else "held"

    def as_json(self) -> dict[str, Any]:
        """For the results file."""
        return {
            "figures": [asdict(it) for it in self.figures],
            "broken": list(self.broken),
            "left_out": self.left_out,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """From the results file."""
        return cls(
            figures=tuple(Figure(**it) for it in kept["figures"]),
            broken=tuple(kept["broken"]),
            left_out=kept["left_out"],
        )
