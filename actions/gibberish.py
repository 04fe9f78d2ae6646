"""Messages that say nothing: keys struck at random, and fillers."""

import re

from actions.cues import listed

_READ = 500
_WORD = re.compile(r"[^\W\d_]+")
_FILLERS = listed(
    "bla blah blabla blub blubb foo bar baz test tests testing lorem ipsum dings lala lalala "
    "hmpf mimimi yada"
)
_MASHED = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{5,}|asdf|sdfg|dfgh|fghj|ghjk|hjkl|jkl[öo;]|qwer|wert[zy]|rtz|yxcv|"
    r"zxcv|xcvb|(.)\1{3,}|(\w{2,3})\2{2,}",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)


def says_nothing(text: str | None) -> bool:
    """Whether a message holds keys struck at random, or fillers, and nothing else."""
    found = _WORD.findall((text or "")[:_READ].casefold())
    mashed = [word for word in found if word in _FILLERS or _is_mashed(word)]
    # What remains beside mashed keys is often a syllable: "asdf gh".
    rest = [word for word in found if word not in mashed and len(word) > 2]
    return not found or (bool(mashed) and not rest)


def _is_mashed(word: str) -> bool:
    vowelless = len(word) > 3 and _VOWEL.search(word) is None
    return vowelless or _MASHED.search(word) is not None
