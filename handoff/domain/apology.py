"""What a customer reads when the assistant has no answer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from handoff.domain.messages import Choice, Choices, Part, Text
from handoff.domain.people import Language


class _Apology(NamedTuple):
    sorry: str
    person: str


APOLOGIES: Mapping[Language, _Apology] = MappingProxyType(
    {
        Language.DE: _Apology(
            "Ich konnte deine Nachricht gerade nicht beantworten, das lag an uns. Sie ist "
            "angekommen und geht nicht verloren. Schreib mir gern noch einmal, oder sprich mit "
            "einer Person.",
            "Mit einer Person sprechen",
        ),
        Language.EN: _Apology(
            "I couldn't answer your message just now; that was our fault. It has arrived and "
            "won't get lost. Feel free to write again, or talk to a person.",
            "Talk to a person",
        ),
    }
)


def apology(language: Language, seq: int, person_payload: str) -> tuple[Part, ...]:
    """Says so, and offers a person under an id of this turn."""
    words = APOLOGIES[language]
    person = Choice(id=f"{seq}-person", title=words.person, payload=person_payload)
    return Text(text=words.sorry), Choices(choices=(person,))
