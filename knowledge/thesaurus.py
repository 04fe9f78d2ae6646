"""Words that mean the same to customers, so that "Kohle" finds what is said about "Geld"."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from knowledge.scorers import plain, words

Groups = Mapping[str, Sequence[str]]


class Thesaurus:
    """Names the meanings that a text touches (synonyms.yml tells how entries are written)."""

    def __init__(self, groups: Groups) -> None:
        """Sort the entries by the way they match."""
        self._whole = dict[str, list[str]]()
        self._starts, self._parts, self._phrases = (list[tuple[str, str]]() for _ in range(3))
        for meaning, entries in groups.items():
            for entry in entries:
                self._add(meaning, entry)

    def _add(self, meaning: str, entry: str) -> None:
        bare = plain(entry.lstrip("=^"))
        if words(bare) != [bare]:
            self._phrases.append((bare, meaning))
        elif entry.startswith("="):
            self._whole.setdefault(bare, []).append(meaning)
        elif entry.startswith("^"):
            self._starts.append((bare, meaning))
        else:
            self._parts.append((bare, meaning))

    def meanings(self, text: str) -> list[str]:
        """The meanings of a text, each as often as it is touched."""
        folded = plain(text)
        found = [meaning for word in words(folded) for meaning in self._of_word(word)]
        return found + [meaning for phrase, meaning in self._phrases if phrase in folded]

    def _of_word(self, word: str) -> Iterator[str]:
        yield from self._whole.get(word, ())
        yield from (meaning for start, meaning in self._starts if word.startswith(start))
        yield from (meaning for part, meaning in self._parts if part in word)


def default_thesaurus() -> Thesaurus:
    """The synonyms that come with this package."""
    text = files("knowledge").joinpath("synonyms.yml").read_text(encoding="utf-8")
    return Thesaurus(TypeAdapter(dict[str, list[str]]).validate_python(yaml.safe_load(text)))
