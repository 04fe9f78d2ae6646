"""Of which kinds the agents of a benchmark are, and by which rules they get cases."""

from pathlib import Path

from handoff.domain.people import Language

RULES = Path(__file__).parents[1] / "data" / "routing.yml"
LANGUAGES = ((Language.DE,), (Language.EN,), (Language.DE, Language.EN))
SKILLS = (
    ("payouts",),
    ("payouts", "identity"),
    ("disputes", "general"),
    ("security",),
    ("general",),
)
