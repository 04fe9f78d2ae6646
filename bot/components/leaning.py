"""Messages that mean something only together with what was said before."""

import re
from typing import Any

# "and on Sundays?", "die ältere", "I meant the other one": no matter of their own.
_LEANING = re.compile(
    r"\W*(?:(?:ok|okay|sorry|ach|nein|no|nee)\W+)?(?:und|and|aber|but|die|der|den|das|the|"
    r"(?:what|how) about|wie (?:ist|sieht|steht) (?:es|das)|was ist mit|"
    r"ich mein(?:e|te)|i meant?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\W*(?:(?:sorry|wie|bitte|please)\W+)*(?:what (?:did|have) you (?:just )?sa(?:y|id)|"
    r"was hast du (?:gerade |eben )?gesagt|"
    r"(?:can|could) you (?:please )?(?:repeat|say) (?:that|it)\b.*|"
    r"(?:kannst|könntest) du das (?:bitte )?(?:noch ?mal|wiederholen)\b.*|"
    r"say (?:that|it) again|repeat (?:that|it)|(?:noch ?mal|wiederhol\w*)(?: das)?)"
    r"(?:[\s,]*(?:please|bitte|again))?\W*",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_STRANGE = {"out_of_scope", "goodbye"}


def left_open(parsed: dict[str, Any]) -> dict[str, Any]:
    """Leave it to what was said before: a wish to repeat, and a short message without a matter."""
    text = parsed["text"]
    if len(text.split()) > _MOST_WORDS:
        return parsed
    strange = parsed["intent"]["name"] in _STRANGE and _LEANING.match(text)
    if not strange and not _AGAIN.fullmatch(text):
        return parsed
    return {**parsed, "intent": {"name": "nlu_fallback", "confidence": 0.0}}
