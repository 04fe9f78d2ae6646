"""How a message sounds: what an agent may want to look at once more before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from handoff.domain.people import Language

ToneKind: TypeAlias = Literal["accusing", "curt", "jargon", "promise", "greeting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneFinding:
    """A place in a text (characters), why it was found, and what to say instead."""

    kind: ToneKind
    start: int
    end: int
    hint: str
    explanation: Mapping[Language, str]
