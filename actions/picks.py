"""What a short answer picks out of a list of payouts: by sum, number, place, state or date."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from actions.turn import Turn
from payouts.states import PayoutState
from payouts.values import Payout

_PLACES = {
    0: "erste ersten erster first 1st neueste neuesten jüngste jüngsten newest latest",
    1: "zweite zweiten zweiter second 2nd",
    2: "dritte dritten dritter third 3rd",
    3: "vierte vierten vierter fourth 4th",
    4: "fünfte fünften fünfter fifth 5th",
    5: "sechste sechsten sechster sixth 6th",
    -1: "letzte letzten letzter last älteste ältesten oldest",
    -2: "vorletzte vorletzten vorletzter",
}
_PLACE_OF = {word: place for place, listed in _PLACES.items() for word in listed.split()}
# Older or newer than the one spoken of; else the oldest or newest.
_AGES = {
    1: "ältere älteren älterer frühere früheren older earlier",
    -1: "neuere neueren neuerer jüngere jüngeren newer later",
}
_STEP_OF = {word: step for step, listed in _AGES.items() for word in listed.split()}
# By their sums, which can be compared in one currency only.
_SIZES = {
    max: "größere größeren größerer größte größten höhere höheren höchste höchsten bigger biggest "
    "larger largest higher highest",
    min: "kleinere kleineren kleinerer kleinste kleinsten niedrigere niedrigeren niedrigste "
    "smaller smallest lower lowest",
}
_SIZE_OF = {word: size for size, listed in _SIZES.items() for word in listed.casefold().split()}
_STATES = {
    PayoutState.REQUESTED: "angeforderte angeforderten requested",
    PayoutState.UNDER_REVIEW: "review prüfung geprüfte geprüft reviewed",
    PayoutState.ON_HOLD: "angehaltene angehaltenen angehalten hold held",
    PayoutState.IN_TRANSIT: "unterwegs transit",
    PayoutState.PAID: "ausgezahlte ausgezahlten bezahlte paid",
    PayoutState.RETURNED: "zurückgeschickte zurückgekommene returned",
    PayoutState.FAILED: "fehlgeschlagene fehlgeschlagenen gescheiterte failed",
    PayoutState.CANCELED: "abgebrochene stornierte canceled cancelled",
}
_STATE_OF = {word: state for state, listed in _STATES.items() for word in listed.split()}
_CORRECTS = re.compile(
    r"\W*(?:(?:nein|no|nee|sorry|ach|und|and|doch)\W+)*"
    r"(?:ich mein\w*|i meant?|die|den|the|nicht|not)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<![\w.,])([0-9]{2,8})(?:[.,]([0-9]{2}))?(?![0-9])")
# Longer messages may count something else, unless they are about a payout.
_SHORT = 6
Found = Sequence[Payout] | None
_ABOUT_PAYOUTS = frozenset({"ask_payout_status", "report_payout_problem"})


def picked(turn: Turn, offered: Sequence[Payout]) -> Found:
    """The payouts that fit an answer; None where the message is no answer at all."""
    words = _WORD.findall((turn.text or "").casefold())
    if not words or (len(words) > _SHORT and turn.intent not in _ABOUT_PAYOUTS):
        return None
    amount = turn.entities.get("amount")
    if amount:
        number, _, currency = amount.partition(" ")
        exact = [p for p in offered if (p.amount, p.currency) == (Decimal(number), currency)]
        return exact or _where(offered, lambda p: int(p.amount) == Decimal(number))
    return _by_words(turn, words, offered)


def corrected(turn: Turn, own: Sequence[Payout], spoken_of: str | None) -> Payout | None:
    """The one payout that "no, the older one" means, other than the one spoken of."""
    if not _CORRECTS.match(turn.text or ""):
        return None
    here = next((n for n, each in enumerate(own) if each.reference == spoken_of), None)
    words = _WORD.findall((turn.text or "").casefold())
    steps = [_STEP_OF[word] for word in words if word in _STEP_OF]
    if steps and here is not None and len(words) <= _SHORT:
        there = here + steps[-1]
        return own[there] if 0 <= there < len(own) else None
    found = picked(turn, own) or ()
    meant = found[0] if len(found) == 1 else None
    return meant if meant and meant.reference != spoken_of else None


def _by_words(turn: Turn, words: Sequence[str], offered: Sequence[Payout]) -> Found:
    when = turn.entities.get("date")
    if when:
        return _where(offered, lambda p: any(_is_in(step.at.date(), when) for step in p.history))
    numbers = _NUMBER.findall(turn.text or "")
    if numbers:
        return _of_number(offered, *numbers[-1])
    states = [_STATE_OF[word] for word in words if word in _STATE_OF]
    if states:
        return _where(offered, lambda p: p.state is states[-1])
    ages = {word: -1 if step > 0 else 0 for word, step in _STEP_OF.items()}
    sizes = [_SIZE_OF[word] for word in words if word in _SIZE_OF]
    if sizes and len({each.currency for each in offered}) == 1:
        return [sizes[-1](offered, key=lambda each: each.amount)]
    places = [(_PLACE_OF | ages)[word] for word in words if word in _PLACE_OF or word in ages]
    return _at(offered, places[-1]) if places else None


def _is_in(day: date, period: str) -> bool:
    """Whether a day is in a period as Mentions writes it: a day, a week or a month."""
    year, week, _ = day.isocalendar()
    return day.isoformat().startswith(period) or period == f"{year}-W{week:02}"


def _of_number(offered: Sequence[Payout], whole: str, cents: str) -> Sequence[Payout]:
    """A bare number is a sum, with or without its cents, or the end of a reference."""
    if cents:
        return _where(offered, lambda p: p.amount == Decimal(f"{whole}.{cents}"))
    of_sum = _where(offered, lambda p: int(p.amount) == int(whole))
    return of_sum or _where(offered, lambda p: p.reference.endswith(whole))


def _where(offered: Sequence[Payout], fits: Callable[[Payout], bool]) -> Sequence[Payout]:
    return [each for each in offered if fits(each)]


def _at(offered: Sequence[Payout], place: int) -> Sequence[Payout]:
    return offered[place:][:1] if -len(offered) <= place < len(offered) else ()
