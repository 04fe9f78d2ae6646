"""Two questions in one message: where it may be cut, and when both halves are worth an answer."""

import re
from collections.abc import Sequence
from typing import Any

# Measured on messages left out of training: docs/decisions/0010-two-questions.md
SURE = 0.7
MOST = 2
_ASKING = (
    "wo|wohin|wann|wie|wieviel|was|warum|wieso|weshalb|wer|welche[rsmn]?|kann|können|muss|darf|"
    "gibt|where|when|how|what|why|who|which|can|could|do|does|is there|are there"
)
_CUT = re.compile(
    r"(?<=[?!.])\s+|"
    rf"[,;]?\s+(?:und|and|außerdem|also|sowie|plus)\s+(?:außerdem\s+|also\s+|noch\s+)?(?=(?:{_ASKING})\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\W*(?:(?:und|and|außerdem|also)\W+)?(?:{_ASKING})\b|.*\?\s*$|"
    r".*\b(?:würde mich (?:auch |noch )?interessieren|wüsste (?:ich )?(?:auch |noch )?gern|"
    r"(?:möchte|wollte) (?:ich )?(?:auch |noch |gern )*(?:wissen|fragen)|"
    r"(?:['’]d|would) (?:also )?like to know|wondering)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 600
# Matters that are answered and leave the conversation where it is; the rest is never cut.
_MATTERS = (
    {"ask_payout_status", "report_payout_problem"},
    {"ask_payout_schedule"},
    {"ask_fees"},
    {"change_payout_method"},
    {"ask_identity_check"},
    {"ask_tax_info"},
    {"ask_invoice"},
    {"ask_milestone"},
    {"open_dispute"},
    {"ask_refund"},
    {"ask_proposal"},
    {"ask_hiring"},
    {"ask_onboarding"},
    {"update_profile"},
    {"reset_login"},
    {"delete_account"},
    {"ask_support_hours"},
)
_OWN_PAYOUT = _MATTERS[0]


def cut(text: str) -> list[str]:
    """The questions of a message, when there are exactly two; else nothing."""
    if len(text) > _LONGEST:
        return []
    parts = [part.strip() for part in _CUT.split(text)]
    parts = [part for part in parts if len(part.split()) > 1]
    asking = all(_ASKS.match(part) for part in parts)
    return parts if len(parts) == MOST and asking else []


def both(parsed: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Both halves where each is surely another matter, one's own payout last; else nothing.

    What follows is most often about the payout, or about which of several it is.
    """
    matters = [_matter(half) for half in parsed]
    if None in matters or len(set(matters)) < len(matters):
        return []
    return sorted(parsed, key=lambda half: half["intent"]["name"] in _OWN_PAYOUT)


def _matter(half: dict[str, Any]) -> int | None:
    intent = half["intent"]
    if intent["confidence"] < SURE:
        return None
    return next((n for n, names in enumerate(_MATTERS) if intent["name"] in names), None)
