"""German words as they are typed where a keyboard has no umlauts."""

from typing import TypeVar

_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
Meaning = TypeVar("Meaning")


def respelled(words: dict[str, Meaning]) -> dict[str, Meaning]:
    """The same words, and each also in its plain spelling."""
    return words | {word.translate(_PLAIN): meaning for word, meaning in words.items()}
